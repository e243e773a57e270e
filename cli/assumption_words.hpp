#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/sensitivity/assumption_shares.hpp"
#include "cli/study_request.hpp"
#include "cli/study_view.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// What part of the variance of a scenario's change, or of its level where it is a baseline, comes from the
/// assumptions of an ensemble; nothing where they are fixed or replicates are too few.
[[nodiscard]] std::optional<sensitivity::AssumptionShares> find_assumption_shares(StudyRequest const& request,
                                                                                  store::StudyReader const& study,
                                                                                  StudyView const& view, std::size_t scenario,
                                                                                  std::string_view outcome);

/// "At least 62 % of the variance of that change comes from assumptions, most from X (31 %); the rest is luck."
/// Empty where there is nothing to say.
[[nodiscard]] std::string describe_assumption_shares(StudyRequest const& request, store::StudyReader const& study,
                                                     StudyView const& view, std::size_t scenario, store::Outcome const& outcome);

/// "by luck alone" or "by luck and assumptions".
[[nodiscard]] std::string name_causes(StudyRequest const& request);
}  // namespace concordat::cli
