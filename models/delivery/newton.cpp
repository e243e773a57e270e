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

int count(LaneMask mask) { return std::experimental::popcount(mask); }
}  // namespace

template <class Power>
PlanReport NashPlanner<Power>::plan(BlockWork& w, state::RewardScheme const& scheme, double remaining) const
{
    PlanReport report;
    w.rescued = w.fenced = w.unsettled = LaneMask{false};
    LaneMask failed{false};
    if (scheme.pools_the_agreement()) {
        report.passes = step_score(w, scheme, remaining, failed);
    } else {
        report.passes = step_items(w, scheme, remaining, failed);
    }
    int const departments = technology_.departments();
    for (int p = 0; p < technology_.partners(); ++p) {
        for (int d = 0; d < departments; ++d) w.block_discount[p * departments + d] = w.discount[p];
    }
    LaneMask const broken = broken_fences(w);
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        if (!failed[lane] && !broken[lane]) continue;
        w.rescued[lane] = failed[lane];
        w.unsettled[lane] = !rescue(w, scheme, remaining, lane);
    }
    report.rescued = count(w.rescued);
    report.fenced = count(w.fenced);
    report.unsettled = count(w.unsettled);
    return report;
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

template <class Power>
int NashPlanner<Power>::step_items(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                   LaneMask& failed) const
{
    LaneMask settled{false};
    Lanes fold{0.0};
    scheme.steepest(w.market, w.steepest);
    int pass = 0;
    while (pass < most_passes && !std::experimental::all_of(settled)) {
        ++pass;
        for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.start[k] + w.plan[k];
        scheme.price(w.market, w.slope);
        PartnerLanes const discount = w.discount;
        evaluate(w, settled);
        Lanes change{0.0};
        for (int p = 0; p < technology_.partners(); ++p) {
            change = larger(std::experimental::abs(w.discount[p] - discount[p]), change);
        }
        Lanes narrowest{1.0};
        for (int k = 0; k < w.slots; ++k) {
            Lanes const slope = 1.0 - remaining * w.gain_slope[k] * w.slope[k].derivative;
            narrowest = core::select(slope < narrowest, slope, narrowest);
            fold = larger(fold, remaining * w.gain_slope[k] * w.steepest[k]);
            Lanes step = (w.plan[k] - remaining * w.gain[k]) / larger(slope, Lanes{least_slope});
            step = core::select(step > largest_step, Lanes{largest_step}, step);
            step = core::select(step < -largest_step, Lanes{-largest_step}, step);
            Lanes const next = larger(w.plan[k] - step, Lanes{0.0});
            change = larger(std::experimental::abs(next - w.plan[k]), change);
            w.plan[k] = core::select(settled, w.plan[k], next);
        }
        failed = failed || (!settled && change < params_.solver.tolerance && narrowest < least_slope);
        settled = settled || change < params_.solver.tolerance;
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
    scheme.price(w.market, w.slope);
    evaluate(w, frozen);
    Lanes score{0.0}, answer{0.0}, rewarded{0.0};
    for (int k = 0; k < w.slots; ++k) {
        Lanes const counts = core::select(w.market.reward[k] > 0.0, one, Lanes{0.0});
        Lanes const stretch = w.market.stretch[k];
        score += counts * (w.start[k] + remaining * w.gain[k] - w.market.announced[k]) / stretch;
        answer += counts * remaining * w.gain_slope[k] * w.slope[k].derivative / stretch;
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
    for (int k = 0; k < w.slots; ++k) {
        Lanes const counts = core::select(w.market.reward[k] > 0.0, Lanes{1.0}, Lanes{0.0});
        mean += counts * (w.start[k] + w.plan[k] - w.market.announced[k]) / w.market.stretch[k];
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
        mean = core::select(settled, mean, mean - core::select(size > 1.0, step / size, step));
        settled = settled || size < params_.solver.tolerance;
    }
    if (std::experimental::any_of(folded || !settled)) {
        search_score(w, scheme, remaining, settled && !folded);
    } else {
        Lanes slope{1.0};
        score_residual(w, scheme, remaining, mean, LaneMask{true}, slope);
    }
    for (int k = 0; k < w.slots; ++k) w.plan[k] = remaining * w.gain[k];
    failed = LaneMask{false};
    return pass;
}

/// Finds all roots of F on a grid, picks by equal areas, and closes in by bisection. Lanes in
/// `frozen` are searched too, so that all lanes end at a consistent evaluation.
template <class Power>
void NashPlanner<Power>::search_score(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                      LaneMask frozen) const
{
    constexpr int points = 64;
    constexpr int halvings = 48;
    Lanes slope{1.0};
    // Score without reward, and at the largest slope found on the grid, bracket every root.
    Lanes const low = -score_residual(w, scheme, remaining, Lanes{-1e6}, LaneMask{false}, slope) - 1e6 - 1e-6;
    Lanes high = low;
    Lanes span{4.0};
    for (int i = 0; i <= points; ++i) {
        Lanes const at = low + span * static_cast<double>(i) / points;
        high = larger(high, at - score_residual(w, scheme, remaining, at, LaneMask{false}, slope));
    }
    span = high - low + 1e-3;
    std::array<Lanes, points + 1> residual;
    for (int i = 0; i <= points; ++i) {
        Lanes const at = low + span * static_cast<double>(i) / points;
        residual[i] = score_residual(w, scheme, remaining, at, LaneMask{false}, slope);
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
        Lanes const at = score_residual(w, scheme, remaining, middle, LaneMask{false}, slope);
        left = core::select(at <= 0.0, middle, left);
        right = core::select(at <= 0.0, right, middle);
    }
    score_residual(w, scheme, remaining, 0.5 * (left + right), LaneMask{false}, slope);
    w.rescued = !frozen;
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
