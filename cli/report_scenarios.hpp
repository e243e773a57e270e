#pragma once

#include <vector>

#include "analysis/report/report_facts.hpp"
#include "cli/study_request.hpp"
#include "cli/study_view.hpp"

namespace concordat::cli
{
/// Every scenario with its short name, the passage that it puts into numbers, what it changes, and
/// sentences on its budget and contests, in the order of the study.
[[nodiscard]] std::vector<report::ScenarioFact> describe_scenarios(StudyRequest const& request, StudyView const& view);
}  // namespace concordat::cli
