#include <algorithm>
#include <array>
#include <cmath>

#include "models/delivery/bracket.hpp"

/// The bracketing solver's budgets: spending, multipliers, pools and ring-fences of one area.
namespace concordat::delivery
{
using core::Lanes;

namespace
{
template <class Power>
double scalar_step(Power const& power, double ratio)
{
    return power.step(Lanes{ratio})[0];
}
}  // namespace

/// For q = 1/2 spending is a problem of partners and departments alone: adds the pair terms of one list
/// of entries, motive times power of one partner times power of another.
template <class Power>
template <class PartnerAt>
void AreaSolver<Power>::couple(std::vector<double>& into, Powers const& powers, std::size_t first, std::size_t last,
                               int department, double factor, PartnerAt const& partner_at) const
{
    for (std::size_t e = first; e < last; ++e) {
        double const aligned = factor * powers.aligned_motive[e][lane_] * powers.aligned_power[e][lane_];
        double const measure = factor * powers.measure_motive[e][lane_] * powers.measure_power[e][lane_];
        double* const column = into.data() + at(0, department * technology_.partners()) + partner_at(e);
        for (std::size_t f = first; f < last; ++f) {
            column[at(0, partner_at(f))] +=
                aligned * powers.aligned_power[f][lane_] + measure * powers.measure_power[f][lane_];
        }
    }
}

template <class Power>
void AreaSolver<Power>::couple_slots(std::vector<double>& into, int first, int last) const
{
    for (int k = first; k < last; ++k) {
        double const a = w_.year.response[k][lane_];
        if (a == 0.0) continue;
        couple(into, w_.year.inside, static_cast<std::size_t>(w_.begin[k]), static_cast<std::size_t>(w_.begin[k + 1]),
               technology_.department(w_.indicator[k][lane_]), a * a,
               [&](std::size_t e) { return w_.partner[e]; });
    }
}

/// What no plan changes: everything outside the agreement, and the slots that pay nothing.
template <class Power>
void AreaSolver<Power>::couple_constant()
{
    auto& into = w_.year.bracket.constant_coupling;
    std::fill(into.begin(), into.end(), 0.0);
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        auto const producers = technology_.producers(j);
        std::size_t const first = entry;
        entry += producers.size();
        if (w_.outside_mask[j][lane_] == 0.0) continue;
        couple(into, w_.year.outside, first, entry, technology_.department(j), 1.0,
               [&](std::size_t e) { return producers[e - first]; });
    }
    couple_slots(into, 0, unpaid_);
}

/// Call after slopes have changed.
template <class Power>
void AreaSolver<Power>::couple_inside()
{
    auto const& constant = w_.year.bracket.constant_coupling;
    std::copy(constant.begin(), constant.end(), w_.year.bracket.coupling.begin());
    couple_slots(w_.year.bracket.coupling, unpaid_, w_.slots);
}

/// Partners that have no hand in a department's indicators add nothing to it and are left out.
template <class Power>
void AreaSolver<Power>::spend_coupled(double scale)
{
    using std::experimental::element_aligned;
    for (int d = 0; d < departments_; ++d) {
        auto const& producing = technology_.partners_of(d);
        double const* const prices = block_.data() + at(0, d);
        double const* const coupling = w_.year.bracket.coupling.data() + at(0, d * technology_.partners());
        for (std::size_t first = 0; first < row_; first += core::lane_count) {
            Lanes sum{0.0};
            for (int const r : producing) sum += Lanes{coupling + at(static_cast<int>(first), r), element_aligned} * prices[r];
            Lanes const g{prices + first, element_aligned};
            (scale * g * g * g * sum).copy_to(block_spend_.data() + at(static_cast<int>(first), d), element_aligned);
        }
    }
}

template <class Power>
void AreaSolver<Power>::count_spend()
{
    double const scale = 0.5 / params_.production.effort_cost;
    if constexpr (Power::half) {
        spend_coupled(scale);
        return;
    }
    std::fill(block_spend_.begin(), block_spend_.end(), 0.0);
    auto const add = [&](auto const& powers, std::size_t first, std::size_t last, int d, double factor,
                         auto const& partner_at) {
        double aligned = 0.0, measure = 0.0;
        for (std::size_t e = first; e < last; ++e) {
            double const g = discount(partner_at(e), d);
            aligned += g * powers.aligned_power[e][lane_];
            measure += g * powers.measure_power[e][lane_];
        }
        double const aligned_rest = factor * power_.undo_less_one(Lanes{aligned})[0];
        double const measure_rest = factor * power_.undo_less_one(Lanes{measure})[0];
        for (std::size_t e = first; e < last; ++e) {
            block_spend_[at(partner_at(e), d)] +=
                powers.aligned_motive[e][lane_] * powers.aligned_power[e][lane_] * aligned_rest +
                powers.measure_motive[e][lane_] * powers.measure_power[e][lane_] * measure_rest;
        }
    };
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        auto const producers = technology_.producers(j);
        std::size_t const first = entry;
        entry += producers.size();
        if (w_.outside_mask[j][lane_] == 0.0) continue;
        add(w_.year.outside, first, entry, technology_.department(j), 1.0,
            [&](std::size_t e) { return producers[e - first]; });
    }
    for (int k = 0; k < w_.slots; ++k) {
        if (w_.year.response[k][lane_] == 0.0) continue;
        double const a = w_.year.response[k][lane_];
        add(w_.year.inside, static_cast<std::size_t>(w_.begin[k]), static_cast<std::size_t>(w_.begin[k + 1]),
            technology_.department(w_.indicator[k][lane_]), a * a, [&](std::size_t e) { return w_.partner[e]; });
    }
    for (int p = 0; p < technology_.partners(); ++p) {
        for (int d = 0; d < departments_; ++d) {
            block_spend_[at(p, d)] *= scale * power_.spend_factor(Lanes{discount(p, d)})[0];
        }
    }
}

/// A block's price is its pool's where no fence is bound.
template <class Power>
void AreaSolver<Power>::price_blocks()
{
    for (int d = 0; d < departments_; ++d) std::copy(pool_.begin(), pool_.end(), block_.data() + at(0, d));
    for (auto const& fence : fences_) block_[fence.block] = fence.discount;
}

/// Whether a fence takes money out of what its partner can spend freely. A fence that the pool's own plan has
/// come to keep (tighter budgets elsewhere, partners who do more) no longer sets money aside: the block then
/// pays the pool's price and counts as free.
template <class Power>
bool AreaSolver<Power>::sets_aside(BoundFence const& fence) const
{
    return fence.discount > pool_[fence.partner] || block_spend_[fence.block] < fence.least;
}

/// What partners spend outside blocks whose fence binds, and what they have for it.
template <class Power>
void AreaSolver<Power>::count_free()
{
    auto& free_part = w_.year.bracket.free_part;
    auto& free_spend = w_.year.bracket.free_spend;
    auto& free_budget = w_.year.bracket.free_budget;
    for (int p = 0; p < technology_.partners(); ++p) free_budget[p] = w_.budget[p][lane_];
    std::copy(block_spend_.begin(), block_spend_.end(), free_part.begin());
    for (auto const& fence : fences_) {
        if (!sets_aside(fence)) continue;
        free_budget[fence.partner] -= fence.least;
        free_part[fence.block] = 0.0;
    }
    std::fill(free_spend.begin(), free_spend.end(), 0.0);
    for (int d = 0; d < departments_; ++d) {
        double const* const part = free_part.data() + at(0, d);
        for (std::size_t p = 0; p < row_; ++p) free_spend[p] += part[p];
    }
}

template <class Power>
double AreaSolver<Power>::update_multipliers(bool half_step)
{
    constexpr double least_spend = 1e-300;
    double change = 0.0;
    auto const move = [&](double& g, double ratio, double step, double ceiling, double floor) {
        double next = std::isfinite(ratio) ? g * step : ceiling;
        next = std::clamp(next, floor, ceiling);
        if (half_step) next = std::sqrt(next * g);
        change = std::max(change, std::abs(next - g));
        g = next;
    };
    constexpr double no_ceiling = 1e6;  // a fenced block may have to spend more than it wants: g > 1
    // Pooled budgets (one multiplier for all who draw) are rare together with fences; they share here too.
    double drawn = 0.0, at_hand = 0.0;
    double pool_price = 1.0;
    auto const partners = static_cast<std::size_t>(technology_.partners());
    for (std::size_t p = 0; p < partners; ++p) {
        // A partner without any budget of its own has the discount 0, which says nothing about the pool.
        if (w_.pooled[p][lane_] > 0.0 && pool_[p] > 0.0) pool_price = std::min(pool_price, pool_[p]);
    }
    auto& free_spend = w_.year.bracket.free_spend;
    auto& free_budget = w_.year.bracket.free_budget;
    count_free();
    for (std::size_t p = 0; p < partners; ++p) {
        double const pooled = w_.pooled[p][lane_];
        if (pooled > 0.0) {
            double const wanted = pool_[p] * scalar_step(power_, (1.0 - pooled) * free_budget[p] /
                                                                     std::max(free_spend[p], least_spend));
            at_hand += pooled * free_budget[p];
            if (wanted < pool_price || pooled >= 1.0) {
                at_hand += (1.0 - pooled) * free_budget[p];
                drawn += free_spend[p];
            }
        }
    }
    double shared = pool_price;
    if (at_hand > 0.0) shared = std::min(1.0, pool_price * scalar_step(power_, at_hand / std::max(drawn, least_spend)));
    std::array<double, max_partners> ratio{}, step{};
    for (std::size_t p = 0; p < partners; ++p) {
        ratio[p] = (1.0 - w_.pooled[p][lane_]) * std::max(free_budget[p], 0.0) / std::max(free_spend[p], least_spend);
    }
    for (std::size_t p = 0; p < row_; p += core::lane_count) {
        power_.step(Lanes{&ratio[p], std::experimental::element_aligned})
            .copy_to(&step[p], std::experimental::element_aligned);
    }
    for (std::size_t p = 0; p < partners; ++p) {
        move(pool_[p], ratio[p], step[p], 1.0, w_.pooled[p][lane_] > 0.0 ? shared : 0.0);
    }
    for (auto& fence : fences_) {
        // The block's own multiplier is never above the pool's: g_block >= g_pool.
        double const needed = fence.least / std::max(block_spend_[fence.block], least_spend);
        move(fence.discount, needed, scalar_step(power_, needed), no_ceiling, pool_[fence.partner]);
    }
    price_blocks();
    return change;
}

template <class Power>
void AreaSolver<Power>::settle_multipliers(int most_sweeps)
{
    constexpr double settled_change = 1e-12;
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        ++w_.area_sweeps;
        count_spend();
        if (update_multipliers(false) < settled_change) break;
    }
}

template <class Power>
bool AreaSolver<Power>::add_broken_fences()
{
    if (params_.budgets.ring_fence <= 0.0) return false;
    constexpr double slack = 1.0 - 1e-9;
    bool added = false;
    count_spend();
    for (int d = 0; d < departments_; ++d) {
        for (int const p : technology_.partners_of(d)) {
            std::size_t const block = at(p, d);
            if (fenced_[block] != 0 || block_spend_[block] >= slack * w_.year.fence[kept_at(p, d)][lane_]) continue;
            fenced_[block] = 1;
            fences_.push_back({.block = block, .partner = p, .least = w_.year.fence[kept_at(p, d)][lane_], .discount = pool_[p]});
            added = true;
        }
    }
    std::sort(fences_.begin(), fences_.end(), [](auto const& a, auto const& b) { return a.block < b.block; });
    return added;
}

template class AreaSolver<HalfPower>;
template class AreaSolver<GeneralPower>;
}  // namespace concordat::delivery
