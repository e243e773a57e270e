#pragma once

#include <optional>
#include <string>

#include "analysis/compare/stopping_rule.hpp"
#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// Reads --until and --min-replicates; what is wrong with them goes to `problems`.
[[nodiscard]] PrecisionRequest read_until(StudyCommand const& command, core::Problems& problems);

/// The rule that a study ends by, fed with the replicates that are there; nothing where it has none.
[[nodiscard]] std::optional<compare::StoppingRule> make_stopping_rule(StudyRequest const& request,
                                                                      store::StudyReader const& study);

/// How many replicates the rule needed, or what is missing.
[[nodiscard]] std::string describe_stopping(StudyRequest const& request, compare::StoppingRule const& rule);

/// The request of a study that is to have `replicates` in all, whatever their precision.
[[nodiscard]] StudyRequest grow_request(StudyRequest request, std::uint32_t replicates);
}  // namespace concordat::cli
