#pragma once

#include "models/state/agreement.hpp"
#include "models/state/performance.hpp"
#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::incentives
{
/// What winners of contests get.
enum class PrizeKind
{
    money,        ///< the prize fund
    flexibility,  ///< lower ring-fences in the next round instead
    autonomy,     ///< a Government Office that stops more asks in the next round instead
    mix,          ///< half of each of the three
};

struct PrizeParams
{
    PrizeKind kind{};
    core::Share fences_lifted{};  ///< of ring-fences, by who wins every contest
    double autonomy_gained{};     ///< [share] added to the Government Office's autonomy by who wins every contest
};

/// Hands out the prizes of contests. Areas plan as if every prize were worth the money that it stands
/// for; prizes other than money are not paid and act in the next round, in proportion to the share of
/// an area's contests that it won. Money alone changes nothing, to the bit.
///
/// Source: docs/methods/incentives.md; Performance Art (2008), recommendation 14.
class Prizes
{
  public:
    explicit Prizes(PrizeParams const& params) : params_{params} {}

    /// Changes payments of contested items and the areas' standing. After payment and audit.
    void award(state::Agreement const& agreement, state::Performance& performance, state::Standing& standing) const;

  private:
    PrizeParams params_;
};
}  // namespace concordat::incentives
