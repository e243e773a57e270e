#include "cli/study_tables.hpp"

#include "analysis/compare/comparison_table.hpp"
#include "analysis/compare/study_comparison.hpp"
#include "cli/decomposition_findings.hpp"
#include "cli/design_text.hpp"
#include "cli/sensitivity_findings.hpp"
#include "sim/store/csv.hpp"
#include "sim/store/results_csv.hpp"

namespace concordat::cli
{
bool has_comparison(StudyRequest const& request) { return request.compares() && !request.decomposition && !request.sensitivity; }

std::vector<store::ExtraFile> write_extras(StudyRequest const& request, store::StudyReader const& study)
{
    std::vector<store::ExtraFile> files;
    if (!request.design.points.empty()) files.push_back({store::design_name, write_design_table(request)});
    if (request.decomposition && !study.replicates().empty()) {
        files.push_back({store::decomposition_name, write_decomposition_table(request, study)});
        files.push_back({store::waterfall_name, draw_decomposition(request, study)});
    }
    if (request.sensitivity && !study.replicates().empty()) {
        auto const findings = find_sensitivities(request, study);
        files.push_back({store::sensitivity_name, write_sensitivity_table(*request.sensitivity, findings)});
        files.push_back({store::sensitivity_chart_name, draw_sensitivity(*request.sensitivity, findings)});
    }
    return files;
}

std::vector<store::ExtraFile> derive_tables(StudyRequest const& request, store::StudyReader const& study)
{
    auto const baselines = request.baselines();
    std::vector<store::ExtraFile> files{{store::summary_name, store::write_csv(compare::make_summary_table(study, baselines))}};
    if (has_comparison(request)) {
        files.push_back({store::comparison_name, store::write_csv(compare::make_comparison_table(study, baselines))});
    }
    if (!study.failures().empty()) files.push_back({store::failures_name, store::write_csv(store::list_failures(study))});
    for (auto& file : write_extras(request, study)) files.push_back(std::move(file));
    return files;
}
}  // namespace concordat::cli
