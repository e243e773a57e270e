#pragma once

#include "models/delivery/params.hpp"
#include "models/state/bargain.hpp"
#include "models/state/conditions.hpp"
#include "models/state/refresh.hpp"

namespace concordat::delivery
{
/// Lets the freedoms that an area won in its agreement act for the round:
///
/// | freedom | effect |
/// |---|---|
/// | budget pooling | adds to chi |
/// | target flexing | adds to the probability that a target is moved at a refresh |
/// | monitoring relief | lowers the cost of reporting |
/// | ring-fence release | lowers the fenced part of grants |
/// | merged partnerships | lowers what it costs a partner to take part |
/// | inspection relief | lowers inspection slopes |
///
/// An area without freedoms is left as it is, to the bit.
/// Source: docs/methods/delivery.md; Performance Art (2008), ifg_performance_art.txt, line 1502.
class FreedomEffects
{
  public:
    explicit FreedomEffects(FreedomParams const& params) : params_{params} {}

    /// The year's conditions. After all else has written them.
    void apply(state::Bargain const& bargain, state::Conditions& conditions) const;
    /// The centre's consent at refreshes. Once a round, after `refresh.clear()`.
    void loosen(state::Bargain const& bargain, state::Refresh& refresh) const;

  private:
    FreedomParams params_;
};
}  // namespace concordat::delivery
