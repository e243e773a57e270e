#include "models/scenario/study_scenarios.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace concordat::scenario
{
namespace
{
/// What a study runs at a point: its scenarios, and the baseline where it varies.
std::vector<Expression> list_runs(StudyScenarios const& scenarios, bool fixed)
{
    auto runs = scenarios.others;
    if (!fixed) runs.push_back(*scenarios.baseline);
    return runs;
}

bool has_fixed_baseline(StudyFile const& study)
{
    return study.design && study.design->baseline == PointBaseline::fixed;
}

void check_distinct(StudyFile const& study, StudyScenarios const& scenarios, core::Problems& problems)
{
    std::map<std::string, std::string> first_use;
    if (!has_fixed_baseline(study)) first_use.emplace(scenarios.baseline->name(), "the baseline");
    for (std::size_t i = 0; i < scenarios.others.size(); ++i) {
        auto const& where = study.scenarios[i].expression.where;
        auto const name = scenarios.others[i].name();
        auto const [first, is_new] = first_use.emplace(name, fmt::format("line {}", where.line));
        if (is_new) continue;
        problems.add(where, fmt::format("the scenario {} stands there already: {}", config::quote(name), first->second));
    }
}
}  // namespace

StudyScenarios find_study_scenarios(StudyFile const& study, Catalogue const& catalogue, core::Problems& problems)
{
    auto const problems_before = problems.size();
    StudyScenarios found;
    auto const& base = study.baseline;
    if (!base.text.empty()) found.baseline = parse_expression(base.text, catalogue, problems, nullptr, base.where);
    for (auto const& entry : study.scenarios) {
        auto const& given = entry.expression;
        if (!found.baseline) {
            // Without a baseline a bare reform cannot be judged; its name can.
            check_first_name(given.text, catalogue, problems, given.where);
            continue;
        }
        auto one = parse_expression(given.text, catalogue, problems, &*found.baseline, given.where);
        if (one) found.others.push_back(std::move(*one));
    }
    if (problems.size() == problems_before && found.baseline) check_distinct(study, found, problems);
    return found;
}

void check_study_points(StudyFile const& study, Catalogue const& catalogue, config::ParameterTable const& parameters,
                        core::Problems& problems)
{
    auto const problems_before = problems.size();
    auto const scenarios = find_study_scenarios(study, catalogue, problems);
    if (problems.size() != problems_before || !scenarios.baseline) return;
    (void)resolve_scenario(*scenarios.baseline, catalogue, parameters, {}, problems);
    auto const points = study.design ? study.design->points : std::vector<DesignPoint>{DesignPoint{}};
    for (auto const& point : points) {
        for (auto const& run : list_runs(scenarios, has_fixed_baseline(study))) {
            if (problems.size() == problems_before) {
                (void)resolve_scenario(run, catalogue, parameters, point.overrides, problems);
            }
        }
    }
}
}  // namespace concordat::scenario
