#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "analysis/compare/dose_response.hpp"
#include "cli/judgement.hpp"

namespace concordat::cli
{
/// A table for a person of how what reforms argue about goes with their dose; empty where the study has no doses.
[[nodiscard]] std::string write_doses(std::vector<Judgement> const& list);
/// Rows of a table in Markdown; empty where the study has no doses.
[[nodiscard]] std::string write_dose_rows(std::vector<Judgement> const& list);
/// {weak, stated, strong, step_errors, shape, turn_matters}
[[nodiscard]] nlohmann::ordered_json write_doses_json(compare::DoseResponse const& doses);
}  // namespace concordat::cli
