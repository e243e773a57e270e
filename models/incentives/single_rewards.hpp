#pragma once

#include "models/state/centre.hpp"
#include "models/state/demands.hpp"
#include "models/state/pack.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::incentives
{
/// Rewards for single indicators (scenarios/parameters/incentives/single_rewards.yaml).
struct SingleRewardParams
{
    core::Pounds per_indicator{};  ///< [GBP/indicator] B for doing better than the country; 0: none
    int count{};                   ///< [indicators] that are rewarded so, those that departments value most
};

/// Rewards that departments pay beside the grant for single indicators, whether they are in the agreement or not, to
/// areas that improve more than the country.
///
/// With g the area's gain on the measure, g* the mean over all areas and sigma_j the luck of one area,
///
///     paid = B Phi((g - g*)/sigma_j),   slope = B phi(0)/sigma_j
///
/// Luck of areas averages out over a dozen indicators, so that what is expected is paid. The slope is that of an area
/// at the mean; a tenth of a sigma off it is within half a per cent. What the country is paid does not depend on how
/// well it does: B/2 an indicator and area.
/// Source: docs/methods/incentives.md; Performance Art (2008), recommendation 18: "other single indicator rewards".
class SingleRewards
{
  public:
    SingleRewards(state::Pack const& pack, SingleRewardParams const& params);

    /// Nobody rewards anything: nothing is read and nothing written.
    [[nodiscard]] bool neutral() const { return params_.per_indicator.value() == 0.0 || params_.count == 0; }
    /// Writes `centre.single_reward` of a round. \pre values are formed
    void announce(state::Values const& values, state::Population const& population, state::Centre& centre) const;
    /// Writes `performance.single_reward`. \pre `performance.single_gain` is that of the whole round
    /// \param honoured of what was earned
    void pay(state::Population const& population, state::Centre const& centre, core::Share honoured,
             state::Performance& performance) const;

  private:
    [[nodiscard]] double thousand() const;

    SingleRewardParams params_;
    Eigen::Index areas_{};
};
}  // namespace concordat::incentives
