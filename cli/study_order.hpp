#pragma once

#include <optional>

#include "cli/requests.hpp"
#include "models/scenario/study_file.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// A command with what its study file adds to it.
struct StudyOrder
{
    StudyCommand command{};  ///< with the file's replicates, rules, seed and groupings where none were typed
    std::optional<scenario::StudyFile> file{};
};

/// Reads the study file that a command names, if it names one, and checks the names of outcomes and
/// groupings in it. What is typed on the command line goes before what the file says.
[[nodiscard]] StudyOrder take_order(StudyCommand const& given, core::Problems& problems);
}  // namespace concordat::cli
