#pragma once

#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/conditions.hpp"
#include "models/state/pack.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::incentives
{
/// What families of councils may win by managing each other's performance (families.yaml).
struct FamilyParams
{
    core::Pounds worth{};         ///< [GBP/area] of a say over the Government Office's policy; 0: there is none to win
    int councils{10};             ///< [areas] at most in a family
    core::Sigma spread{0.1};      ///< s.d. over families of mean improvement for reasons that nobody knows beforehand
    double autonomy_gained{};     ///< [share] added to the Government Office's autonomy towards a winning family
    double effort_per_thousand{}; ///< [effort points per GBP thousand] what money is worth
};

/// Families of councils that lie together compete on mean reported improvement over what was announced; those in
/// the upper half win a say over their Government Office's policy: next round it stops more asks. Each council expects
/// it, and works for its part: with families alike before the round, the slope of an item is
///
///     h = worth phi(0) / (s n K),   s^2 = spread^2 + (mean noise variance)/(n K)
///
/// n councils in the family and K items with a level in the council's agreement. Off where the say is worth nothing.
///
/// Source: docs/methods/incentives.md, families; Locally Defined Targets (2006), recommendation 12
class Families
{
  public:
    Families(state::Pack const& pack, FamilyParams const& params);

    [[nodiscard]] bool neutral() const { return families_.empty(); }
    /// Adds what a say is worth to `measured_slope`.
    void urge(state::Agreement const& agreement, state::Population const& population, state::Conditions& conditions) const;
    /// Raises the autonomy towards winning families. After audit. \pre `standing.autonomy` is the next round's
    void award(state::Agreement const& agreement, state::Targets const& targets, state::Performance const& performance,
               state::Standing& standing) const;
    /// [sigma] mean over a family's councils of mean reported improvement over the announced trend.
    [[nodiscard]] double score(std::vector<int> const& family, state::Agreement const& agreement,
                               state::Targets const& targets, state::Performance const& performance) const;

  private:
    FamilyParams params_;
    std::vector<std::vector<int>> families_{};  ///< [index] areas
};
}  // namespace concordat::incentives
