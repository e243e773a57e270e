#include "analysis/compare/comparison_table.hpp"

#include <algorithm>
#include <string>

#include "analysis/compare/many.hpp"
#include "analysis/compare/national_columns.hpp"
#include "analysis/compare/ranking.hpp"
#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
using store::Direction;
using store::StudyPlan;
using store::StudyReader;

/// Scenarios [index] that share a design point, in order.
std::vector<std::vector<std::size_t>> list_points(StudyPlan const& plan)
{
    std::vector<std::vector<std::size_t>> points;
    for (std::size_t s = 0; s < plan.scenarios.size(); ++s) {
        auto const& name = plan.scenarios[s].design_point;
        auto const same = [&](auto const& members) { return plan.scenarios[members.front()].design_point == name; };
        auto found = std::find_if(points.begin(), points.end(), same);
        if (found == points.end()) found = points.insert(points.end(), std::vector<std::size_t>{});
        found->push_back(s);
    }
    return points;
}

std::vector<std::size_t> list_headline_columns(store::Schema const& schema)
{
    std::vector<std::size_t> columns;
    for (auto const& outcome : schema.outcomes) {
        if (!outcome.headline) continue;
        auto const own = find_national_columns(schema, outcome.name);
        columns.insert(columns.end(), own.begin(), own.end());
    }
    return columns;
}

void add_numbers(std::vector<std::string>& cells, std::initializer_list<double> numbers)
{
    for (double const number : numbers) cells.push_back(store::number_text(number));
}

std::vector<std::string> make_header(StudyPlan const& plan)
{
    std::vector<std::string> header{
        "scenario", "period", "outcome", "unit", "baseline", "pairs", "difference", "standard_error", "low", "high",
        "joint_low", "joint_high", "p_value", "adjusted_p_value", "relative_change", "relative_joint_low",
        "relative_joint_high", "probability_best", "probability_best_error", "mean_rank", "regret", "regret_error"};
    if (plan.has_design_points()) header.insert(header.begin() + 1, "design_point");
    return header;
}

/// One design point's part of the table.
class PointTable
{
  public:
    PointTable(StudyReader const& study, std::vector<std::size_t> const& baselines,
               std::vector<std::size_t> const& columns, std::vector<std::size_t> members)
        : study_{study}, baselines_{baselines}, columns_{columns}, members_{std::move(members)}
    {
        compare();
    }

    void write(store::Table& table) const
    {
        std::vector<Ranks> ranks;
        for (auto const column : columns_) ranks.push_back(rank(column));
        std::size_t row = 0;
        for (std::size_t m = 0; m < members_.size(); ++m) {
            bool const compared = baselines_[members_[m]] != members_[m];
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                auto cells = write_names(members_[m], columns_[c]);
                add_difference(cells, members_[m], compared ? &rows_[row++] : nullptr);
                add_rank(cells, ranks[c], m);
                table.rows.push_back(std::move(cells));
            }
        }
    }

  private:
    void compare()
    {
        std::vector<PairedValues> comparisons;
        for (auto const scenario : members_) {
            if (baselines_[scenario] == scenario) continue;
            for (auto const column : columns_) {
                comparisons.push_back({study_.column(baselines_[scenario], column), study_.column(scenario, column)});
            }
        }
        rows_ = compare_many(comparisons, {.seed = study_.plan().seed, .confidence = table_confidence});
    }

    [[nodiscard]] Ranks rank(std::size_t column) const
    {
        auto const direction = study_.plan().schema.outcome_of(column).direction;
        if (direction == Direction::neither) return {};
        std::vector<std::vector<double>> values;
        for (auto const scenario : members_) values.push_back(study_.column(scenario, column));
        return rank_scenarios(values, direction);
    }

    [[nodiscard]] std::vector<std::string> write_names(std::size_t scenario, std::size_t column) const
    {
        auto const& plan = study_.plan();
        std::vector<std::string> cells{plan.scenarios[scenario].name};
        if (plan.has_design_points()) cells.push_back(plan.scenarios[scenario].design_point);
        auto const& outcome = plan.schema.outcome_of(column);
        for (auto const& text : {plan.schema.period_name(column), outcome.name, outcome.unit}) cells.push_back(text);
        return cells;
    }

    void add_difference(std::vector<std::string>& cells, std::size_t scenario, JointDifference const* row) const
    {
        if (row == nullptr) return cells.resize(cells.size() + 13);
        cells.push_back(study_.plan().scenarios[baselines_[scenario]].name);
        cells.push_back(std::to_string(row->pairs));
        add_numbers(cells, {row->difference, row->standard_error, row->alone.low, row->alone.high, row->joint.low,
                            row->joint.high, row->p_value, row->adjusted_p_value, row->relative_change,
                            row->relative_joint.low, row->relative_joint.high});
    }

    static void add_rank(std::vector<std::string>& cells, Ranks const& ranks, std::size_t member)
    {
        if (ranks.scenarios.empty()) return cells.resize(cells.size() + 5);
        auto const& own = ranks.scenarios[member];
        add_numbers(cells, {own.best, own.best_error, own.mean_rank, own.regret, own.regret_error});
    }

    StudyReader const& study_;
    std::vector<std::size_t> const& baselines_;
    std::vector<std::size_t> const& columns_;
    std::vector<std::size_t> members_;
    std::vector<JointDifference> rows_{};
};
}  // namespace

store::Table make_comparison_table(StudyReader const& study, std::vector<std::size_t> const& baselines)
{
    core::require(baselines.size() == study.plan().scenarios.size(), "every scenario has a baseline");
    store::Table table{.header = make_header(study.plan())};
    auto const columns = list_headline_columns(study.plan().schema);
    for (auto& members : list_points(study.plan())) {
        PointTable{study, baselines, columns, std::move(members)}.write(table);
    }
    return table;
}
}  // namespace concordat::compare
