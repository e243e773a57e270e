#include "analysis/report/study_values.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::report
{
StudyValues::StudyValues(store::StudyReader const& study) : study_{study}
{
    auto const& periods = schema().periods;
    for (std::size_t k = 0; k < periods.size(); ++k) {
        (periods[k].year == 0 ? rounds_ : years_).push_back(static_cast<int>(k));
    }
}

std::optional<std::size_t> StudyValues::find(Place const& place) const
{
    return schema().find({.outcome = place.outcome,
                          .grouping = place.grouping,
                          .group = place.group,
                          .period = place.period});
}

bool StudyValues::has(Place const& place) const
{
    if (place.period != Place::all_rounds) return find(place).has_value();
    return !rounds_.empty() && std::all_of(rounds_.begin(), rounds_.end(), [&](int round) {
        return find({place.outcome, place.grouping, place.group, round}).has_value();
    });
}

std::vector<double> StudyValues::read(std::size_t scenario, Place const& place) const
{
    core::require(has(place), "only what was recorded is read");
    if (place.period != Place::all_rounds) return study_.column(scenario, *find(place));
    auto sums = read(scenario, {place.outcome, place.grouping, place.group, rounds_.front()});
    if (rounds_.size() == 1) return sums;
    for (std::size_t k = 1; k < rounds_.size(); ++k) {
        auto const more = read(scenario, {place.outcome, place.grouping, place.group, rounds_[k]});
        for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += more[r];
    }
    for (auto& sum : sums) sum /= static_cast<double>(rounds_.size());
    return sums;
}

compare::PairedDifference StudyValues::compare(std::size_t baseline, std::size_t scenario,
                                               Place const& place) const
{
    auto const& outcome = schema().outcomes[static_cast<std::size_t>(place.outcome)];
    return compare::compare_pairs(read(baseline, place), read(scenario, place), outcome.direction);
}
}  // namespace concordat::report
