#include "cli/sensitivity_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/sensitivity/effect_chart.hpp"
#include "cli/number_format.hpp"
#include "cli/study_view.hpp"
#include "sim/core/check.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::uint64_t resampling_seed = 1;    ///< of bootstrap intervals, which do not jump between calls
constexpr std::size_t most_chart_rows = 20;     ///< the others stand in the table

/// [index] of the scenario of each design point: the reform where there is one.
std::vector<std::size_t> list_scenarios(StudyRequest const& request)
{
    std::vector<std::size_t> chosen;
    auto const per_point = request.scenarios.size() / request.design.points.size();
    for (std::size_t s = per_point - 1; s < request.scenarios.size(); s += per_point) chosen.push_back(s);
    return chosen;
}

/// Mean over replicates at a design point; NaN where a replicate has no value.
double take_mean(StudyView const& view, std::string const& outcome, std::size_t baseline, std::size_t scenario)
{
    auto values = view.values(scenario, outcome);
    if (baseline != scenario) {
        auto const before = view.values(baseline, outcome);
        for (std::size_t r = 0; r < values.size(); ++r) values[r] -= before[r];
    }
    bool const whole = std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
    return whole ? stats::mean(values) : std::numeric_limits<double>::quiet_NaN();
}

SensitivityFinding find_one(StudyRequest const& request, StudyView const& view, std::string const& outcome)
{
    auto const& record = *request.sensitivity;
    auto const count = record.assumptions.size();
    auto const scenarios = list_scenarios(request);
    auto const baseline_of = [&](std::size_t s) { return request.scenarios[s].baseline; };
    SensitivityFinding found{.outcome = &view.outcome(outcome), .is_change = baseline_of(scenarios.front()) != scenarios.front()};
    std::vector<double> values;
    for (auto const s : scenarios) values.push_back(take_mean(view, outcome, baseline_of(s), s));
    found.points = stats::summarise(values);
    auto const above = std::count_if(values.begin(), values.end(), [](double value) { return value > 0.0; });
    found.positive = static_cast<double>(above) / static_cast<double>(std::max<std::size_t>(found.points.count, 1));
    if (record.method == SensitivityMethod::morris) {
        auto const points = sensitivity::list_trajectory_points(record.base, count, record.seed);
        found.effects = sensitivity::screen(points, values, resampling_seed);
    } else {
        found.shares = sensitivity::follow_convergence(values, count, resampling_seed);
    }
    return found;
}

std::vector<std::string> begin_row(SensitivityRecord const& record, SensitivityFinding const& finding, std::size_t assumption)
{
    auto const& moved = record.assumptions[assumption];
    return {finding.outcome->name, finding.outcome->unit, finding.is_change ? "change" : "level", name_of(record.method),
            moved.path, moved.label, moved.values};
}

void add_numbers(std::vector<std::string>& row, std::initializer_list<double> numbers)
{
    for (double const number : numbers) row.push_back(store::number_text(number));
}

void add_effects(SensitivityRecord const& record, SensitivityFinding const& finding, store::Table& table)
{
    for (std::size_t k = 0; k < finding.effects.size(); ++k) {
        auto const& effect = finding.effects[k];
        auto row = begin_row(record, finding, k);
        row.push_back(std::to_string(effect.count));
        add_numbers(row, {effect.absolute, effect.low, effect.high, effect.mean, effect.spread});
        table.rows.push_back(std::move(row));
    }
}

void add_shares(SensitivityRecord const& record, SensitivityFinding const& finding, store::Table& table)
{
    for (std::size_t step = 0; step < finding.shares->base.size(); ++step) {
        auto const& shares = finding.shares->shares[step];
        for (std::size_t k = 0; k < shares.parameters.size(); ++k) {
            auto const& index = shares.parameters[k];
            auto row = begin_row(record, finding, k);
            row.push_back(std::to_string(finding.shares->base[step]));
            add_numbers(row, {index.first, index.first_low, index.first_high, index.total, index.total_low, index.total_high,
                              shares.variance});
            table.rows.push_back(std::move(row));
        }
    }
}

sensitivity::EffectRow draw_row(SensitivityRecord const& record, SensitivityFinding const& finding, std::size_t k)
{
    sensitivity::EffectRow row{.label = record.assumptions[k].label};
    if (record.method == SensitivityMethod::morris) {
        auto const& effect = finding.effects[k];
        row.value = effect.absolute;
        row.low = effect.low;
        row.high = effect.high;
        row.text = write_number(effect.absolute, finding.outcome->decimals + 1);
    } else {
        auto const& index = finding.shares->shares.back().parameters[k];
        row.value = index.total;
        row.low = index.total_low;
        row.high = index.total_high;
        row.second = index.first;
        row.text = write_percent(std::clamp(index.total, 0.0, 1.0));
    }
    return row;
}

sensitivity::EffectPanel draw_panel(SensitivityRecord const& record, SensitivityFinding const& finding)
{
    bool const by_variance = record.method == SensitivityMethod::sobol;
    sensitivity::EffectPanel panel;
    panel.title = (finding.is_change ? "Change in " : "") + finding.outcome->label;
    panel.axis = by_variance ? "share of the variance over assumptions"
                             : fmt::format("mean size of the effect of moving it over its range [{}]",
                                           shorten_unit(finding.outcome->unit));
    panel.note = by_variance ? "Bars: with everything that it takes part in (total index); circles: by itself (first-order "
                               "index). Lines: 90 % bootstrap intervals."
                             : "Lines: 90 % bootstrap intervals over trajectories.";
    for (auto const k : rank_assumptions(finding, record.assumptions.size())) {
        if (panel.rows.size() == most_chart_rows) break;
        panel.rows.push_back(draw_row(record, finding, k));
    }
    return panel;
}
}  // namespace

std::vector<SensitivityFinding> find_sensitivities(StudyRequest const& request, store::StudyReader const& study)
{
    core::require(request.sensitivity.has_value() && !request.design.points.empty(), "the study has a sensitivity analysis");
    StudyView const view{study};
    std::vector<SensitivityFinding> found;
    for (auto const& name : request.sensitivity->outcomes) found.push_back(find_one(request, view, name));
    return found;
}

double weight_of(SensitivityFinding const& finding, std::size_t assumption)
{
    double const weight = finding.shares ? finding.shares->shares.back().parameters[assumption].total
                                         : finding.effects[assumption].absolute;
    return std::isnan(weight) ? -1.0 : weight;
}

std::vector<std::size_t> rank_assumptions(SensitivityFinding const& finding, std::size_t count)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weight_of(finding, a) > weight_of(finding, b); });
    return order;
}

std::string write_sensitivity_table(SensitivityRecord const& record, std::vector<SensitivityFinding> const& findings)
{
    bool const by_variance = record.method == SensitivityMethod::sobol;
    store::Table table{.header = {"outcome", "unit", "of", "method", "path", "assumption", "values"}, .rows = {}};
    auto const columns = by_variance ? std::vector<std::string>{"base_points", "first", "first_q05", "first_q95", "total",
                                                                "total_q05", "total_q95", "variance"}
                                     : std::vector<std::string>{"effects", "mean_absolute", "mean_absolute_q05",
                                                                "mean_absolute_q95", "mean", "sd"};
    table.header.insert(table.header.end(), columns.begin(), columns.end());
    for (auto const& finding : findings) {
        by_variance ? add_shares(record, finding, table) : add_effects(record, finding, table);
    }
    return store::write_csv(table);
}

std::string draw_sensitivity(SensitivityRecord const& record, std::vector<SensitivityFinding> const& findings)
{
    std::vector<sensitivity::EffectPanel> panels;
    for (auto const& finding : findings) panels.push_back(draw_panel(record, finding));
    return sensitivity::draw_effects(panels);
}
}  // namespace concordat::cli
