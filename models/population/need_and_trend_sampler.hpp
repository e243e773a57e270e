#pragma once

#include <cstdint>
#include <vector>

#include "models/population/population_params.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::population
{
/// Draws each area's need on each indicator and the improvement that would happen anyway.
///
/// Need is a standard normal with the stated correlation with deprivation, whose sign is drawn
/// per indicator (some gaps are wider where people are better off). The trend varies around the
/// indicator's mean.
///
/// Source: docs/methods/population.md
class NeedAndTrendSampler
{
  public:
    NeedAndTrendSampler(state::Pack const& pack, NeedAndTrendParams const& params);

    void resize(state::Population& population) const;
    /// \pre deprivation, trend_mean and trend_spread are drawn
    void draw(state::Occasion const& when, state::Population& population) const;

  private:
    NeedAndTrendParams params_;
    std::vector<std::uint32_t> ids_{};      ///< the areas' stable ids
    std::vector<std::uint32_t> numbers_{};  ///< the indicators' stable numbers
};
}  // namespace concordat::population
