#include "models/population/indicator_sampler.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/population/angle.hpp"
#include "models/population/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::population
{
namespace
{
double given_or(double given, double otherwise) { return std::isnan(given) ? otherwise : given; }

/// highest u^(highest/mean - 1): between 0 and `highest`, with this mean.
double draw_angle(double u, double mean, double highest)
{
    if (mean <= 0.0) return 0.0;
    return highest * core::pow(u, std::max(0.0, highest / mean - 1.0));
}
}  // namespace

IndicatorSampler::IndicatorSampler(state::Pack const& pack, IndicatorParams const& indicators,
                                   NeedAndTrendParams const& trend, SocialValueParams const& social_value)
    : indicators_{indicators},
      trend_{trend},
      social_value_{social_value},
      rows_{pack.indicators},
      numbers_{state::indicator_numbers(pack)},
      by_number_(pack.indicator_count())
{
    std::iota(by_number_.begin(), by_number_.end(), std::size_t{0});
    std::sort(by_number_.begin(), by_number_.end(),
              [&](std::size_t a, std::size_t b) { return numbers_[a] < numbers_[b]; });
}

void IndicatorSampler::resize(state::Population& population) const
{
    auto const count = static_cast<Eigen::Index>(rows_.size());
    for (auto* per_indicator :
         {&population.controllability, &population.noise, &population.trend_mean, &population.trend_spread,
          &population.cos_distortion, &population.sin_distortion, &population.social_value,
          &population.relative_value, &population.national_gain}) {
        per_indicator->setZero(count);
    }
    for (auto& loading : population.loading) loading.setZero(count);
    bool const lagged = indicators_.lag_one.value() > 0.0 || indicators_.lag_two.value() > 0.0;
    population.lag.assign(lagged ? rows_.size() : 0, 0);
    population.missing_baseline.assign(rows_.size(), 0);
    population.top_down.assign(rows_.size(), 0);
}

void IndicatorSampler::draw(state::Occasion const& when, state::Population& population) const
{
    draw_technology(when, population);
    draw_trend(when, population);
    draw_distortion(when, population);
    draw_lags(when, population);
    draw_baselines(when, population);
    draw_social_value(when, population);
}

void IndicatorSampler::draw_technology(state::Occasion const& when, state::Population& population) const
{
    auto const& p = indicators_;
    double const loading_spread = p.common_spread.value() / std::sqrt(static_cast<double>(state::common_factor_count));
    for (std::size_t j = 0; j < rows_.size(); ++j) {
        auto const at = static_cast<Eigen::Index>(j);
        bool const perception = rows_[j].perception;
        double const z = random::normal(state::round_key(when, purpose::controllability), numbers_[j]);
        double const a = std::clamp(p.controllability_mean + p.controllability_spread * z,
                                    p.controllability_lowest, p.controllability_highest);
        population.controllability(at) = perception ? a * p.perception_controllability : a;
        population.noise(at) =
            given_or(rows_[j].noise, (perception ? p.perception_noise : p.noise).value());
        for (std::uint32_t m = 0; m < population.loading.size(); ++m) {
            population.loading[m](at) =
                loading_spread * random::normal(state::round_key(when, purpose::loading), numbers_[j], m);
        }
    }
}

void IndicatorSampler::draw_trend(state::Occasion const& when, state::Population& population) const
{
    for (std::size_t j = 0; j < rows_.size(); ++j) {
        auto const at = static_cast<Eigen::Index>(j);
        double const z = random::normal(state::round_key(when, purpose::trend_mean), numbers_[j]);
        population.trend_mean(at) =
            given_or(rows_[j].trend, trend_.trend_mean.value() + trend_.trend_mean_spread.value() * z);
        population.trend_spread(at) = given_or(rows_[j].trend_spread, trend_.trend_spread.value());
    }
}

void IndicatorSampler::draw_distortion(state::Occasion const& when, state::Population& population) const
{
    for (std::size_t j = 0; j < rows_.size(); ++j) {
        auto const at = static_cast<Eigen::Index>(j);
        double const u = random::uniform(state::round_key(when, purpose::distortion), numbers_[j]);
        Angle const angle =
            resolve_angle(draw_angle(u, indicators_.distortion_mean, indicators_.distortion_highest));
        population.cos_distortion(at) = angle.cosine;
        population.sin_distortion(at) = angle.sine;
    }
}

void IndicatorSampler::draw_lags(state::Occasion const& when, state::Population& population) const
{
    double const two = indicators_.lag_two.value();
    double const one = indicators_.lag_one.value();
    for (std::size_t j = 0; j < population.lag.size(); ++j) {
        double const u = random::uniform(state::round_key(when, purpose::response_lag), numbers_[j]);
        population.lag[j] = u < two ? 2 : u < two + one ? 1 : 0;
    }
}

void IndicatorSampler::draw_baselines(state::Occasion const& when, state::Population& population) const
{
    auto const& p = indicators_;
    double const lowest = p.national_gain_lowest.value();
    double const range = p.national_gain_highest.value() - lowest;
    for (std::size_t j = 0; j < rows_.size(); ++j) {
        double const missing = random::uniform(state::round_key(when, purpose::missing_baseline), numbers_[j]);
        double const imposed = random::uniform(state::round_key(when, purpose::top_down), numbers_[j]);
        double const gain = random::uniform(state::round_key(when, purpose::national_gain), numbers_[j]);
        population.missing_baseline[j] = rows_[j].place_survey || missing < p.missing_baseline.value();
        population.top_down[j] = imposed < p.top_down.value();
        population.national_gain(static_cast<Eigen::Index>(j)) = lowest + range * gain;
    }
}

void IndicatorSampler::draw_social_value(state::Occasion const& when, state::Population& population) const
{
    auto const& p = social_value_;
    for (std::size_t j = 0; j < rows_.size(); ++j) {
        double const z = random::normal(state::round_key(when, purpose::social_value), numbers_[j]);
        population.social_value(static_cast<Eigen::Index>(j)) =
            given_or(rows_[j].social_value, p.median.value() * core::exp(p.log_spread * z));
    }
    double sum = 0.0;
    // In the order of the numbers, so that the pack's order of rows does not reach the last bits.
    for (std::size_t j : by_number_) sum += population.social_value(static_cast<Eigen::Index>(j));
    population.relative_value = population.social_value / (sum / static_cast<double>(rows_.size()));
}
}  // namespace concordat::population
