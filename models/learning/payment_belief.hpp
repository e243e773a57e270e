#pragma once

#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::learning
{
/// What areas believe about being paid (scenarios/parameters/learning/payment.yaml).
struct PaymentParams
{
    core::Share start{};  ///< belief before anything was paid
    core::Share rate{};   ///< a settlement; 0: belief stays at its start
};

/// Belief that a reward earned will be honoured: Pay += rate (honour observed - Pay). Where the end
/// of the agreements is expected, the belief is a mixture with what would be paid then; experience
/// is kept apart, so that a fear that passes leaves no mark.
/// Source: docs/methods/learning.md.
class PaymentBelief
{
  public:
    explicit PaymentBelief(PaymentParams const& params);

    /// Once a replicate.
    void begin(state::Standing& standing) const;
    /// At a settlement. \param honour [share] of earned reward that was paid
    void observe(core::Share honour, state::Standing& standing) const;
    /// Each year before partners plan: belief = experience + chance (honour then - experience).
    /// \param chance [probability] that agreements end before they are paid; 0: experience alone
    /// \param honour_then [share] of earned reward that would be paid in that case
    void expect(core::Share chance, core::Share honour_then, state::Standing& standing) const;

  private:
    PaymentParams params_;
};
}  // namespace concordat::learning
