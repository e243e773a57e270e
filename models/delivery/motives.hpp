#pragma once

#include "models/delivery/block.hpp"
#include "models/delivery/params.hpp"
#include "models/delivery/power.hpp"

namespace concordat::delivery
{
/// Motives of one partner for one item at slope h (docs/methods/delivery.md): what it does for the outcome (A) and
/// what it does for the measure alone (D, teaching to the test).
struct MotivePair
{
    core::Lanes aligned{};
    core::Lanes measure{};
    core::Lanes aligned_slope{};  ///< d aligned / d h
    core::Lanes measure_slope{};
};

/// What a partner is moved by whatever the slope of the reward.
struct MotiveTerms
{
    core::Lanes reward_weight{};  ///< motive per GBP thousand per sigma
    core::Lanes measured{};       ///< on measured performance without reward
    core::Lanes own{};            ///< on the outcome itself, before money crowds it out
    core::Lanes split{};          ///< [share] own part of the reward
};

/// The motive on the outcome itself that money leaves, as a factor.
inline core::Lanes crowd_out(MotiveParams const& params, core::Lanes split, core::Lanes h)
{
    return core::exp(-(params.crowding * params.effort_per_thousand * split) * h);
}

/// How much more a partner cares for the outcome itself of what others deliver with it, as a factor.
inline core::Lanes care_for_shared(double care, core::Lanes own_share) { return 1.0 + care * (1.0 - own_share); }

/// Motives at slope `h` [GBP thousand per sigma], without their own slopes.
inline MotivePair respond(MotiveTerms const& terms, MotiveParams const& params, double cosine, double sine,
                          core::Lanes h)
{
    using core::Lanes;
    Lanes const zero{0.0};
    Lanes const on_measure = terms.reward_weight * h + terms.measured;
    Lanes own = terms.own;
    if (params.crowding > 0.0) own *= crowd_out(params, terms.split, h);
    Lanes const aligned = cosine * on_measure + own;
    Lanes const measure = sine * on_measure;
    return {.aligned = core::select(aligned > 0.0, aligned, zero),
            .measure = core::select(measure > 0.0, measure, zero)};
}

/// Motives of entry `e` of slot `k` at slope `h` [GBP thousand per sigma].
inline MotivePair motives_of(BlockWork const& w, MotiveParams const& params, int k, int e, core::Lanes h)
{
    using core::Lanes;
    Lanes const zero{0.0};
    Lanes const on_measure = w.year.reward_weight[e] * h + w.year.measured[e];
    Lanes own = w.year.own[e];
    Lanes own_slope = zero;
    if (params.crowding > 0.0) {
        own *= crowd_out(params, w.split[e], h);
        own_slope = -(params.crowding * params.effort_per_thousand * w.split[e]) * own;
    }
    Lanes const aligned = w.cosine[k] * on_measure + own;
    Lanes const measure = w.sine[k] * on_measure;
    return {.aligned = core::select(aligned > 0.0, aligned, zero),
            .measure = core::select(measure > 0.0, measure, zero),
            .aligned_slope = core::select(aligned > 0.0, w.cosine[k] * w.year.reward_weight[e] + own_slope, zero),
            .measure_slope = core::select(measure > 0.0, w.sine[k] * w.year.reward_weight[e], zero)};
}

/// Fills `w.year.inside` (motives and powers) and their slopes from `w.year.slope`, for the slots `first` .. `last`.
template <class Power>
void raise_inside(BlockWork& w, MotiveParams const& params, Power const& power, int first, int last)
{
    using core::Lanes;
    constexpr double smallest = 1e-300;  // keeps 0 / 0 away where nobody is moved
    double const q = power.exponent();
    for (int k = first; k < last; ++k) {
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            MotivePair const m = motives_of(w, params, k, e, w.year.slope[k].value);
            Lanes const aligned_power = w.share[e] * power.raise(m.aligned);
            Lanes const measure_power = w.share[e] * power.raise(m.measure);
            w.year.inside.aligned_motive[e] = m.aligned;
            w.year.inside.measure_motive[e] = m.measure;
            w.year.inside.aligned_power[e] = aligned_power;
            w.year.inside.measure_power[e] = measure_power;
            w.year.aligned_slope[e] = q * aligned_power * m.aligned_slope / (m.aligned + smallest);
            w.year.measure_slope[e] = q * measure_power * m.measure_slope / (m.measure + smallest);
        }
    }
}

/// The same for all slots in use.
template <class Power>
void raise_inside(BlockWork& w, MotiveParams const& params, Power const& power)
{
    raise_inside(w, params, power, 0, w.slots);
}

/// Gains of all slots at the current powers and discounts (A3.3), and d gain / d h.
template <class Power>
void form_gains(BlockWork& w, double effort_cost, Power const& power)
{
    using core::Lanes;
    double const q = power.exponent();
    for (int k = 0; k < w.slots; ++k) {
        Lanes aligned{0.0}, measure{0.0}, aligned_slope{0.0}, measure_slope{0.0};
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            Lanes const g = w.discount[w.partner[e]];
            aligned += g * w.year.inside.aligned_power[e];
            measure += g * w.year.inside.measure_power[e];
            aligned_slope += g * w.year.aligned_slope[e];
            measure_slope += g * w.year.measure_slope[e];
        }
        Lanes const scale = w.year.response[k] * w.year.response[k] / effort_cost;
        Lanes const outcome = scale * power.undo(aligned);
        w.year.true_gain[k] = outcome;
        w.year.gain[k] = w.cosine[k] * outcome + w.sine[k] * scale * power.undo(measure);
        w.year.gain_slope[k] = scale / q *
                          (w.cosine[k] * power.undo_less_one(aligned) * aligned_slope +
                           w.sine[k] * power.undo_less_one(measure) * measure_slope);
    }
}
}  // namespace concordat::delivery
