#pragma once

#include <string>

#include "cli/library.hpp"
#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// File of a pack's own ensemble.
inline constexpr char const* ensemble_file = "ensemble.csv";

/// Gives a study the ensemble that its command asks for: the pack's, one of a file, or none, where assumptions
/// are fixed. Comparisons take the pack's where nothing is said and it has one.
/// \pre the request has its scenarios and its pack
void choose_ensemble(StudyCommand const& command, Library const& library, StudyRequest& request, core::Problems& problems);

/// The word or file that gives the same ensemble again; empty where it goes without saying.
[[nodiscard]] std::string repeat_assumptions(StudyCommand const& command, StudyRequest const& request);
}  // namespace concordat::cli
