#include "models/population/need_and_trend_sampler.hpp"

#include <cmath>

#include "models/population/columns.hpp"
#include "models/population/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::population
{
NeedAndTrendSampler::NeedAndTrendSampler(state::Pack const& pack, NeedAndTrendParams const& params)
    : params_{params}, ids_{state::area_ids(pack)}, numbers_{state::indicator_numbers(pack)}
{
    core::require(params.deprivation_loading >= 0 && params.deprivation_loading <= 1,
                  "need's correlation with deprivation lies in [0, 1]");
}

void NeedAndTrendSampler::resize(state::Population& population) const
{
    auto const padded = static_cast<Eigen::Index>(core::padded(ids_.size()));
    auto const count = static_cast<Eigen::Index>(numbers_.size());
    population.need.setZero(padded, count);
    population.trend.setZero(padded, count);
}

void NeedAndTrendSampler::draw(state::Occasion const& when, state::Population& population) const
{
    double const loading = params_.deprivation_loading;
    double const rest = std::sqrt(1.0 - loading * loading);
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        auto const at = static_cast<Eigen::Index>(j);
        bool const with_deprivation = random::uniform(state::round_key(when, purpose::need_sign), numbers_[j]) < 0.5;
        random::fill_normal(state::round_key(when, purpose::need), ids_, numbers_[j], column(population.need, at));
        random::fill_normal(state::round_key(when, purpose::trend), ids_, numbers_[j], column(population.trend, at));
        auto need = population.need.col(at);
        auto trend = population.trend.col(at);
        need = (with_deprivation ? loading : -loading) * population.deprivation + rest * need;
        trend = population.trend_mean(at) + population.trend_spread(at) * trend;
    }
}
}  // namespace concordat::population
