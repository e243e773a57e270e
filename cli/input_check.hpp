#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cli/study_check.hpp"
#include "cli/study_request.hpp"

namespace concordat::cli
{
/// Whether the data pack, the scenario files and the saved states that a study came from are as they
/// were. What differs is a warning: the study's results are not touched by it.
[[nodiscard]] std::vector<StudyCheck> check_inputs(StudyRequest const& request);

/// Whether this is the program that ran the study.
[[nodiscard]] std::vector<StudyCheck> check_program(std::string const& version, nlohmann::json const& manifest);
}  // namespace concordat::cli
