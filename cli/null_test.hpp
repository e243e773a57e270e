#pragma once

#include <optional>
#include <string>

#include "analysis/compare/null_reform.hpp"
#include "cli/study_request.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// Runs the baseline of the study's last scenario again in its first replicate, as a reform that changes
/// nothing: from a request written and read anew, in models built anew, in a world where another
/// scenario has just run. \return nothing where there is no comparison or no replicate
[[nodiscard]] std::optional<compare::NullReform> test_null_reform(StudyRequest const& request,
                                                                  store::StudyReader const& study);

/// What to tell the user where it failed.
[[nodiscard]] std::string describe_failure(compare::NullReform const& result);
}  // namespace concordat::cli
