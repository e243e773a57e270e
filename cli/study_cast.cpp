#include "cli/study_cast.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "cli/scenario_choice.hpp"
#include "cli/sensitivity_setup.hpp"
#include "models/scenario/design_table.hpp"
#include "models/scenario/study_scenarios.hpp"
#include "sim/config/source_reading.hpp"
#include "sim/config/value.hpp"
#include "sim/store/file.hpp"

namespace concordat::cli
{
namespace
{
using scenario::Expression;

void check_distinct(std::vector<Expression> const& expressions, core::Problems& problems)
{
    std::set<std::string> names;
    for (auto const& expression : expressions) {
        if (names.insert(expression.name()).second) continue;
        problems.add(
            {}, fmt::format("the scenario {} is named twice", config::quote(expression.name())));
    }
}

/// Position of the baseline among the scenarios.
std::size_t find_baseline(StudyCommand const& command, std::vector<Expression> const& expressions,
                          Library const& library, BareReforms bare, core::Problems& problems)
{
    if (command.baseline.empty()) return 0;
    auto const problems_before = problems.size();
    auto const pair = parse_scenarios({command.scenarios.front(), command.baseline}, library, bare, problems);
    if (problems.size() != problems_before) return 0;
    std::vector<std::string> names;
    for (auto const& one : expressions) names.push_back(one.name());
    auto const found = std::find(names.begin(), names.end(), pair.back().name());
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    problems.add({.file = "--baseline"},
                 fmt::format("{} is none of the scenarios that are compared", config::quote(pair.back().name())),
                 fmt::format("there are {}", fmt::join(names, ", ")));
    return 0;
}

scenario::Design read_table(std::string const& file, Library const& library, core::Problems& problems)
{
    auto const problems_before = problems.size();
    scenario::Design design{.kind = "table", .points = scenario::read_design_table(file, library.parameters, problems)};
    if (design.points.empty() && problems.size() == problems_before) {
        problems.add({.file = file}, "there is no design point below the header");
    }
    return problems.size() == problems_before ? design : scenario::Design{};
}
}  // namespace

Cast cast_command(StudyCommand const& command, Library const& library, StudyRequest& request, core::Problems& problems)
{
    auto const bare = command.compares ? BareReforms::act_on_first : BareReforms::refused;
    Cast cast{.expressions = parse_scenarios(command.scenarios, library, bare, problems)};
    check_distinct(cast.expressions, problems);
    cast.baseline = find_baseline(command, cast.expressions, library, bare, problems);
    if (command.sensitivity) {
        if (cast.expressions.size() > 2) {
            problems.add({}, fmt::format("sensitivity takes a scenario, or a baseline and a reform, not {} scenarios",
                                         cast.expressions.size()),
                         "join reforms with +, as in ifg_18+cap_20");
        }
        auto plan = plan_sensitivity(*command.sensitivity, library, problems);
        request.command = "sensitivity";
        request.sensitivity = std::move(plan.record);
        cast.design = std::move(plan.design);
    }
    if (command.design.empty()) return cast;
    cast.design = read_table(command.design, library, problems);
    if (!cast.design.points.empty()) request.files.push_back({command.design, store::read_file(command.design)});
    return cast;
}

Cast cast_file(scenario::StudyFile const& file, Library const& library, StudyRequest& request, core::Problems& problems)
{
    auto found = scenario::find_study_scenarios(file, library.catalogue, problems);
    Cast cast{.design = file.design.value_or(scenario::Design{})};
    if (!found.baseline || found.others.size() != file.scenarios.size()) return cast;  // problems say why
    bool const fixed = cast.design.baseline == scenario::PointBaseline::fixed;
    if (fixed) {
        cast.fixed_baseline = std::move(found.baseline);
    } else {
        cast.expressions.push_back(std::move(*found.baseline));
        cast.labels.emplace_back();
    }
    for (std::size_t i = 0; i < found.others.size(); ++i) {
        cast.expressions.push_back(std::move(found.others[i]));
        cast.labels.push_back(file.scenarios[i].label);
    }
    request.study = StudyDescription{.name = file.name,
                                     .file = file.path.generic_string(),
                                     .title = file.title,
                                     .question = file.question,
                                     .source = file.source ? config::show(*file.source) : std::string{},
                                     .notes = file.notes,
                                     .outcomes = {}};
    for (auto const& outcome : file.outcomes) request.study->outcomes.push_back(outcome.text);
    request.files.push_back({file.path.generic_string(), file.text});
    return cast;
}
}  // namespace concordat::cli
