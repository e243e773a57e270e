#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// A value that somebody set outside the scenario files. It replaces what these set; factors and
/// additions of reforms act on it.
struct Override
{
    std::string round{};  ///< name of the only round that it acts on; empty: all
    std::string path{};
    std::string text{};  ///< the value as written
    std::string who{};   ///< "command line", or the table and row of a design point
    core::Position where{};
};

/// Reads "path=value" or "round:path=value" of `--set`. The path and value are checked when the override is applied.
[[nodiscard]] std::optional<Override> parse_override(std::string const& text,
                                                     core::Problems& problems);

/// Applies overrides in order, with the same checks as parameter files. A path that is set twice
/// is a problem.
void apply_overrides(config::ParameterTable& table, std::vector<Override> const& overrides,
                     core::Problems& problems);
}  // namespace concordat::scenario
