#include <algorithm>

#include "models/delivery/nash_planner.hpp"

namespace concordat::delivery
{
using core::lane_count;
using core::LaneMask;
using core::Lanes;

/// Spending per partner and department at the block discounts: everything outside the agreement and
/// the slots, or every indicator as if there were no agreement.
template <class Power>
void NashPlanner<Power>::count_block_spend(BlockWork& w, bool with_agreement) const
{
    int const departments = technology_.departments();
    double const scale = 0.5 / params_.production.effort_cost;
    std::fill(w.year.block_spend.begin(), w.year.block_spend.end(), Lanes{0.0});
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        auto const& producers = technology_.producers(j);
        int const d = technology_.department(j);
        Lanes aligned{0.0}, measure{0.0};
        for (std::size_t a = 0; a < producers.size(); ++a) {
            Lanes const g = w.year.block_discount[producers[a] * departments + d];
            aligned += g * w.year.outside.aligned_power[entry + a];
            measure += g * w.year.outside.measure_power[entry + a];
        }
        Lanes const mask = with_agreement ? w.outside_mask[j] : Lanes{1.0};
        Lanes const aligned_rest = mask * power_.undo_less_one(aligned);
        Lanes const measure_rest = mask * power_.undo_less_one(measure);
        for (std::size_t a = 0; a < producers.size(); ++a) {
            std::size_t const e = entry + a;
            w.year.block_spend[producers[a] * departments + d] +=
                w.year.outside.aligned_motive[e] * w.year.outside.aligned_power[e] * aligned_rest +
                w.year.outside.measure_motive[e] * w.year.outside.measure_power[e] * measure_rest;
        }
        entry += producers.size();
    }
    for (int k = 0; with_agreement && k < w.slots; ++k) {
        auto const& item = w.indicator[k];
        bool const everywhere = item[0] >= 0 && std::count(item.begin(), item.end(), item[0]) == lane_count;
        Lanes const squared = w.year.response[k] * w.year.response[k];
        Lanes aligned{0.0}, measure{0.0};
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            aligned += w.discount[w.partner[e]] * w.year.inside.aligned_power[e];
            measure += w.discount[w.partner[e]] * w.year.inside.measure_power[e];
        }
        Lanes const aligned_rest = squared * power_.undo_less_one(aligned);
        Lanes const measure_rest = squared * power_.undo_less_one(measure);
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            Lanes const spend = w.year.inside.aligned_motive[e] * w.year.inside.aligned_power[e] * aligned_rest +
                                w.year.inside.measure_motive[e] * w.year.inside.measure_power[e] * measure_rest;
            if (everywhere) {
                w.year.block_spend[w.partner[e] * departments + technology_.department(item[0])] += spend;
                continue;
            }
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                int const j = item[lane];
                if (j >= 0) w.year.block_spend[w.partner[e] * departments + technology_.department(j)][lane] += spend[lane];
            }
        }
    }
    for (int p = 0; p < technology_.partners(); ++p) {
        for (int d = 0; d < departments; ++d) {
            std::size_t const at = static_cast<std::size_t>(p * departments + d);
            w.year.block_spend[at] *= scale * power_.spend_factor(w.year.block_discount[at]);
        }
    }
}

/// Every block's discount is its partner's.
template <class Power>
void NashPlanner<Power>::spread_discounts(BlockWork& w) const
{
    int const departments = technology_.departments();
    for (int p = 0; p < technology_.partners(); ++p) {
        for (int d = 0; d < departments; ++d) w.year.block_discount[p * departments + d] = w.discount[p];
    }
}

/// Least spend of every block: the fenced share of the grants in what the plan without an agreement
/// spends there.
template <class Power>
void NashPlanner<Power>::set_fences(BlockWork& w) const
{
    int const departments = technology_.departments();
    for (int p = 0; p < technology_.partners(); ++p) {
        for (int d = 0; d < departments; ++d) w.year.block_discount[p * departments + d] = w.before[p];
    }
    count_block_spend(w, false);
    for (int p = 0; p < technology_.partners(); ++p) {
        double const kept = params_.budgets.ring_fence * technology_.partner(p).grant_dependence;
        for (int d = 0; d < departments; ++d) {
            w.usual_fence[p * departments + d] = kept * w.year.block_spend[p * departments + d];
        }
    }
    w.fences_set = true;
    scale_fences(w);
}

template <class Power>
void NashPlanner<Power>::keep_fences(BlockWork& w) const
{
    if (params_.budgets.ring_fence > 0.0 && !w.fences_set) set_fences(w);
}

/// This year's fences: cuts of budgets are cuts of grants too; growth comes without strings.
template <class Power>
void NashPlanner<Power>::scale_fences(BlockWork& w) const
{
    Lanes const one{1.0};
    Lanes const scale = w.fence_scale * core::select(w.budget_scale < one, w.budget_scale, one);
    for (std::size_t at = 0; at < w.year.fence.size(); ++at) w.year.fence[at] = scale * w.usual_fence[at];
}

/// Whether a fence can be broken at all. Motives inside an agreement are at least those outside it, so
/// a partner's block spends at least (g / g before)^((1 + q)/q) (smallest of all g / g before)^(1/q - 1) of what
/// it spent without an agreement. Crowding out can lower motives, and so can the year and what spills over: then
/// every fence is looked at.
template <class Power>
bool NashPlanner<Power>::fences_are_safe(BlockWork const& w) const
{
    if (params_.motives.crowding > 0.0 || params_.motives.known_spillovers > 0.0 || w.rebuilt) return false;
    Lanes smallest{1.0};
    for (int p = 0; p < technology_.partners(); ++p) {
        Lanes const ratio = w.discount[p] / w.before[p];
        smallest = core::select(ratio < smallest, ratio, smallest);
    }
    Lanes const left = power_.undo_less_one(smallest);
    LaneMask safe{true};
    for (int p = 0; p < technology_.partners(); ++p) {
        double const kept = params_.budgets.ring_fence * technology_.partner(p).grant_dependence;
        // Who has no budget at all (not a number here) has no fence either.
        if (kept > 0.0) safe = safe && !(power_.spend_factor(w.discount[p] / w.before[p]) * left <= kept);
    }
    return std::experimental::all_of(safe);
}

/// \pre every block's discount is its partner's
template <class Power>
LaneMask NashPlanner<Power>::broken_fences(BlockWork& w) const
{
    LaneMask broken{false};
    if (params_.budgets.ring_fence <= 0.0 || fences_are_safe(w)) return broken;
    constexpr double slack = 1.0 - 1e-9;
    if (!w.fences_set) {
        set_fences(w);
        spread_discounts(w);
    }
    count_block_spend(w, true);
    for (std::size_t at = 0; at < w.year.fence.size(); ++at) broken = broken || w.year.block_spend[at] < slack * w.year.fence[at];
    return broken;
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
