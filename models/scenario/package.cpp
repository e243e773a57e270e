#include "models/scenario/package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/config/value.hpp"

namespace concordat::scenario
{
namespace
{
/// Follows a file's list of reforms; `path` holds the names of the packages that are being read.
void follow(ScenarioFile const& file, std::vector<std::string>& path, std::vector<ScenarioFile>& parts,
            Catalogue const& catalogue, core::Problems& problems)
{
    for (auto const& one : file.includes) {
        auto given = one.text;
        if (is_path(given)) given = (file.path.parent_path() / given).generic_string();
        auto part = catalogue.find(given, Place::reform, one.where, problems);
        if (!part) continue;
        if (std::find(path.begin(), path.end(), part->name) != path.end()) {
            problems.add(one.where, fmt::format("'includes' goes in a circle: {} comes back", config::quote(part->name)));
            continue;
        }
        bool const known = std::any_of(parts.begin(), parts.end(), [&](auto const& other) { return other.name == part->name; });
        if (known) {
            problems.add(one.where, fmt::format("{} is included twice", config::quote(part->name)));
            continue;
        }
        parts.push_back(*part);
        path.push_back(part->name);
        follow(*part, path, parts, catalogue, problems);
        path.pop_back();
    }
}
}  // namespace

void read_parts(ScenarioFile& file, Catalogue const& catalogue, core::Problems& problems)
{
    std::vector<std::string> path{file.name};
    follow(file, path, file.parts, catalogue, problems);
}

std::vector<ScenarioFile> unpack(std::vector<ScenarioFile> const& reforms)
{
    std::vector<ScenarioFile> all;
    for (auto const& reform : reforms) {
        all.push_back(reform);
        for (auto const& part : reform.parts) {
            all.push_back(part);
            if (part.acts_on.empty()) all.back().acts_on = reform.acts_on;
            all.back().dose = reform.dose;
        }
    }
    return all;
}

void add_origins(ScenarioFile const& file, std::vector<Origin>& origins)
{
    if (file.kind == FileKind::reform) origins.push_back({file.name, {}});
    for (auto const& part : file.parts) origins.push_back({part.name, file.name});
}
}  // namespace concordat::scenario
