#pragma once

#include <string>

#include "analysis/report/report_facts.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::report
{
/// All that a report shows, as one JSON object (docs/methods/report.md). Numbers of the
/// main outcomes are the same doubles as in `summary.csv`; longer tables are cut to seven digits.
/// \pre the facts have the scenarios of the study, in its order, and the study a replicate
[[nodiscard]] std::string write_report_data(store::StudyReader const& study, ReportFacts const& facts);
}  // namespace concordat::report
