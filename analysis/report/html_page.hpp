#pragma once

#include <string>

#include "analysis/report/report_facts.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::report
{
/// The report as one HTML file that needs nothing else: data, code and style stand in it, and its
/// policy forbids it to ask any network for more. Question and answer can be read without scripts.
/// The same study and facts give the same bytes.
/// \pre `page_is_built()`, and as `write_report_data`
[[nodiscard]] std::string write_html_page(store::StudyReader const& study, ReportFacts const& facts);

/// JSON as it may stand in a script element: no text in it can end the element.
[[nodiscard]] std::string escape_script_data(std::string const& json);
}  // namespace concordat::report
