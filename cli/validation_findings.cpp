#include "cli/validation_findings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/stats/concentration.hpp"
#include "sim/core/check.hpp"

namespace concordat::cli
{
namespace
{
using scenario::Knowledge;
using scenario::MeasuredQuantity;
using scenario::Taking;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Values of groups in one replicate; NaN where there is none.
struct GroupValues
{
    std::vector<double> chosen{};
    std::vector<double> all{};
};

double count_share_at_least(std::vector<double> const& values, double bound)
{
    auto const count = std::count_if(values.begin(), values.end(), [&](double value) { return value >= bound; });
    return static_cast<double>(count) / static_cast<double>(values.size());
}

double add_up(std::vector<double> const& values)
{
    double sum = 0.0;
    for (double const value : values) sum += value;
    return sum;
}

double add_squares(std::vector<double> const& values)
{
    double sum = 0.0;
    for (double const value : values) sum += value * value;
    return sum;
}

/// \pre there are values
double condense(MeasuredQuantity const& quantity, GroupValues const& groups)
{
    auto const& values = groups.chosen;
    switch (quantity.take) {
        case Taking::mean: return stats::mean(values);
        case Taking::largest: return *std::max_element(values.begin(), values.end());
        case Taking::share_of_largest: {
            auto const place = std::clamp(static_cast<std::size_t>(quantity.number), std::size_t{1}, values.size());
            return stats::accumulate_shares(values)[place - 1];
        }
        case Taking::share_of_all: return add_up(values) / add_up(groups.all);
        case Taking::count_above:
            return static_cast<double>(std::count_if(values.begin(), values.end(), [&](double value) { return value > quantity.number; }));
        case Taking::share_at_least: return count_share_at_least(values, quantity.number);
        case Taking::sum_of_squares: return add_squares(values);
        case Taking::sum_of_squared_shares: return stats::sum_squared_shares(values);
        default: break;
    }
    core::require(false, "the quantity condenses its groups");
    return missing;
}

/// Reads one quantity of one scenario from the columns of a study.
class Gauge
{
  public:
    Gauge(ValidationPlan const& plan, store::StudyReader const& study, state::Pack const& pack, MeasuredQuantity const& quantity)
        : plan_{plan}, study_{study}, pack_{pack}, quantity_{quantity}
    {
    }

    /// One value per replicate, or more where each group counts.
    std::vector<double> read(std::size_t behaviour) const
    {
        auto const scenario = plan_.find_scenario(quantity_.of, behaviour);
        if (quantity_.take == Taking::none) return read_single(behaviour);
        auto const replicates = read_groups(scenario);
        if (quantity_.take == Taking::curve_outside) return {count_points_outside(replicates)};
        std::vector<double> values;
        for (auto const& groups : replicates) {
            if (quantity_.take == Taking::each) {
                values.insert(values.end(), groups.chosen.begin(), groups.chosen.end());
            } else {
                values.push_back(groups.chosen.empty() ? missing : condense(quantity_, groups));
            }
        }
        return values;
    }

  private:
    std::vector<double> read_single(std::size_t behaviour) const
    {
        auto values = read_group(plan_.find_scenario(quantity_.of, behaviour));
        auto const combine = [&](std::string const& name, auto const& act) {
            if (name.empty()) return;
            auto const other = read_group(plan_.find_scenario(name, behaviour));
            for (std::size_t r = 0; r < values.size(); ++r) values[r] = act(values[r], other[r]);
        };
        combine(quantity_.less, [](double value, double other) { return value - other; });
        combine(quantity_.over, [](double value, double other) { return value / other; });
        for (auto& value : values) value = std::isfinite(value) ? value : missing;
        return values;
    }

    /// Of the nation, or of the one group.
    std::vector<double> read_group(std::size_t scenario) const
    {
        auto const& schema = study_.plan().schema;
        auto const grouping = *schema.find_grouping(quantity_.grouping.empty() ? "nation" : quantity_.grouping);
        int group = 0;
        while (!quantity_.group.empty() && schema.group_name(grouping, group) != quantity_.group) ++group;
        return read_column(scenario, grouping, group);
    }

    std::vector<double> read_column(std::size_t scenario, int grouping, int group) const
    {
        auto values = read_outcome(scenario, grouping, group, quantity_.outcome);
        if (!quantity_.per.empty()) {
            auto const other = read_outcome(scenario, grouping, group, quantity_.per);
            for (std::size_t r = 0; r < values.size(); ++r) values[r] = other[r] == 0.0 ? missing : values[r] / other[r];
        }
        for (auto& value : values) value /= quantity_.per_number;
        return values;
    }

    std::vector<double> read_outcome(std::size_t scenario, int grouping, int group, std::string const& outcome) const
    {
        auto const& schema = study_.plan().schema;
        auto const column = schema.find({*schema.find_outcome(outcome), grouping, group, 0});
        core::require(column.has_value(), "what facts need is recorded");
        return study_.column(scenario, *column);
    }

    std::vector<GroupValues> read_groups(std::size_t scenario) const
    {
        auto const& schema = study_.plan().schema;
        auto const grouping = *schema.find_grouping(quantity_.grouping);
        std::vector<GroupValues> replicates(study_.replicates().size());
        for (std::size_t g = 0; g < schema.group_count(grouping); ++g) {
            if (!is_counted(g)) continue;
            bool const chosen = is_chosen(g, schema.group_name(grouping, static_cast<int>(g)));
            auto const values = read_column(scenario, grouping, static_cast<int>(g));
            for (std::size_t r = 0; r < values.size(); ++r) {
                if (std::isnan(values[r])) continue;
                replicates[r].all.push_back(values[r]);
                if (chosen) replicates[r].chosen.push_back(values[r]);
            }
        }
        return replicates;
    }

    /// Statutory indicators are in every agreement and nobody's choice.
    bool is_counted(std::size_t group) const { return quantity_.grouping != "indicator" || !pack_.indicators[group].statutory; }

    bool is_chosen(std::size_t group, std::string const& name) const
    {
        if (quantity_.only.empty()) return true;
        if (quantity_.grouping != "indicator") return name.ends_with("/" + quantity_.only);
        auto const& indicator = pack_.indicators[group];
        if (quantity_.only == "place_survey") return indicator.place_survey;
        return indicator.perception == (quantity_.only == "perception");
    }

    double count_points_outside(std::vector<GroupValues> const& replicates) const
    {
        std::vector<double> published;
        for (auto const& one : pack_.indicators) {
            if (!one.statutory) published.push_back(one.published_count);
        }
        std::vector<std::vector<double>> curves;
        for (auto const& one : replicates) curves.push_back(stats::accumulate_shares(one.chosen));
        return static_cast<double>(stats::count_outside(stats::accumulate_shares(published), curves));
    }

    ValidationPlan const& plan_;
    store::StudyReader const& study_;
    state::Pack const& pack_;
    MeasuredQuantity const& quantity_;
};
}  // namespace

Verdict judge(ValidationRow const& row, stats::Summary const& simulated)
{
    auto const rule = [](bool holds) { return holds ? Verdict::hit : Verdict::miss; };
    if (simulated.count == 0) return Verdict::none;
    switch (row.knowledge) {
        case Knowledge::nothing: return Verdict::none;
        case Knowledge::at_least: return rule(simulated.mean >= row.known);
        case Knowledge::at_most: return rule(simulated.mean <= row.known);
        case Knowledge::existence: return rule(simulated.mean > 0.0);
        case Knowledge::value:
        case Knowledge::range: break;
    }
    if (row.use == FactUse::fitted) return rule(row.low <= simulated.mean && simulated.mean <= row.high);
    return rule(simulated.low <= row.high && row.low <= simulated.high);
}

std::vector<std::vector<ValidationFinding>> score(ValidationPlan const& plan, store::StudyReader const& study, state::Pack const& pack)
{
    std::vector<std::vector<ValidationFinding>> all;
    for (std::size_t behaviour = 0; behaviour < plan.behaviours().size(); ++behaviour) {
        auto& findings = all.emplace_back();
        for (auto const& row : plan.rows) {
            auto const simulated = stats::summarise(Gauge{plan, study, pack, row.quantity}.read(behaviour));
            findings.push_back({.simulated = simulated, .verdict = judge(row, simulated)});
        }
    }
    return all;
}
}  // namespace concordat::cli
