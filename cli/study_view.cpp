#include "cli/study_view.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::cli
{
bool StudyView::has(std::string_view name) const
{
    auto const& outcomes = study_.plan().schema.outcomes;
    return std::any_of(outcomes.begin(), outcomes.end(), [&](auto const& one) { return one.name == name; });
}

store::Outcome const& StudyView::outcome(std::string_view name) const
{
    auto const& outcomes = study_.plan().schema.outcomes;
    auto const found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [&](auto const& one) { return one.name == name; });
    core::require(found != outcomes.end(), "the schema has the outcomes that answers speak of");
    return *found;
}

std::vector<store::Outcome const*> StudyView::headlines() const
{
    std::vector<store::Outcome const*> list;
    for (auto const& outcome : study_.plan().schema.outcomes) {
        if (outcome.headline) list.push_back(&outcome);
    }
    return list;
}

std::vector<std::string> list_periods(store::StudyReader const& study)
{
    std::vector<std::string> periods;
    for (auto const& period : study.plan().schema.periods) {
        if (period.year == 0) periods.push_back(period.name);
    }
    return periods;
}

std::vector<double> StudyView::values(std::size_t scenario, std::string_view name) const
{
    auto sums = values(scenario, name, periods_.front());
    if (periods_.size() == 1) return sums;
    for (std::size_t k = 1; k < periods_.size(); ++k) {
        auto const more = values(scenario, name, periods_[k]);
        for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += more[r];
    }
    for (auto& sum : sums) sum /= static_cast<double>(periods_.size());
    return sums;
}

std::vector<double> StudyView::values(std::size_t scenario, std::string_view name,
                                      std::string const& period) const
{
    auto const& schema = study_.plan().schema;
    auto const index = static_cast<int>(&outcome(name) - schema.outcomes.data());
    auto const found_period = std::find_if(schema.periods.begin(), schema.periods.end(),
                                           [&](auto const& one) { return one.name == period; });
    auto const nation = schema.find_grouping("nation");
    core::require(nation.has_value() && found_period != schema.periods.end(), "answers speak of rounds of the nation");
    auto const column = schema.find({index, *nation, 0, static_cast<int>(found_period - schema.periods.begin())});
    core::require(column.has_value(), "the nation is always recorded");
    return study_.column(scenario, *column);
}

std::vector<double> StudyView::changes(std::size_t baseline, std::size_t scenario, std::string_view outcome) const
{
    auto changes = values(scenario, outcome);
    auto const before = values(baseline, outcome);
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i] -= before[i];
    return changes;
}

stats::Summary StudyView::summarise(std::size_t scenario, std::string_view outcome) const
{
    return stats::summarise(values(scenario, outcome));
}

compare::PairedDifference StudyView::compare(std::size_t baseline, std::size_t scenario,
                                             std::string_view name) const
{
    return compare::compare_pairs(values(baseline, name), values(scenario, name),
                                  outcome(name).direction);
}

compare::Ranks StudyView::rank(std::vector<std::size_t> const& scenarios, std::string_view name) const
{
    std::vector<std::vector<double>> all;
    for (auto const scenario : scenarios) all.push_back(values(scenario, name));
    return compare::rank_scenarios(all, outcome(name).direction);
}
}  // namespace concordat::cli
