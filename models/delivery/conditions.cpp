#include <algorithm>

#include "models/delivery/nash_planner.hpp"

/// How the planner reads what the year is like.
namespace concordat::delivery
{
using core::lane_count;
using core::Lanes;

namespace
{
bool differ(Lanes a, Lanes b) { return std::experimental::any_of(a != b); }

/// Takes `now` for `was`; returns whether it differs in any lane.
bool replace(Lanes& was, Lanes now)
{
    bool const changed = differ(was, now);
    was = now;
    return changed;
}

Lanes at(state::AreaTable const& table, int first, Eigen::Index column) { return core::load(&table(first, column)); }
Lanes at(state::PerArea const& column, int first) { return core::load(column.data() + first); }
}  // namespace

/// What enters constants of the round: inspection, buy-in, beliefs about productivity, responses, and
/// motives on every indicator. Returns what differs from what was read before.
template <class Power>
InputChanges NashPlanner<Power>::read_inputs(BlockWork& w, RoundView const& round) const
{
    int const first = w.first_area;
    auto& in = w.inputs;
    Lanes const focus = round.conditions ? at(round.conditions->inspection_focus, first) : Lanes{1.0};
    bool changed = replace(in.inspected, focus * at(round.inspection->any_indicator, first));
    changed |= replace(in.agreed, focus * at(round.inspection->agreement_item, first));
    changed |= replace(in.buy_in, at(round.population->buy_in, first));
    changed |= replace(in.belief, round.standing ? at(round.standing->productivity_belief, first) : Lanes{1.0});
    changed |= in.shared_care != round.shared_care;
    in.shared_care = round.shared_care;
    changed |= read_singles(in, round, first);
    bool lines = read_lines(in, round);
    if (round.ordinary && in.ordinary) return {.any = changed || lines, .lines = lines};
    in.ordinary = round.ordinary;
    for (int j = 0; j < technology_.indicators(); ++j) {
        changed |= replace(in.response[j], round.conditions ? at(round.conditions->response, first, j) : Lanes{1.0});
        changed |= replace(in.slope[j], round.conditions ? at(round.conditions->measured_slope, first, j) : Lanes{0.0});
        double const shared = round.centre ? round.centre->shared_motive[j] : 1.0;
        lines |= shared != in.shared_motive[j];
        in.shared_motive[j] = shared;
    }
    return {.any = changed || lines, .lines = lines};
}

/// What departments pay for single indicators, and what partners believe that it is worth.
template <class Power>
bool NashPlanner<Power>::read_singles(BlockInputs& in, RoundView const& round, int first) const
{
    if (!round.singles && !in.singles) return false;
    in.singles = round.singles;
    Lanes const belief = round.standing ? at(round.standing->payment_belief, first) : Lanes{1.0};
    bool changed = replace(in.single_worth, params_.motives.effort_per_thousand * belief);
    for (std::size_t j = 0; j < in.single_reward.size(); ++j) {
        double const now = round.centre->single_reward[static_cast<Eigen::Index>(j)];
        changed |= now != in.single_reward[j];
        in.single_reward[j] = now;
    }
    return changed;
}

/// What departments make of the lines of partners that answer to them.
template <class Power>
bool NashPlanner<Power>::read_lines(BlockInputs& in, RoundView const& round) const
{
    if (!round.centre || round.centre->national_line.size() == 0) return false;
    bool changed = false;
    std::size_t entry = 0;
    for (int p = 0; p < technology_.partners(); ++p) {
        for (int d = 0; d < technology_.departments(); ++d, ++entry) {
            double const now = round.centre->national_line(d, p);
            changed |= now != in.national_line[entry];
            in.national_line[entry] = now;
        }
    }
    return changed;
}

/// What enters a year only: belief in payment, attention, budgets.
template <class Power>
void NashPlanner<Power>::read_year(BlockWork& w, RoundView const& round) const
{
    int const first = w.first_area;
    Lanes const one{1.0};
    w.payment = round.standing ? at(round.standing->payment_belief, first) : one;
    w.fence_scale = round.standing ? core::load(round.standing->fenced_share.data() + first) : one;
    if (round.conditions) w.fence_scale *= at(round.conditions->fences, first);
    Lanes const pooled = params_.motives.pooling + (round.conditions ? at(round.conditions->pooling, first) : Lanes{0.0});
    w.pooling = core::select(pooled < one, pooled, one);
    w.meetings = round.conditions ? at(round.conditions->meetings, first) : one;
    w.attention = round.conditions ? at(round.conditions->attention, first) : one;
    w.alignment = round.conditions ? at(round.conditions->alignment, first) : Lanes{0.0};
    w.budget_scale = round.conditions ? at(round.conditions->budget, first) : one;
    for (int p = 0; p < technology_.partners(); ++p) w.budget[p] = w.budget_scale * w.usual_budget[p];
    if (round.year > 0 || params_.budgets.pump_priming <= 0.0) return;
    // A year's money in a year of 1 / years of the round; a pound buys as much effort as it is worth as a reward.
    double const per_target = params_.motives.effort_per_thousand * params_.budgets.pump_priming / 1000.0 * round.years;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        auto const area = static_cast<std::size_t>(first) + lane;
        w.budget[0][lane] += per_target * (round.agreement->count[area] - round.agreement->statutory[area]);
    }
}

/// Weights of the slots and how much of their gains still arrives in time.
template <class Power>
void NashPlanner<Power>::read_slots(BlockWork& w, RoundView const& round) const
{
    auto const& lag = round.population->lag;
    double const left = round.years - round.year;
    for (int k = 0; k < w.slots; ++k) {
        if (round.conditions) w.slot_weight[k] = at(round.conditions->slot_weight, w.first_area, k);
        if (lag.empty()) continue;
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j >= 0) w.arrival[k][lane] = std::max(0.0, left - lag[static_cast<std::size_t>(j)]) / left;
        }
    }
}

template <class Power>
void NashPlanner<Power>::meet_conditions(BlockWork& w, RoundView const& round) const
{
    read_year(w, round);
    read_slots(w, round);
    if (w.fences_set) scale_fences(w);
    auto const changed = read_inputs(w, round);
    bool const at_hand = w.year.first_area == w.first_area;  // else another block has borrowed their room since
    if (!changed.any && at_hand) return;
    // Fences come from the plan without an agreement, so from the constants that are about to be replaced.
    if (at_hand) keep_fences(w);
    raise_outside(w, round);
    if (changed.lines) gather_lines(w);
    fill_slots(w, round);
    multipliers_.couple_outside(w);
    w.year.first_area = w.first_area;
    w.rebuilt = w.rebuilt || changed.any;
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
