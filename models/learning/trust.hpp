#pragma once

#include "models/state/agreement.hpp"
#include "models/state/bargain.hpp"
#include "models/state/conditions.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "models/state/year_result.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::learning
{
/// How trust follows conduct (scenarios/parameters/learning/trust.yaml).
struct TrustParams
{
    core::Share rate{};       ///< a_tr, a year; 0: trust stays as drawn
    double choice_weight{};   ///< w1, on items that were not forced
    double calm_weight{};     ///< w2, on late demands that were not pushed through
    double evidence_weight{}; ///< w3, on disputes that evidence settled
    double honour_weight{};   ///< w4, on rewards that were paid
    double champion_weight{}; ///< w5, on a negotiation champion
    core::Share yearly_gain{};    ///< added each year (secondments); 0: none
    core::Share partner_start{};  ///< trust among partners at the start
    core::Share partner_rate{};   ///< a year, towards the partners' visible involvement; 0: fixed
    core::Share partner_weight{}; ///< of trust among partners in their choice to take part; 0: none
};

/// Trust between an area and the centre, and among the partners of an area.
///
///     tr  += a_tr [w1 (1 - forced share) + w2 (1 - share of late demands accepted)
///                  + w3 evidence/(evidence + told) + w4 honoured + w5 champion - tr] + yearly gain
///     trp += a_p (mean involvement - trp)
///
/// Every fraction counts as 1 where there was nothing to judge.
/// Source: docs/methods/learning.md; informal ties build trust, Performance Art (2008).
class Trust
{
  public:
    explicit Trust(TrustParams const& params);

    /// Once a replicate.
    void begin(state::Standing& standing) const;
    /// Each year, on what this round's negotiation and past settlements were like. Changes
    /// `population.trust`.
    void follow_conduct(state::Agreement const& agreement, state::Bargain const& bargain,
                        state::Standing const& standing, state::Population& population) const;
    /// At the end of a year. Changes `standing.partner_trust`.
    void follow_partners(state::YearResult const& year, state::Standing& standing) const;
    /// Before partners choose whether to take part: trust above its start draws them in.
    void apply(state::Standing const& standing, state::Conditions& conditions) const;

  private:
    TrustParams params_;
};
}  // namespace concordat::learning
