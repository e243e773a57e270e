#include "models/behaviour/effort_habit.hpp"

#include <cmath>

#include "sim/core/check.hpp"

namespace concordat::behaviour
{
using core::Lanes;

EffortHabit::EffortHabit(EffortParams params)
    : params_{params}, step_{params.rule == EffortRule::adaptive ? params.adjustment : 1.0}
{
    core::require(step_ > 0.0 && step_ <= 1.0, "effort moves a share of the way");
    core::require(params.shift >= 0.0 && params.shift < 1.0, "a part of spending is moved");
    core::require(params.own_pull >= 0.0 && params.comparator_pull >= 0.0 &&
                      params.own_pull + params.comparator_pull <= 1.0,
                  "an aspiration moves at most all of the way");
}

void EffortHabit::reallocate(std::span<Lanes const> shortfall, std::span<Lanes> effort, std::span<Lanes> measured) const
{
    Lanes const zero{0.0}, one{1.0};
    Lanes freed{0.0}, needed{0.0};
    for (std::size_t j = 0; j < effort.size(); ++j) {
        freed += core::select(shortfall[j] < zero, params_.shift * effort[j] * effort[j], zero);
        needed += core::select(shortfall[j] > zero, shortfall[j], zero);
    }
    auto const moves = freed > zero && needed > zero;
    Lanes const per_sigma = core::select(moves, freed / core::select(moves, needed, one), zero);
    Lanes const kept = core::select(moves, Lanes{std::sqrt(1.0 - params_.shift)}, one);
    for (std::size_t j = 0; j < effort.size(); ++j) {
        Lanes const before = effort[j];
        auto const below = shortfall[j] > zero && moves;
        Lanes after = core::select(shortfall[j] < zero, kept * before, before);
        after = core::select(below, std::experimental::sqrt(before * before + per_sigma * shortfall[j]), after);
        // What is done for the measure keeps its proportion; effort that is new serves both alike.
        Lanes const ratio = after / core::select(before > zero, before, one);
        measured[j] = core::select(before > zero, ratio * measured[j], measured[j] + after);
        effort[j] = after;
    }
}

double EffortHabit::adapt(double aspiration, double own, double comparators) const
{
    return aspiration + params_.own_pull * (own - aspiration) + params_.comparator_pull * (comparators - aspiration);
}

EffortHabit habit_of_partners(EffortParams params)
{
    params.rule = params.partners.value_or(params.rule);
    return EffortHabit{params};
}
}  // namespace concordat::behaviour
