#include "cli/validation_plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "analysis/stats/interval.hpp"
#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/outcome_choice.hpp"
#include "cli/record_option.hpp"
#include "cli/study_setup.hpp"
#include "models/scenario/calibration_file.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
using scenario::FactBound;
using scenario::Knowledge;
using scenario::NamedScenario;

constexpr char const* fitted_section = "What was fitted";

/// A row for each scenario in which the fact is scored.
void add_fact(ValidationPlan& plan, scenario::ValidationFact const& fact)
{
    for (auto const& of : fact.of) {
        bool const implied = std::find(fact.implied.begin(), fact.implied.end(), of) != fact.implied.end();
        ValidationRow row{.name = fact.of.size() == 1 ? fact.name : fmt::format("{} ({})", fact.name, of),
                          .section = fact.section,
                          .use = implied ? FactUse::implied : FactUse::held_out,
                          .quantity = fact.quantity,
                          .knowledge = fact.knowledge,
                          .low = fact.low,
                          .high = fact.high,
                          .known = fact.low,
                          .published = fact.published,
                          .source = fact.source};
        if (fact.knowledge == Knowledge::nothing) row.use = FactUse::prediction;
        row.quantity.of = of;
        plan.rows.push_back(std::move(row));
    }
}

void add_fitted(ValidationPlan& plan, scenario::CalibrationFact const& fact)
{
    double const half = fact.bound == FactBound::value ? stats::half_interval * fact.sampling : 0.0;
    ValidationRow row{.name = fact.name,
                      .section = fitted_section,
                      .use = FactUse::fitted,
                      .quantity = {.outcome = fact.quantity.outcome,
                                   .of = fact.quantity.of,
                                   .less = fact.quantity.less,
                                   .over = fact.quantity.over,
                                   .where = fact.quantity.where},
                      .knowledge = Knowledge::value,
                      .low = fact.observed - half,
                      .high = fact.observed + half,
                      .known = fact.observed,
                      .published = {},
                      .source = fact.source};
    if (fact.bound == FactBound::at_least) row.knowledge = Knowledge::at_least;
    if (fact.bound == FactBound::at_most) row.knowledge = Knowledge::at_most;
    plan.rows.push_back(std::move(row));
}

/// One name means one scenario in both files.
void add_scenarios(std::vector<NamedScenario>& all, std::vector<NamedScenario> const& more, core::Problems& problems)
{
    for (auto const& one : more) {
        auto const found = std::find_if(all.begin(), all.end(), [&](auto const& other) { return other.name == one.name; });
        if (found == all.end()) {
            all.push_back(one);
        } else if (found->expression != one.expression) {
            problems.add(found->where, fmt::format("{} is {} here and {} where it was fitted", config::quote(one.name), found->expression, one.expression),
                         "call it something else");
        }
    }
}

/// Outcomes and groupings are checked as --outcome's and --record's are, and reported where they stand.
void check_quantity(scenario::MeasuredQuantity const& quantity, core::Problems& problems)
{
    core::Problems found;
    (void)choose_outcome_names(quantity.outcome, found);
    if (!quantity.per.empty()) (void)choose_outcome_names(quantity.per, found);
    if (found.empty() && !quantity.grouping.empty()) {
        (void)read_record({fmt::format("{}:{}", quantity.grouping, quantity.outcome)}, found);
        if (!quantity.per.empty()) (void)read_record({fmt::format("{}:{}", quantity.grouping, quantity.per)}, found);
    }
    for (auto const& one : found.list()) problems.add(quantity.where, one.message, one.hint);
    if (quantity.take != scenario::Taking::curve_outside || quantity.grouping == "indicator") return;
    problems.add(quantity.where, "curves are published of indicators alone", "groups: indicator");
}

std::vector<std::string> list_groups(std::string const& grouping, store::Schema const& schema)
{
    std::vector<std::string> names;
    auto const place = schema.find_grouping(grouping);
    for (std::size_t g = 0; place && g < schema.group_count(*place); ++g) names.push_back(schema.group_name(*place, static_cast<int>(g)));
    return names;
}

/// The one group, or those that are chosen, must be there.
void check_names(scenario::MeasuredQuantity const& quantity, std::vector<std::string> const& names, core::Problems& problems)
{
    auto const& group = quantity.group;
    if (!group.empty() && std::find(names.begin(), names.end(), group) == names.end()) {
        problems.add(quantity.where, fmt::format("there is no {} {}", quantity.grouping, config::quote(group)), suggest(group, names));
    }
    if (quantity.only.empty()) return;
    std::vector<std::string> known{"place_survey", "perception", "not_perception"};
    if (quantity.grouping != "indicator") {
        known.clear();
        for (auto const& name : names) {
            if (auto const slash = name.rfind('/'); slash != std::string::npos) known.push_back(name.substr(slash + 1));
        }
    }
    if (std::find(known.begin(), known.end(), quantity.only) != known.end()) return;
    problems.add(quantity.where, fmt::format("{} chooses none of the groups by {}", config::quote(quantity.only), quantity.grouping),
                 suggest(quantity.only, known));
}

/// "nation,area:prescribed_share,indicator:picks+false_hit_share"
std::string list_groupings(std::vector<ValidationRow> const& rows)
{
    std::map<std::string, std::vector<std::string>> wanted;
    for (auto const& row : rows) {
        auto& outcomes = wanted[row.quantity.grouping.empty() ? "nation" : row.quantity.grouping];
        for (auto const& one : {row.quantity.outcome, row.quantity.per}) {
            if (!one.empty() && std::find(outcomes.begin(), outcomes.end(), one) == outcomes.end()) outcomes.push_back(one);
        }
    }
    std::string text{"nation"};
    for (auto const& [grouping, outcomes] : wanted) {
        if (grouping == "nation") continue;
        text += fmt::format(",{}:{}", grouping, fmt::join(outcomes, "+"));
    }
    return text;
}

StudyRequest set_up_scenarios(ValidateModelCommand const& command, ValidationPlan const& plan, std::vector<NamedScenario> const& scenarios,
                              core::Problems& problems)
{
    // As a comparison, which is what takes the pack's ensemble unasked.
    StudyCommand study{.compares = true,
                       .library = command.library,
                       .behaviours = command.behaviours,
                       .assumptions = command.assumptions,
                       .groupings = list_groupings(plan.rows),
                       .no_netcdf = true};
    for (auto const& one : scenarios) study.scenarios.push_back(one.expression);
    auto request = set_up_study(study, {}, problems);
    for (auto const& one : request.scenarios) {
        if (one.rounds.size() == 1) continue;
        problems.add({.file = command.file}, fmt::format("{} has {} rounds; facts are about one", one.name, one.rounds.size()));
    }
    return request;
}
}  // namespace

char const* name_of(FactUse use)
{
    switch (use) {
        case FactUse::held_out: return "held out";
        case FactUse::implied: return "implied";
        case FactUse::fitted: return "fitted";
        case FactUse::prediction: return "prediction";
    }
    return "";
}

std::vector<std::string> ValidationPlan::behaviours() const
{
    std::vector<std::string> list;
    for (auto const& point : request.design.points) list.push_back(point.name);
    return list.empty() ? std::vector<std::string>{""} : list;
}

std::size_t ValidationPlan::find_scenario(std::string const& name, std::size_t behaviour) const
{
    auto const found = std::find(names.begin(), names.end(), name);
    return behaviour * names.size() + static_cast<std::size_t>(found - names.begin());
}

ValidationPlan plan_validation(ValidateModelCommand const& command, core::Problems& problems)
{
    constexpr std::int64_t most = 1'000'000;
    constexpr std::int64_t least = 20;  // the fewest whose 5 and 95 per cent are within what was seen
    ValidationPlan plan;
    plan.replicates = static_cast<std::uint32_t>(read_count("--replicates", command.replicates, least, most, problems));
    plan.seed = read_seed(command.seed, problems);
    auto const library = load_library(command.library, problems);
    auto const path = command.file.empty() ? library.catalogue.root() / "validation.yaml" : std::filesystem::path{command.file};
    auto file = scenario::read_validation(path, problems);
    if (!file) return plan;
    for (auto const& fact : file->facts) add_fact(plan, fact);
    auto const series = path.parent_path() / "validation" / "series.csv";
    if (std::filesystem::exists(series)) plan.series = foretell_series(series, problems);
    auto scenarios = file->scenarios;
    if (!file->fitted.empty()) {
        auto const fitted = scenario::read_calibration(file->fitted, library.parameters, problems);
        if (!fitted) return plan;
        add_scenarios(scenarios, fitted->scenarios, problems);
        for (auto const& fact : fitted->facts) add_fitted(plan, fact);
    }
    for (auto const& one : scenarios) plan.names.push_back(one.name);
    auto const problems_before = problems.size();
    for (auto const& row : plan.rows) check_quantity(row.quantity, problems);
    if (problems.size() == problems_before) plan.request = set_up_scenarios(command, plan, scenarios, problems);
    return plan;
}

void check_groups(ValidationPlan const& plan, store::Schema const& schema, state::Pack const& pack, core::Problems& problems)
{
    bool const has_counts = std::any_of(pack.indicators.begin(), pack.indicators.end(), [](auto const& one) { return one.published_count >= 0; });
    for (auto const& row : plan.rows) {
        auto const& quantity = row.quantity;
        if (quantity.take == scenario::Taking::curve_outside && !has_counts) {
            problems.add(quantity.where, fmt::format("the data pack {} has no published counts", config::quote(pack.name)), "leave the curve out");
        }
        if (!quantity.grouping.empty()) check_names(quantity, list_groups(quantity.grouping, schema), problems);
    }
}
}  // namespace concordat::cli
