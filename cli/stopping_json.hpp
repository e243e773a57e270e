#pragma once

#include <nlohmann/json_fwd.hpp>

#include "analysis/compare/null_reform.hpp"
#include "analysis/compare/stopping_rule.hpp"
#include "cli/study_request.hpp"

namespace concordat::cli
{
/// A study's rule of precision, whether it was met and by how many replicates (docs/methods/program.md).
[[nodiscard]] nlohmann::ordered_json write_precision(StudyRequest const& request, compare::StoppingRule const& rule);

/// The self-test of a comparison.
[[nodiscard]] nlohmann::ordered_json write_null_reform(compare::NullReform const& result);
}  // namespace concordat::cli
