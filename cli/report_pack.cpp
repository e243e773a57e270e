#include "cli/report_pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "models/scenario/pack_notes.hpp"
#include "models/scenario/pack_reader.hpp"
#include "models/scenario/pack_tiles.hpp"

namespace concordat::cli
{
namespace
{
bool is_unchanged(PackIdentity const& pack)
{
    std::error_code ignored;
    return std::filesystem::is_directory(pack.folder, ignored) && hash_folder(pack.folder) == pack.files;
}

/// Fifths of the areas, as the grouping deprivation_quintile has them.
std::vector<std::string> name_fifths(state::Pack const& pack)
{
    constexpr std::array<char const*, 5> names{"1 least deprived", "2", "3", "4", "5 most deprived"};
    std::vector<std::size_t> order(pack.area_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return pack.areas[a].deprivation < pack.areas[b].deprivation;
    });
    std::vector<std::string> fifths(order.size());
    for (std::size_t r = 0; r < order.size(); ++r) fifths[order[r]] = names.at(r * names.size() / order.size());
    return fifths;
}

std::vector<report::AreaFact> list_areas(state::Pack const& pack, std::vector<scenario::Tile> const& tiles)
{
    auto const fifths = name_fifths(pack);
    std::vector<report::AreaFact> list;
    for (std::size_t i = 0; i < pack.area_count(); ++i) {
        auto const& area = pack.areas[i];
        auto const tile = tiles.empty() ? scenario::Tile{} : tiles[i];
        list.push_back({.name = area.name,
                        .code = area.code,
                        .region = pack.regions[static_cast<std::size_t>(area.region.index())],
                        .type = pack.area_types[static_cast<std::size_t>(area.type)],
                        .deprivation = fifths[i],
                        .column = tile.column,
                        .row = tile.row});
    }
    return list;
}

std::vector<report::IndicatorFact> list_indicators(state::Pack const& pack)
{
    std::vector<report::IndicatorFact> list;
    for (auto const& one : pack.indicators) {
        list.push_back({.name = fmt::format("NI {}", one.number),
                        .title = one.name,
                        .subject = pack.subject_groups[static_cast<std::size_t>(one.subject_group)],
                        .department = pack.departments[static_cast<std::size_t>(one.department.index())].name});
    }
    return list;
}
}  // namespace

void add_pack_facts(PackIdentity const& identity, report::ReportFacts& facts)
{
    if (!is_unchanged(identity)) {
        facts.cautions.push_back(fmt::format("The data pack {} is not what it was when the study ran, so there is no "
                                             "map of areas and indicators have no titles.", identity.name));
        return;
    }
    auto const pack = scenario::read_pack(identity.folder);
    core::Problems problems;
    scenario::PackFolder folder{identity.folder, problems};
    facts.attributions = scenario::read_pack_notes(folder).attributions;
    facts.areas = list_areas(pack, scenario::read_tiles(folder, pack));
    facts.indicators = list_indicators(pack);
}
}  // namespace concordat::cli
