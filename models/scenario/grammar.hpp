#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/catalogue.hpp"
#include "models/scenario/scenario_file.hpp"

namespace concordat::scenario
{
/// SCENARIO := REGIME ('+' REFORM)*, with the files that its names stand for.
struct Expression
{
    std::vector<ScenarioFile> regimes{};  ///< ancestry of the regime, itself last; never empty
    std::vector<ScenarioFile> reforms{};  ///< in the order given

    /// "laa_2008+ifg_18_double_reward_grant"
    [[nodiscard]] std::string name() const;
    /// Titles joined by " + ".
    [[nodiscard]] std::string title() const;
};

/// Reads an expression. Blanks around names are skipped; every unknown name is reported.
/// \param base where given, an expression that begins with a reform means base + that reform
[[nodiscard]] std::optional<Expression> parse_expression(std::string_view text,
                                                         Catalogue const& catalogue,
                                                         core::Problems& problems,
                                                         Expression const* base = nullptr);
}  // namespace concordat::scenario
