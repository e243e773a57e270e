#include "cli/study_view.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::cli
{
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
    for (auto const& column : study.plan().schema.columns) {
        if (std::find(periods.begin(), periods.end(), column.period) == periods.end()) {
            periods.push_back(column.period);
        }
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
    auto const index = &outcome(name) - schema.outcomes.data();
    for (std::size_t c = 0; c < schema.columns.size(); ++c) {
        auto const& column = schema.columns[c];
        if (column.outcome == index && column.grouping == "nation" && column.period == period) {
            return study_.column(scenario, c);
        }
    }
    core::require(false, "the nation is always recorded");
    return {};
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
}  // namespace concordat::cli
