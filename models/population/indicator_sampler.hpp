#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/population/population_params.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::population
{
/// Draws what indicators are like: controllability, noise, mean trend, common-factor loadings,
/// distortion, response lags, missing baselines, imposed national trajectories and social value.
///
/// Perception indicators are harder to move and noisier. The angle between what is
/// measured and what is meant is highest * u^(highest/mean - 1), which has the stated mean and
/// never exceeds its bound. The common factors share their variance equally.
///
/// Source: docs/methods/population.md
class IndicatorSampler
{
  public:
    IndicatorSampler(state::Pack const& pack, IndicatorParams const& indicators,
                     NeedAndTrendParams const& trend, SocialValueParams const& social_value);

    void resize(state::Population& population) const;
    void draw(state::Occasion const& when, state::Population& population) const;

  private:
    void draw_technology(state::Occasion const& when, state::Population& population) const;
    void draw_trend(state::Occasion const& when, state::Population& population) const;
    void draw_distortion(state::Occasion const& when, state::Population& population) const;
    void draw_lags(state::Occasion const& when, state::Population& population) const;
    void draw_baselines(state::Occasion const& when, state::Population& population) const;
    void draw_social_value(state::Occasion const& when, state::Population& population) const;

    IndicatorParams indicators_;
    NeedAndTrendParams trend_;
    SocialValueParams social_value_;
    std::vector<state::Indicator> rows_{};
    std::vector<std::uint32_t> numbers_{};
    std::vector<std::size_t> by_number_{};  ///< rows in ascending number
};
}  // namespace concordat::population
