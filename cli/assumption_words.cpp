#include "cli/assumption_words.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/number_format.hpp"

namespace concordat::cli
{
std::optional<sensitivity::AssumptionShares> find_assumption_shares(StudyRequest const& request, store::StudyReader const& study,
                                                                    StudyView const& view, std::size_t scenario, std::string_view outcome)
{
    if (!request.ensemble) return std::nullopt;
    std::vector<std::vector<double>> points;
    for (auto const replicate : study.replicates()) points.push_back(request.ensemble->point_of(replicate));
    auto const baseline = request.scenarios[scenario].baseline;
    return sensitivity::find_assumption_shares(points, baseline == scenario ? view.values(scenario, outcome)
                                                                            : view.changes(baseline, scenario, outcome));
}

std::string describe_assumption_shares(StudyRequest const& request, store::StudyReader const& study, StudyView const& view,
                                       std::size_t scenario, store::Outcome const& outcome)
{
    auto const found = find_assumption_shares(request, study, view, scenario, outcome.name);
    if (!found) return {};
    auto text = fmt::format("{}{} of the variance of {} comes from assumptions", found->is_lower_bound ? "At least " : "",
                            write_percent(found->share), outcome.label);
    if (found->strongest) {
        text += fmt::format(", most from {} ({})", request.ensemble->paths[*found->strongest], write_percent(found->strongest_share));
    }
    return text + (found->is_lower_bound ? "." : "; the rest is luck.");
}

std::string name_causes(StudyRequest const& request)
{
    return request.ensemble ? "by luck and assumptions" : "by luck alone";
}
}  // namespace concordat::cli
