#include "models/scenario/pack_areas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
namespace
{
using config::CsvRow;
using config::CsvTable;
using config::Presence;

struct AreaKeys
{
    UniqueKeys id{"area id"};
    UniqueKeys name{"area name"};
    UniqueKeys code{"area code"};
};

void check_tiers(CsvRow const& row, std::optional<bool> two_tier, std::optional<int> districts)
{
    if (!two_tier || !districts) return;
    if (*two_tier && *districts == 0) row.report("districts", "a two-tier area needs districts; districts = 0");
    if (!*two_tier && *districts > 0) {
        row.report("districts", fmt::format("districts = {} in an area that is not two-tier", *districts));
    }
}

/// Where the area lies; its size is checked, though nothing in the model depends on it.
void read_geography(CsvRow const& row, state::Area& area)
{
    (void)read_optional_number(row, "land_area", {0.01, 1e8, "square kilometres"});
    area.latitude = read_optional_number(row, "latitude", {-90, 90, "degrees north"});
    area.longitude = read_optional_number(row, "longitude", {-180, 180, "degrees east"});
}

state::Area read_area(CsvRow const& row, state::Pack const& pack, AreaKeys& keys)
{
    state::Area area;
    area.id = row.integer("id", id_range()).value_or(0);
    area.name = row.text("name").value_or("");
    area.code = row.text("code").value_or("");
    area.region = state::RegionId{read_reference(row, "region", "region", pack.regions).value_or(-1)};
    area.type = read_reference(row, "type", "area type", pack.area_types).value_or(-1);
    auto const two_tier = row.flag("two_tier");
    auto const districts = row.integer("districts", {0, 1000, "count"});
    check_tiers(row, two_tier, districts);
    area.two_tier = two_tier.value_or(false);
    area.districts = districts.value_or(0);
    area.population = row.number("population", {1, 1e9, "persons"}).value_or(0);
    area.deprivation = row.number("deprivation", {-1e6, 1e6, "score, higher is more deprived"}).value_or(0);
    read_geography(row, area);
    if (area.id > 0) keys.id.add(row, "id", std::to_string(area.id));
    if (!area.name.empty()) keys.name.add(row, "name", area.name);
    if (!area.code.empty()) keys.code.add(row, "code", area.code);
    return area;
}

void check_used(std::vector<std::string> const& names, std::vector<int> const& used, char const* what,
                std::string const& file, core::Problems& problems)
{
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (std::find(used.begin(), used.end(), static_cast<int>(k)) == used.end()) {
            problems.add({file}, fmt::format("{} '{}' has no area", what, names[k]));
        }
    }
}

/// Mean 0 and s.d. 1 over areas, summed in the order of ids.
void standardise_deprivation(std::vector<state::Area>& areas)
{
    auto const n = static_cast<double>(areas.size());
    double mean = 0;
    for (auto const& area : areas) mean += area.deprivation / n;
    double variance = 0;
    for (auto& area : areas) {
        area.deprivation -= mean;
        variance += area.deprivation * area.deprivation / n;
    }
    double const spread = std::sqrt(variance);
    for (auto& area : areas) area.deprivation = spread > 0 ? area.deprivation / spread : 0.0;
}

struct RankedNeighbour
{
    int rank{};
    int neighbour{};  ///< [index]
    std::size_t row{};
};

/// Orders an area's neighbours by rank; ranks must run 1, 2, 3, ...
void set_neighbours(state::Area& area, std::vector<RankedNeighbour>& ranked, CsvTable const& table,
                    core::Problems& problems)
{
    std::stable_sort(ranked.begin(), ranked.end(), [](auto const& a, auto const& b) { return a.rank < b.rank; });
    for (std::size_t k = 0; k < ranked.size(); ++k) {
        auto const expected = static_cast<int>(k) + 1;
        if (ranked[k].rank != expected) {
            table.row(ranked[k].row, problems)
                .report("rank", fmt::format("rank = {} where area {} needs rank {}", ranked[k].rank, area.id, expected),
                        "the ranks of an area run 1, 2, 3 and so on");
            return;
        }
        area.neighbours.push_back(state::AreaId{ranked[k].neighbour});
    }
}

void read_neighbours(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    auto const table = folder.read("neighbours", {{"area"}, {"rank"}, {"neighbour"}});
    if (!table) return;
    IdIndex index;
    for (std::size_t i = 0; i < pack.areas.size(); ++i) index[pack.areas[i].id] = static_cast<int>(i);
    std::vector<std::vector<RankedNeighbour>> ranked(pack.areas.size());
    auto const before = problems.size();
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const area = read_id(row, "area", "area", index);
        auto const rank = row.integer("rank", {1, 1000, "1 is the nearest"});
        auto const neighbour = read_id(row, "neighbour", "area", index);
        if (!area || !rank || !neighbour) continue;
        auto& of_area = ranked[static_cast<std::size_t>(*area)];
        auto const is_same = [&](auto const& k) { return k.neighbour == *neighbour; };
        auto const known = std::any_of(of_area.begin(), of_area.end(), is_same);
        if (*area == *neighbour) row.report("neighbour", "an area cannot be its own neighbour");
        if (known) row.report("neighbour", "this neighbour of the area stands twice");
        of_area.push_back({*rank, *neighbour, r});
    }
    if (problems.size() != before) return;
    for (std::size_t i = 0; i < pack.areas.size(); ++i) {
        if (ranked[i].empty() && pack.areas.size() > 1) {
            problems.add({table->file()}, fmt::format("area {} has no neighbour", pack.areas[i].id));
        }
        set_neighbours(pack.areas[i], ranked[i], *table, problems);
    }
}
}  // namespace

void read_areas(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    std::vector<config::CsvColumn> const columns{
        {"id"}, {"name"}, {"code"}, {"region"}, {"type"}, {"two_tier"}, {"districts"}, {"population"}, {"deprivation"},
        {"land_area", Presence::optional}, {"latitude", Presence::optional}, {"longitude", Presence::optional}};
    auto const before = problems.size();
    auto const table = folder.read("areas", columns);
    if (!table) return;
    AreaKeys keys;
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        pack.areas.push_back(read_area(table->row(r, problems), pack, keys));
    }
    if (problems.size() != before) return;
    std::sort(pack.areas.begin(), pack.areas.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
    standardise_deprivation(pack.areas);
    std::vector<int> regions;
    std::vector<int> types;
    for (auto const& area : pack.areas) {
        regions.push_back(area.region.index());
        types.push_back(area.type);
    }
    check_used(pack.regions, regions, "region", table->file(), problems);
    check_used(pack.area_types, types, "area type", table->file(), problems);
    read_neighbours(folder, pack);
}
}  // namespace concordat::scenario
