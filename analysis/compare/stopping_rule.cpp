#include "analysis/compare/stopping_rule.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/compare/national_columns.hpp"
#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// By how much an error must undercut its limit: its own relative error, 1 / sqrt(2 (n - 1)) for
/// normal values. Source: Cramer (1946), Mathematical Methods of Statistics, section 28.
double allow_for_error_of(std::uint32_t count) { return 1 + 1 / std::sqrt(2.0 * (count - 1.0)); }

/// [replicates] where the demand would be met if the values go on to vary as they do.
std::uint32_t estimate_needed(double measured, double limit, std::uint32_t count)
{
    double const ratio = measured * allow_for_error_of(count) / limit;
    double const needed = std::ceil(count * ratio * ratio);
    if (!std::isfinite(needed) || needed > 1e9) return 0;
    return static_cast<std::uint32_t>(needed);
}
}  // namespace

std::uint32_t LookSchedule::next(std::uint32_t count) const { return count < first ? first : count + std::max(1U, count / 10); }

void StoppingRule::Running::add(double x)
{
    ++count;
    double const delta = x - mean;
    mean += delta / count;
    squares += delta * (x - mean);
}

double StoppingRule::Running::standard_error() const
{
    if (count < 2) return none;
    return std::sqrt(squares / (count - 1.0) / count);
}

StoppingRule::StoppingRule(PrecisionRule rule, store::StudyPlan const& plan, std::vector<std::size_t> baselines,
                           LookSchedule schedule)
    : rule_{std::move(rule)}, schedule_{schedule}, row_size_{plan.row_size()}, next_look_{schedule.first}
{
    core::require(!rule_.empty() && schedule.first >= 2, "a stopping rule has terms, and looks at two replicates or more");
    core::require(baselines.size() == plan.scenarios.size(), "every scenario has a baseline");
    for (auto const& term : rule_.terms) {
        columns_.push_back(find_national_columns(plan.schema, term.outcome));
        core::require(!columns_.back().empty(), "the outcomes of a stopping rule are recorded");
    }
    bool const any_compared = [&] {
        for (std::size_t s = 0; s < baselines.size(); ++s) {
            if (baselines[s] != s) return true;
        }
        return false;
    }();
    for (std::size_t t = 0; t < rule_.terms.size(); ++t) {
        for (std::size_t s = 0; s < baselines.size(); ++s) {
            if (any_compared && baselines[s] == s) continue;
            tracks_.push_back({.term = t, .scenario = s, .baseline = baselines[s]});
        }
    }
}

double StoppingRule::value(std::span<double const> values, std::size_t scenario, std::size_t term) const
{
    double sum = 0;
    for (auto const column : columns_[term]) sum += values[scenario * row_size_ + column];
    return sum / static_cast<double>(columns_[term].size());
}

void StoppingRule::feed(std::span<double const> values)
{
    for (auto& track : tracks_) {
        double const base = value(values, track.baseline, track.term);
        double const own = value(values, track.scenario, track.term);
        if (std::isnan(base) || std::isnan(own)) continue;
        track.error.add(track.baseline == track.scenario ? own : own - base);
        track.reference.add(base);
    }
    ++count_;
    if (met_ || count_ != next_look_) return;
    next_look_ = schedule_.next(count_);
    met_ = std::all_of(tracks_.begin(), tracks_.end(), [&](Track const& track) { return holds(track); });
}

double StoppingRule::measure(Track const& track) const
{
    double const error = track.error.standard_error();
    if (!rule_.terms[track.term].relative || error == 0) return error;
    double const scale = std::abs(track.reference.mean);
    return scale > 0 ? error / scale : none;
}

bool StoppingRule::holds(Track const& track) const
{
    // A scenario that has the outcome in few replicates must not pass on those few.
    if (track.error.count < schedule_.first) return false;
    return measure(track) * allow_for_error_of(track.error.count) < rule_.terms[track.term].limit;
}

std::vector<TermState> StoppingRule::states() const
{
    std::vector<TermState> states;
    for (auto const& term : rule_.terms) states.push_back({.term = term, .standard_error = none, .met = true});
    std::vector<bool> seen(states.size());
    for (auto const& track : tracks_) {
        auto& state = states[track.term];
        double const measured = measure(track);
        bool const worse = !(measured <= state.standard_error);  // what cannot be told is the worst
        if (seen[track.term] && (!worse || std::isnan(state.standard_error))) continue;
        seen[track.term] = true;
        state.scenario = track.scenario;
        state.standard_error = measured;
        state.met = holds(track);
        state.needed = estimate_needed(measured, state.term.limit, track.error.count);
    }
    return states;
}
}  // namespace concordat::compare
