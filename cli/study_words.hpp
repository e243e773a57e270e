#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/study_request.hpp"

namespace concordat::cli
{
/// The command that gives a study's results again, as a shell takes it.
[[nodiscard]] std::string write_repeating_command(StudyRequest const& request);

/// What the study is called: the title of its file, else its baseline's.
[[nodiscard]] std::string name_study(StudyRequest const& request);

/// How a study is cited. \param folder the name of its folder; \param results_hash may be empty
[[nodiscard]] std::string write_citation(StudyRequest const& request, std::string const& folder, std::uint64_t seed,
                                         std::string const& results_hash);

/// What the numbers of any study do not say, a sentence or two each.
[[nodiscard]] std::vector<std::string> list_limits(StudyRequest const& request);
}  // namespace concordat::cli
