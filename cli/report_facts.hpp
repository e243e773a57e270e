#pragma once

#include <filesystem>

#include "analysis/report/report_facts.hpp"
#include "cli/study_request.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// What a report tells of the model, the request and the run. The data pack is read again for its
/// areas and indicators; where it is gone or has changed the report goes without a map and says so.
/// \param folder of the study. \pre the study has a replicate
[[nodiscard]] report::ReportFacts collect_report_facts(StudyRequest const& request, store::StudyReader const& study,
                                                       std::filesystem::path const& folder);
}  // namespace concordat::cli
