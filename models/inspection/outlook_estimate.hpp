#pragma once

#include "models/state/occasion.hpp"
#include "models/state/outlook.hpp"
#include "models/state/pack.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"

namespace concordat::inspection
{
/// Estimates where every area stands on every indicator, chosen or not, and where it is heading.
///
/// The starting level is minus the need, times the spread of levels between areas in units of
/// ordinary change. Since then: what standing remembers, the trend, the true gain of this round; what
/// remains goes on at the same pace. Luck is left out, because the model draws it for chosen
/// indicators only and chosen and other indicators are to be compared.
///
/// Source: docs/methods/inspection.md
class OutlookEstimate
{
  public:
    /// \param level_spread [sigma per s.d. of need]
    OutlookEstimate(state::Pack const& pack, double level_spread);

    /// \param remaining [share] of the round left, in [0, 1]; at 1 the tables of `performance` are not
    /// looked at
    void estimate(state::Population const& population, state::Standing const& standing,
                  state::Performance const& performance, double remaining, state::Outlook& out) const;

  private:
    double level_spread_;
    Eigen::Index areas_;
};
}  // namespace concordat::inspection
