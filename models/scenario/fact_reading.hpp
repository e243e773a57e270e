#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// A scenario under the name that the rest of a file of facts has for it.
struct NamedScenario
{
    std::string name{};
    std::string expression{};  ///< REGIME+REFORM+...
    core::Position where{};
};

/// {NAME: REGIME+REFORM+..., ...}; expressions are left to the caller. \param node may be nullptr
[[nodiscard]] std::vector<NamedScenario> read_named_scenarios(config::Node const* node, core::Problems& problems);

/// \returns the name, or an empty text after a problem if no scenario has it
[[nodiscard]] std::string check_scenario_name(std::string const& name, core::Position const& where,
                                              std::vector<NamedScenario> const& scenarios, core::Problems& problems);

/// A finite number. \param what names it in the message
[[nodiscard]] std::optional<double> read_fact_number(config::Node const& node, std::string const& what, core::Problems& problems);

/// [lowest, highest]
[[nodiscard]] std::optional<config::Range> read_fact_range(config::Node const& node, std::string const& what, core::Problems& problems);
}  // namespace concordat::scenario
