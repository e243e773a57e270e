#pragma once

#include "models/population/area_sampler.hpp"
#include "models/population/indicator_sampler.hpp"
#include "models/population/need_and_trend_sampler.hpp"
#include "models/population/population_params.hpp"
#include "models/population/spillover_sampler.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::population
{
/// Draws what one replicate supposes about areas and indicators where the pack knows nothing.
///
/// Every attribute has its own stream, indexed by area id or indicator number, so that scenarios
/// share draws and the order of the pack's rows has no influence. What the pack measured is taken
/// as it stands. Salience is not drawn here (models/demands). Left out: political control,
/// manipulability, response lags, technology by replicate.
///
/// Source: docs/methods/population.md
class PopulationSampler
{
  public:
    PopulationSampler(state::Pack const& pack, PopulationParams const& params);

    /// Gives every array its size; the only call that allocates.
    void resize(state::Population& population) const;
    /// Fills all arrays but the two of salience. \pre resized
    void draw(state::Occasion const& when, state::Population& population) const;

  private:
    AreaSampler areas_;
    IndicatorSampler indicators_;
    NeedAndTrendSampler need_and_trend_;
    SpilloverSampler spillovers_;
};
}  // namespace concordat::population
