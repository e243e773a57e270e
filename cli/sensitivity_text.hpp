#pragma once

#include <string>

#include "cli/answer.hpp"
#include "cli/sensitivity_findings.hpp"

namespace concordat::cli
{
/// The answer of `sensitivity` for a person: for every outcome the assumptions by how much they matter.
[[nodiscard]] std::string write_sensitivity_text(Answer const& answer);

/// The answer in a sentence: what an outcome hangs on most.
[[nodiscard]] std::string write_sensitivity_sentence(StudyRequest const& request, SensitivityFinding const& finding);

/// The same for a program: one JSON object whose members docs/methods/program.md lists.
[[nodiscard]] std::string write_sensitivity_json(Answer const& answer);
}  // namespace concordat::cli
