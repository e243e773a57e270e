#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/decomposition_record.hpp"
#include "cli/sensitivity_record.hpp"
#include "cli/study_description.hpp"
#include "models/scenario/ensemble.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::cli
{
/// A round of a scenario, with every parameter settled.
struct StudyRound
{
    std::string name{};
    std::string title{};  ///< of its regime
    int from{};           ///< calendar year; 0 where the scenario is a single regime
    std::string note{};   ///< may be empty
    config::ParameterTable parameters{};
};

/// A scenario at a design point.
struct StudyScenario
{
    std::string name{};
    std::string title{};
    std::string design_point{};  ///< empty without a design
    std::size_t baseline{};      ///< [index] of the scenario that it is compared with, or itself
    std::vector<StudyRound> rounds{};  ///< one for a single regime; never empty

    [[nodiscard]] bool is_history() const { return rounds.front().from != 0; }
};

/// The saved states that a study goes on from.
struct StateUse
{
    std::filesystem::path file{};  ///< absolute
    std::string hash{};            ///< [hex] of its content
};

/// The data pack that a study rests on.
struct PackIdentity
{
    std::string name{};
    std::filesystem::path folder{};                            ///< absolute
    std::vector<std::pair<std::string, std::string>> files{};  ///< name and hash, by name
};

/// When a study ends before it has all its replicates.
struct PrecisionRequest
{
    std::string rule{};          ///< as compare::PrecisionRule writes it; empty: it does not
    std::uint32_t at_least{100}; ///< [count] replicates before the rule is looked at
};

/// Everything that decides the results of a study but the seed and the number of replicates, which
/// the store's plan holds. It is kept inside that plan, so that a study can be resumed without the
/// scenario and parameter files that it came from; only the data pack is read again, and must be
/// the same.
struct StudyRequest
{
    std::string version{};                   ///< of the program
    std::string command{};                   ///< run, compare, study, decompose or sensitivity
    std::vector<std::string> repeat_with{};  ///< arguments that give the same results again
    std::vector<std::string> groupings{};
    bool stop_on_failure{};
    PrecisionRequest until{};
    bool netcdf{true};  ///< results.nc is written
    PackIdentity pack{};
    std::optional<StateUse> from_state{};
    config::ParameterTable parameters{};          ///< as the parameter files have them
    std::vector<scenario::FileText> files{};      ///< regimes, reforms and the design, each once
    std::vector<scenario::Override> overrides{};  ///< of --set
    std::vector<StudyScenario> scenarios{};
    std::optional<StudyDescription> study{};  ///< of a study file
    DesignRecord design{};                    ///< without points where there is no design
    std::optional<DecompositionRecord> decomposition{};
    std::optional<SensitivityRecord> sensitivity{};
    std::optional<scenario::Ensemble> ensemble{};  ///< nothing: assumptions are fixed

    [[nodiscard]] bool compares() const { return command != "run"; }
    /// [index] of every scenario's baseline
    [[nodiscard]] std::vector<std::size_t> baselines() const;
    /// [count] the same for all scenarios
    [[nodiscard]] std::size_t round_count() const { return scenarios.front().rounds.size(); }
};

/// As a JSON object; scenarios list only the parameters that differ from `parameters`.
[[nodiscard]] std::string request_to_json(StudyRequest const& request);
/// \throws std::exception if the text is no such object
[[nodiscard]] StudyRequest request_from_json(std::string const& text);

/// Names and hashes of a pack's files, by name.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> hash_folder(
    std::filesystem::path const& folder);
}  // namespace concordat::cli
