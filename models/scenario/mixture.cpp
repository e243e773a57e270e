#include "models/scenario/mixture.hpp"

#include <set>

#include "models/scenario/resolved_scenario.hpp"
#include "sim/core/check.hpp"

namespace concordat::scenario
{
std::vector<std::string> list_changed_paths(std::vector<config::ParameterTable const*> const& before,
                                            std::vector<config::ParameterTable const*> const& after)
{
    core::require(before.size() == after.size(), "both scenarios have the same number of rounds");
    std::set<std::string> paths;
    for (std::size_t k = 0; k < before.size(); ++k) {
        for (auto const& difference : list_differences(*before[k], *after[k])) paths.insert(difference.path);
    }
    return {paths.begin(), paths.end()};
}

config::ParameterTable mix_tables(config::ParameterTable before, config::ParameterTable const& after,
                                  std::vector<std::string> const& paths)
{
    for (auto const& path : paths) before.at(path) = after.at(path);
    return before;
}
}  // namespace concordat::scenario
