#pragma once

#include <algorithm>

#include "sim/core/quantity.hpp"

namespace concordat::incentives
{
/// What a contest makes of bad luck that struck one area alone (scenarios/parameters/incentives/tournament.yaml).
struct HearingParams
{
    core::Share allowed{};    ///< share of a declared shock that the ranking lets pass; 0: no hearing
    core::Sigma threshold{};  ///< bad luck over the round that an area bears before it declares the rest
};

/// A contest compares areas, so that shocks common to them cancel; what struck one area alone does not.
/// An area whose luck on an item was worse than the threshold declares the rest, and the ranking adds
/// the allowed share of it to the area's value added. Good luck is kept, and shocks that all areas have
/// in common are never heard. Areas plan as if there were no hearing.
///
/// Source: docs/methods/incentives.md; Performance Art (2008), recommendation 14, compares "other similar
/// areas"; the hearing itself is an assumption.
class Hearing
{
  public:
    explicit Hearing(HearingParams const& params) : params_{params} {}

    [[nodiscard]] bool neutral() const { return params_.allowed.value() == 0.0; }
    /// \param luck [sigma] of one item over the round \return [sigma] added to its value added, >= 0
    [[nodiscard]] double allow(double luck) const
    {
        return params_.allowed.value() * std::max(0.0, -luck - params_.threshold.value());
    }

  private:
    HearingParams params_;
};
}  // namespace concordat::incentives
