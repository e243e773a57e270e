#pragma once

#include <cstdint>
#include <vector>

#include "models/state/centre.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// Officials' effort on public service agreements. A department has a fixed capacity of effort with
/// quadratic cost and spreads it over its own objectives (motive 1), the agreements that it leads (s)
/// and those to which it contributes (omega_k s):
///
///     max sum_k m_dk e_dk  subject to sum_k e_dk^2 = 1:   e_dk = m_dk / sqrt(sum_k m_dk^2)
///
/// omega_k starts from the weight of others' aims (.1: "100:0:0 working"), rises with the authority of
/// a cross-cutting minister over a priority agreement, and by the stake in the pooled fund where all
/// keys turn. What counts is the effort behind an indicator's agreement or objective against that
/// under 100:0:0, where contributors give nothing:
///
///     rise_j = clamp(E / E(omega = 0) - 1, -1, 1)
///     guidance_j = 1 + gain (advised_j ? 1 : rise_j),   shared_motive_j = 1 + support rise_j
///
/// What contributors give comes out of their own objectives, so a rise can be negative there.
/// Agreements without a lead in the pack are outside the model. Where committees press for an agreement,
/// the motives for it are multiplied by its emphasis.
///
/// Source: the best response under a budget of delivery (docs/methods/delivery.md), with one task per
/// objective; docs/methods/whitehall.md
class PsaLayer
{
  public:
    PsaLayer(state::Pack const& pack, WhitehallParams const& params);

    /// Fills guidance, shared_motive and announcements, under the centre's emphasis on agreements.
    void guide(state::Occasion const& when, state::Centre& centre) const;

    /// omega of an agreement: how far its contributors count its aims as their own.
    [[nodiscard]] double weight(int agreement) const { return weight_[static_cast<std::size_t>(agreement)]; }
    /// omega of what is behind an indicator: its agreement's, or the common weight of others' aims.
    [[nodiscard]] double weight_behind(int indicator) const;
    /// Mean omega over the agreements to which a department contributes; the common weight if none.
    [[nodiscard]] double weight_of(state::DepartmentId department) const;
    [[nodiscard]] bool pays_from_pool(int agreement) const { return paid_[static_cast<std::size_t>(agreement)] != 0; }
    [[nodiscard]] bool is_priority(int indicator) const { return priority_[static_cast<std::size_t>(indicator)] != 0; }
    [[nodiscard]] double rise(int indicator) const { return rise_(indicator); }

  private:
    void weigh(state::Pack const& pack, WhitehallParams const& params);
    [[nodiscard]] state::PerIndicator spread_effort(state::PerIndicator const& emphasis) const;

    EffortParams effort_;
    AdviceParams advice_;
    double damped_announcements_{};          ///< [factor] on announcements about priority agreements
    std::size_t departments_{};              ///< [count]
    std::vector<state::ServiceAgreement> agreements_{};
    std::vector<double> weight_{};           ///< per agreement
    std::vector<std::uint8_t> paid_{};       ///< per agreement
    std::vector<double> department_weight_{};
    std::vector<int> agreement_of_{};        ///< per indicator, -1 none
    std::vector<state::DepartmentId> department_of_{};  ///< per indicator
    std::vector<std::uint8_t> priority_{};   ///< per indicator
    std::vector<std::uint32_t> numbers_{};   ///< the indicators' stable numbers
    state::PerIndicator rise_{};             ///< per indicator, without emphasis
};
}  // namespace concordat::whitehall
