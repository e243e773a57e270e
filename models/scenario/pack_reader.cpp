#include "models/scenario/pack_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "models/scenario/pack_areas.hpp"
#include "models/scenario/pack_groups.hpp"
#include "models/scenario/pack_indicators.hpp"
#include "models/scenario/pack_partners.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
namespace
{
/// A misspelt optional table would otherwise be left out without a word.
void check_file_names(std::filesystem::path const& folder, core::Problems& problems)
{
    std::vector<std::string> const known{"areas.csv", "neighbours.csv", "groups.csv", "departments.csv",
                                         "indicators.csv", "salience.csv", "partners.csv", "base_shares.csv",
                                         "base_share_overrides.csv", "spillovers.csv"};
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    for (auto const& path : found) {
        auto const name = path.filename().string();
        if (path.extension() != ".csv" || std::find(known.begin(), known.end(), name) != known.end()) continue;
        auto const nearest = core::nearest_name(name, known);
        problems.add({path.string()}, "is no table of a data pack",
                     nearest.empty() ? std::string{} : fmt::format("did you mean '{}'?", nearest));
    }
}

std::string name_of(std::filesystem::path const& folder)
{
    auto const whole = std::filesystem::absolute(folder).lexically_normal();
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}
}  // namespace

state::Pack read_pack(std::filesystem::path const& folder)
{
    core::Problems problems;
    if (!std::filesystem::is_directory(folder)) {
        problems.add({folder.string()}, "is not a folder; a data pack is a folder of tables");
        problems.throw_if_any();
    }
    check_file_names(folder, problems);
    state::Pack pack;
    pack.name = name_of(folder);
    read_groups(folder, pack, problems);
    read_departments(folder, pack, problems);
    read_areas(folder, pack, problems);
    read_indicators(folder, pack, problems);
    read_partners(folder, pack, problems);
    // The remaining tables only refer to the first ones: half-read lists would give false alarms.
    problems.throw_if_any();
    read_salience(folder, pack, problems);
    read_base_shares(folder, pack, problems);
    read_spillovers(folder, pack, problems);
    problems.throw_if_any();
    return pack;
}
}  // namespace concordat::scenario
