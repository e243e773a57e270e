#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/catalogue.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/override.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// A file that took part in a scenario, for the record of a study.
struct FileText
{
    std::string path{};
    std::string text{};
};

/// A round with every parameter settled. What changed a parameter, and why, is in the history of
/// its record.
struct ResolvedRound
{
    std::string name{};   ///< of the round; of the regime where the scenario is a single one
    std::string title{};  ///< of its regime
    int from{};           ///< calendar year; 0 where the scenario is a single regime
    std::string note{};   ///< may be empty
    config::ParameterTable parameters{};
};

/// A scenario with every parameter of every round settled.
struct ResolvedScenario
{
    std::string name{};  ///< canonical: full names joined by '+'
    std::string title{};
    std::string description{};  ///< of the regime and reforms, a line each; may be empty
    std::string pack{};         ///< name of the data pack
    std::filesystem::path pack_folder{};
    std::vector<ResolvedRound> rounds{};  ///< one for a single regime; never empty
    std::vector<FileText> files{};  ///< regimes with the ancestor first, then those of rounds, then reforms
    std::vector<Override> overrides{};

    [[nodiscard]] bool is_history() const { return rounds.front().from != 0; }
};

/// Applies regimes, reforms and overrides to the parameters.
///
/// A history has a table for each round: the round's regime acts first, then the history's own
/// changes, then the reforms that act on that round, as below.
///
/// Each regime of an ancestry acts on what the one before left. All reforms act on the regime:
/// factors multiply and additions add up in any order, equal settings agree; every other pair of
/// reforms on one parameter is a conflict. Overrides replace what regimes and reforms set; factors and
/// additions of reforms act on the result, so that a reform which doubles a value still doubles it.
/// \returns nullopt if there is any problem
[[nodiscard]] std::optional<ResolvedScenario> resolve_scenario(
    Expression const& expression, Catalogue const& catalogue,
    config::ParameterTable const& parameters, std::vector<Override> const& overrides,
    core::Problems& problems);

/// A parameter that differs between two tables, or the data pack under the path "pack".
struct Difference
{
    std::string path{};
    std::string description{};
    std::string unit{};
    config::Value before{};
    config::Value after{};
    std::vector<config::AppliedChange> history{};  ///< of the second scenario
};

/// What differs from one table to another, by path. Both must rest on the same parameter files.
[[nodiscard]] std::vector<Difference> list_differences(config::ParameterTable const& before,
                                                       config::ParameterTable const& after);
/// The same for two rounds of two scenarios, with the data pack.
[[nodiscard]] std::vector<Difference> list_differences(ResolvedScenario const& before, std::size_t round_before,
                                                       ResolvedScenario const& after, std::size_t round_after);
}  // namespace concordat::scenario
