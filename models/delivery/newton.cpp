#include <algorithm>
#include <array>

#include "models/delivery/motives.hpp"
#include "models/delivery/nash_planner.hpp"

namespace concordat::delivery
{
using core::lane_count;
using core::LaneMask;
using core::Lanes;

namespace
{
constexpr int most_passes = 40;
constexpr double least_slope = 0.15;  // f' below it: a fold is near, Newton is not trusted
constexpr double largest_step = 0.7;  // [sigma]

Lanes larger(Lanes a, Lanes b) { return core::select(a > b, a, b); }

/// 1 where a slot counts in the mean score of a pooled reward.
Lanes scored(state::BlockSlots const& market, int slot)
{
    auto const counts = market.reward[slot] > 0.0 && market.stretch[slot] > 0.0;
    return core::select(counts, Lanes{1.0}, Lanes{0.0});
}

int count(LaneMask mask) { return std::experimental::popcount(mask); }
}  // namespace

template <class Power>
PlanReport NashPlanner<Power>::plan(BlockWork& w, state::RewardScheme const& scheme, double remaining) const
{
    PlanReport report;
    w.rescued = w.fenced = w.unsettled = LaneMask{false};
    LaneMask failed{false};
    if (scheme.foresees()) look_past_reward(w, remaining);
    if (scheme.pools_the_agreement()) {
        report.passes = step_score(w, scheme, remaining, failed);
    } else {
        report.passes = step_items(w, scheme, remaining, failed);
    }
    w.passes += report.passes;
    LaneMask const broken = broken_fences(w);
    if (std::experimental::any_of(failed)) keep_fences(w);
    if (std::experimental::any_of(failed || broken)) spread_discounts(w);
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        if (!failed[lane] && !broken[lane]) continue;
        if (failed[lane]) w.rescued[lane] = true;
        w.unsettled[lane] = !rescue(w, scheme, remaining, lane, !failed[lane]);
    }
    report.rescued = count(w.rescued);
    report.fenced = count(w.fenced);
    report.unsettled = count(w.unsettled);
    return report;
}

/// For schemes that foresee: where slots end without the reward, and what a unit of slope adds, as the
/// chord up to the largest slope of the hit-or-miss rule; both at the multipliers of the last plan.
template <class Power>
void NashPlanner<Power>::look_past_reward(BlockWork& w, double remaining) const
{
    constexpr double pdf_at_zero = 0.3989422804014327;
    Lanes const zero{0.0}, one{1.0};
    auto& market = w.market;
    auto const at_slope = [&](int k, double share) {
        w.year.slope[k].value = share * pdf_at_zero * market.reward[k] / market.spread[k];
    };
    for (int k = 0; k < w.slots; ++k) at_slope(k, 1.0);
    raise_inside(w, params_.motives, power_);
    form_gains(w, params_.production.effort_cost, power_);
    for (int k = 0; k < w.slots; ++k) market.leverage[k] = w.year.gain[k];
    for (int k = 0; k < w.slots; ++k) at_slope(k, 0.0);
    raise_inside(w, params_.motives, power_);
    form_gains(w, params_.production.effort_cost, power_);
    for (int k = 0; k < w.slots; ++k) {
        Lanes const ahead = remaining * w.arrival[k];
        Lanes const slope = pdf_at_zero * market.reward[k] / market.spread[k];
        auto const offered = slope > zero;
        market.leverage[k] =
            core::select(offered, ahead * (market.leverage[k] - w.year.gain[k]) / core::select(offered, slope, one), zero);
        market.passive[k] = w.year.start[k] + ahead * w.year.gain[k];
    }
}

/// Powers, multipliers and gains at the current slopes.
template <class Power>
void NashPlanner<Power>::evaluate(BlockWork& w, LaneMask frozen) const
{
    raise_inside(w, params_.motives, power_);
    multipliers_.couple_inside(w);
    multipliers_.settle(w, frozen);
    form_gains(w, params_.production.effort_cost, power_);
}

/// Powers of the slots that come first and carry no reward: no plan changes them, so once a year is enough.
template <class Power>
void NashPlanner<Power>::raise_unpaid(BlockWork& w) const
{
    w.year.unpaid = 0;
    while (w.year.unpaid < w.slots && std::experimental::all_of(w.market.reward[w.year.unpaid] == 0.0) &&
           std::experimental::all_of(w.year.slope[w.year.unpaid].value == 0.0)) {
        ++w.year.unpaid;
    }
    raise_inside(w, params_.motives, power_, 0, w.year.unpaid);
    multipliers_.couple_unpaid(w);
}

/// `evaluate` where nothing about the unpaid slots has changed. \pre raise_unpaid
template <class Power>
void NashPlanner<Power>::evaluate_paid(BlockWork& w, LaneMask frozen) const
{
    raise_inside(w, params_.motives, power_, w.year.unpaid, w.slots);
    multipliers_.couple_paid(w);
    multipliers_.settle(w, frozen);
    form_gains(w, params_.production.effort_cost, power_);
}

template <class Power>
int NashPlanner<Power>::step_items(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                   LaneMask& failed) const
{
    LaneMask settled{false};
    Lanes fold{0.0};
    scheme.steepest(w.market, w.year.steepest);
    int pass = 0;
    while (pass < most_passes && !std::experimental::all_of(settled)) {
        ++pass;
        for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.year.start[k] + w.plan[k];
        scheme.price(w.market, w.year.slope);
        if (pass == 1) raise_unpaid(w);
        PartnerLanes const discount = w.discount;
        evaluate_paid(w, settled);
        auto& next = w.year.next_plan;
        Lanes change{0.0};
        for (int p = 0; p < technology_.partners(); ++p) {
            change = larger(std::experimental::abs(w.discount[p] - discount[p]), change);
        }
        Lanes narrowest{1.0};
        for (int k = 0; k < w.slots; ++k) {
            Lanes const ahead = remaining * w.arrival[k];
            Lanes const slope = 1.0 - ahead * w.year.gain_slope[k] * w.year.slope[k].derivative;
            narrowest = core::select(slope < narrowest, slope, narrowest);
            fold = larger(fold, ahead * w.year.gain_slope[k] * w.year.steepest[k]);
            Lanes step = (w.plan[k] - ahead * w.year.gain[k]) / larger(slope, Lanes{least_slope});
            step = core::select(step > largest_step, Lanes{largest_step}, step);
            step = core::select(step < -largest_step, Lanes{-largest_step}, step);
            next[k] = larger(w.plan[k] - step, Lanes{0.0});
            change = larger(std::experimental::abs(next[k] - w.plan[k]), change);
        }
        failed = failed || (!settled && change < params_.solver.tolerance && narrowest < least_slope);
        // A lane that settles keeps the plan at which its gains were formed, so that further passes
        // for the sake of its block-mates change nothing.
        settled = settled || change < params_.solver.tolerance;
        for (int k = 0; k < w.slots; ++k) w.plan[k] = core::select(settled, w.plan[k], next[k]);
    }
    constexpr double fold_margin = 0.85;
    failed = failed || !settled || fold > fold_margin;
    return pass;
}

/// Residual of the equation in the mean score, F(m) = m - score(h(m)), and its slope.
template <class Power>
Lanes NashPlanner<Power>::score_residual(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                         Lanes mean, LaneMask frozen, Lanes& slope) const
{
    Lanes const one{1.0};
    for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.market.announced[k] + mean * w.market.stretch[k];
    scheme.price(w.market, w.year.slope);
    evaluate(w, frozen);
    Lanes score{0.0}, answer{0.0}, rewarded{0.0};
    for (int k = 0; k < w.slots; ++k) {
        Lanes const counts = scored(w.market, k);
        Lanes const stretch = core::select(counts > 0.0, w.market.stretch[k], one);
        Lanes const ahead = remaining * w.arrival[k];
        score += counts * (w.year.start[k] + ahead * w.year.gain[k] - w.market.announced[k]) / stretch;
        answer += counts * ahead * w.year.gain_slope[k] * w.year.slope[k].derivative / stretch;
        rewarded += counts;
    }
    rewarded = core::select(rewarded > 0.0, rewarded, one);
    slope = one - answer / rewarded;
    return mean - score / rewarded;
}

template <class Power>
int NashPlanner<Power>::step_score(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                   LaneMask& failed) const
{
    Lanes mean{0.0}, rewarded{0.0};
    Lanes const one{1.0};
    for (int k = 0; k < w.slots; ++k) {
        Lanes const counts = scored(w.market, k);
        Lanes const stretch = core::select(counts > 0.0, w.market.stretch[k], one);
        mean += counts * (w.year.start[k] + w.plan[k] - w.market.announced[k]) / stretch;
        rewarded += counts;
    }
    mean /= core::select(rewarded > 0.0, rewarded, Lanes{1.0});
    LaneMask settled{false};
    LaneMask folded{false};
    int pass = 0;
    while (pass < most_passes && !std::experimental::all_of(settled)) {
        ++pass;
        Lanes slope{1.0};
        Lanes const residual = score_residual(w, scheme, remaining, mean, settled, slope);
        folded = folded || (!settled && slope < least_slope);
        Lanes const step = residual / larger(slope, Lanes{least_slope});
        Lanes const size = std::experimental::abs(step);
        // As with single items, a lane that settles stays where its gains were formed.
        settled = settled || size < params_.solver.tolerance;
        mean = core::select(settled, mean, mean - core::select(size > 1.0, step / size, step));
    }
    LaneMask const done = settled && !folded;
    if (!std::experimental::all_of(done)) search_score(w, scheme, remaining, mean, done);
    for (int k = 0; k < w.slots; ++k) w.plan[k] = remaining * w.arrival[k] * w.year.gain[k];
    failed = LaneMask{false};
    return pass;
}

/// Finds all roots of F on a grid, picks by equal areas, and closes in by bisection. Lanes in
/// `frozen` keep their multipliers and end at the mean score `known`, as if they had been alone.
template <class Power>
void NashPlanner<Power>::search_score(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                      Lanes known, LaneMask frozen) const
{
    constexpr int points = 64;
    constexpr int halvings = 48;
    Lanes slope{1.0};
    // Score without reward, and at the largest slope found on the grid, bracket every root.
    Lanes const low = -score_residual(w, scheme, remaining, Lanes{-1e6}, frozen, slope) - 1e6 - 1e-6;
    Lanes high = low;
    Lanes span{4.0};
    for (int i = 0; i <= points; ++i) {
        Lanes const at = low + span * static_cast<double>(i) / points;
        high = larger(high, at - score_residual(w, scheme, remaining, at, frozen, slope));
    }
    span = high - low + 1e-3;
    std::array<Lanes, points + 1> residual;
    for (int i = 0; i <= points; ++i) {
        Lanes const at = low + span * static_cast<double>(i) / points;
        residual[i] = score_residual(w, scheme, remaining, at, frozen, slope);
    }
    Lanes left = low, right = low + span;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        double area = 0.0;
        bool found = false;
        for (int i = 0; i < points; ++i) {
            double const before = residual[i][lane], after = residual[i + 1][lane];
            bool const rises = before <= 0.0 && after > 0.0;
            if (rises && (!found || area < 0.0)) {
                left[lane] = low[lane] + span[lane] * i / points;
                right[lane] = low[lane] + span[lane] * (i + 1) / points;
                found = true;
                area = 0.0;
            }
            if (found) area += 0.5 * (before + after);
        }
    }
    for (int i = 0; i < halvings; ++i) {
        Lanes const middle = 0.5 * (left + right);
        Lanes const at = score_residual(w, scheme, remaining, middle, frozen, slope);
        left = core::select(at <= 0.0, middle, left);
        right = core::select(at <= 0.0, right, middle);
    }
    score_residual(w, scheme, remaining, core::select(frozen, known, 0.5 * (left + right)), frozen, slope);
    w.rescued = !frozen;
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
