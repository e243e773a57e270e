#pragma once

#include "models/delivery/block.hpp"
#include "models/delivery/params.hpp"
#include "models/delivery/power.hpp"

namespace concordat::delivery
{
/// Spending of every partner at discounts g, and the discounts at which nobody overspends.
///
/// With V = share m^q and S_j = sum_p g_p V_pj, partner p spends
///   (1 + lambda_p)^-(1+q) / (2c) sum_j a_j^2 V_pj m_pj S_j^(1/q - 1),
/// which for q = 1/2 is g_p^3 / (2c) sum_r M_pr g_r with M_pr = sum_j a_j^2 V_pj m_pj V_rj: a
/// problem of the partners alone. Update 1 + lambda <- max(1, (1 + lambda) sqrt(spend / Rb)), exact
/// along the ray, a contraction (docs/decisions/0004-delivery-solver.md). Pooled budgets share a multiplier: a partner may
/// overspend its own part out of the pool, and all who do so pay the pool's price.
///
/// Source: docs/methods/delivery.md
template <class Power>
class Multipliers
{
  public:
    Multipliers(Technology const& technology, DeliveryParams const& params, Power power)
        : technology_{technology}, params_{params}, power_{power}
    {
    }

    /// Sums the constant part of M over everything outside the agreement (`outside_mask`).
    void couple_outside(BlockWork& w) const;
    /// Adds the slots' part at their current powers.
    void couple_inside(BlockWork& w) const;
    /// The same where powers of the unpaid slots are those of the last call of `couple_unpaid`.
    void couple_paid(BlockWork& w) const;
    /// Sums the part of M of everything outside and of the slots that come first and pay nothing (`unpaid`).
    void couple_unpaid(BlockWork& w) const;

    /// Discounts at which budgets are kept; lanes in `frozen` stay as they are.
    void settle(BlockWork& w, core::LaneMask frozen) const;
    /// Spending at the current discounts, into `w.spend`.
    void count_spend(BlockWork& w) const;

  private:
    void add_slots(BlockWork const& w, int first, int last, std::vector<core::Lanes>& to) const;
    void spend_half(BlockWork& w) const;
    void spend_general(BlockWork& w) const;
    /// One update of all discounts; returns the largest change per lane.
    core::Lanes update(BlockWork& w, core::Lanes& pool, core::LaneMask frozen) const;

    Technology const& technology_;
    DeliveryParams const& params_;
    Power power_;
};

extern template class Multipliers<HalfPower>;
extern template class Multipliers<GeneralPower>;
}  // namespace concordat::delivery
