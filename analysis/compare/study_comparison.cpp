#include "analysis/compare/study_comparison.hpp"

#include <array>

#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
constexpr std::array<char const*, 3> finding_names{"no difference", "differs", "not measured"};

std::vector<std::string> make_header(store::StudyPlan const& plan)
{
    std::vector<std::string> header{"scenario", "group", "period", "outcome", "unit", "n", "missing", "mean", "sd",
                                    "standard_error", "q05", "median", "q95", "baseline", "pairs", "difference",
                                    "difference_standard_error", "difference_q05", "difference_q95", "relative_change",
                                    "probability_better", "variance_reduction", "finding"};
    if (plan.has_design_points()) header.insert(header.begin() + 1, "design_point");
    return header;
}

std::vector<std::string> name_cells(store::StudyPlan const& plan, ComparisonRow const& row)
{
    auto const& label = plan.scenarios[row.scenario];
    auto const& outcome = plan.schema.outcome_of(row.column);
    std::vector<std::string> cells{label.name};
    if (plan.has_design_points()) cells.push_back(label.design_point);
    for (auto const& text : {plan.schema.group_text(row.column), plan.schema.period_name(row.column), outcome.name, outcome.unit}) {
        cells.push_back(text);
    }
    return cells;
}

void add_numbers(std::vector<std::string>& cells, std::initializer_list<double> numbers)
{
    for (double const number : numbers) cells.push_back(store::number_text(number));
}

std::vector<std::string> write_row(store::StudyPlan const& plan, std::size_t baseline, ComparisonRow const& row)
{
    auto cells = name_cells(plan, row);
    auto const& values = row.values;
    cells.push_back(std::to_string(values.count));
    cells.push_back(std::to_string(values.missing));
    add_numbers(cells, {values.mean, values.sd, values.standard_error, values.low, values.median, values.high});
    auto const& paired = row.paired;
    auto const& difference = paired.difference;
    cells.push_back(plan.scenarios[baseline].name);
    cells.push_back(std::to_string(difference.count));
    add_numbers(cells, {difference.mean, difference.standard_error, difference.low, difference.high,
                        paired.relative_change, paired.probability_better, paired.variance_reduction});
    cells.emplace_back(name_of(paired.finding));
    return cells;
}

}  // namespace

char const* name_of(Finding finding) { return finding_names.at(static_cast<std::size_t>(finding)); }

std::vector<ComparisonRow> compare_study(store::StudyReader const& study,
                                         std::vector<std::size_t> const& baselines)
{
    auto const& plan = study.plan();
    core::require(baselines.size() == plan.scenarios.size(), "every scenario has a baseline");
    std::vector<ComparisonRow> rows;
    rows.reserve(plan.replicate_size());
    for (std::size_t scenario = 0; scenario < plan.scenarios.size(); ++scenario) {
        auto const baseline = baselines[scenario];
        core::require(baseline < plan.scenarios.size(), "the baseline is a scenario of the study");
        for (std::size_t column = 0; column < plan.row_size(); ++column) {
            if (plan.schema.listing_of(column) == store::Listing::none) continue;
            auto const values = study.column(scenario, column);
            auto const base = scenario == baseline ? values : study.column(baseline, column);
            rows.push_back({scenario, column, stats::summarise(values),
                            compare_pairs(base, values, plan.schema.outcome_of(column).direction)});
        }
    }
    return rows;
}

std::vector<ComparisonRow> compare_study(store::StudyReader const& study, std::size_t baseline)
{
    return compare_study(study, std::vector<std::size_t>(study.plan().scenarios.size(), baseline));
}

store::Table make_summary_table(store::StudyReader const& study, std::vector<std::size_t> const& baselines)
{
    store::Table table{.header = make_header(study.plan())};
    for (auto const& row : compare_study(study, baselines)) {
        table.rows.push_back(write_row(study.plan(), baselines[row.scenario], row));
    }
    return table;
}

store::Table make_summary_table(store::StudyReader const& study, std::size_t baseline)
{
    return make_summary_table(study, std::vector<std::size_t>(study.plan().scenarios.size(), baseline));
}
}  // namespace concordat::compare
