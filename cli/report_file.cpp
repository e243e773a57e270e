#include "cli/report_file.hpp"

#include "analysis/report/html_page.hpp"
#include "analysis/report/page_bundle.hpp"
#include "cli/exit_code.hpp"
#include "cli/report_facts.hpp"
#include "sim/store/file.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
WrittenReport write_report(StudyRequest const& request, store::StudyReader const& study,
                           std::filesystem::path const& folder, std::filesystem::path file)
{
    if (!report::page_is_built()) {
        throw RunFailure{"this program was built without the page of reports; build it with "
                         "-DCONCORDAT_REPORT=ON (node and npm are needed)"};
    }
    if (study.replicates().empty()) {
        throw RunFailure{folder.string() + ": no replicate is complete, so there is nothing to report"};
    }
    if (file.empty()) file = folder / store::report_name;
    auto const facts = collect_report_facts(request, study, folder);
    store::write_file_durably(file, report::write_html_page(study, facts));
    return {file, facts.answer};
}
}  // namespace concordat::cli
