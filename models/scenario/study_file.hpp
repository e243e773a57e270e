#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/design.hpp"
#include "models/scenario/scenario_file.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// A scenario of a study, and what its author calls it.
struct StudyEntry
{
    Reference expression{};
    std::string label{};  ///< title in answers and reports; empty: the scenario's own
};

/// A question and the runs that answer it (docs/methods/studies.md). Values are checked against their
/// records; names of scenarios, outcomes and groupings are not yet looked up, so they keep their places.
struct StudyFile
{
    std::string name{};  ///< file name without its ending
    std::filesystem::path path{};
    std::string text{};  ///< as read, for the manifest
    std::string title{};
    std::string question{};
    std::string notes{};                      ///< may be empty
    std::optional<config::Source> source{};   ///< the passage or reason behind the question
    Reference baseline{};
    std::vector<StudyEntry> scenarios{};
    std::optional<Reference> replicates{};    ///< [count] a whole number above 0
    std::optional<Reference> until{};         ///< a rule of precision
    std::optional<Reference> time_limit{};    ///< such as "10min"
    std::optional<Reference> seed{};          ///< a whole number from 0 to 2^64 - 1
    std::vector<Reference> outcomes{};        ///< that answers show first; empty: the usual ones
    std::vector<Reference> record{};          ///< groupings of results; empty: the usual ones
    std::optional<Design> design{};
};

/// Reads a study. Paths in its scenarios start at its own folder; they are returned as seen from
/// where the program runs.
/// \returns with problems, what could be read, so that its names can be checked too; nullopt where the
///     file is no mapping
[[nodiscard]] std::optional<StudyFile> read_study(std::filesystem::path const& path,
                                                  config::ParameterTable const& parameters,
                                                  core::Problems& problems);
}  // namespace concordat::scenario
