#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/catalogue.hpp"
#include "models/scenario/scenario_file.hpp"

namespace concordat::scenario
{
/// A round with the files of its regime.
struct RoundChoice
{
    std::string name{};                  ///< unique in its scenario
    int from{};                          ///< calendar year; 0 where the scenario is a single regime
    std::string note{};                  ///< may be empty
    std::vector<ScenarioFile> regimes{}; ///< ancestry of the round's regime, itself last; never empty
};

/// SCENARIO := REGIME ('+' REFORM ['@' DOSE])*, with the files that its names stand for.
struct Expression
{
    std::vector<ScenarioFile> regimes{};  ///< ancestry of the regime, itself last; never empty
    std::vector<ScenarioFile> reforms{};  ///< in the order given
    std::vector<RoundChoice> rounds{};    ///< of a history, in order; empty for a single regime

    [[nodiscard]] bool is_history() const { return !rounds.empty(); }

    /// "laa_2008+ifg_18_double_reward_grant", "laa_2008+cap_20@weak"
    [[nodiscard]] std::string name() const;
    /// Titles joined by " + ".
    [[nodiscard]] std::string title() const;
};

/// Reads an expression. Blanks around names are skipped; every unknown name is reported.
/// \param base where given, an expression that begins with a reform means base + that reform
/// \param where the expression stands, for messages
[[nodiscard]] std::optional<Expression> parse_expression(std::string_view text,
                                                         Catalogue const& catalogue,
                                                         core::Problems& problems,
                                                         Expression const* base = nullptr,
                                                         core::Position const& where = {});

/// Reports what is wrong with the first name of an expression: all that can be said of it where its base is not known.
void check_first_name(std::string_view text, Catalogue const& catalogue, core::Problems& problems, core::Position const& where = {});

/// The rounds of the history that an ancestry of regimes ends in: those of the youngest regime that
/// lists any. Empty for a single regime.
[[nodiscard]] std::vector<RoundChoice> find_rounds(std::vector<ScenarioFile> const& regimes,
                                                   Catalogue const& catalogue,
                                                   core::Problems& problems);
}  // namespace concordat::scenario
