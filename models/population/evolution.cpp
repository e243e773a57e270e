#include "models/population/evolution.hpp"

#include <cmath>

#include "models/population/columns.hpp"
#include "models/population/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::population
{
Evolution::Evolution(state::Pack const& pack, EvolutionParams const& params)
    : params_{params}, ids_{state::area_ids(pack)}, numbers_{state::indicator_numbers(pack)}
{
}

void Evolution::move_need(Eigen::Index indicator, state::PerArea const& change, state::Population& population) const
{
    auto const areas = static_cast<Eigen::Index>(ids_.size());
    double sum = 0.0;
    for (Eigen::Index i = 0; i < areas; ++i) sum += change[i];
    double const mean = sum / static_cast<double>(areas);
    double const kept = params_.need_persistence.value();
    double* const need = &population.need(0, indicator);
    for (Eigen::Index i = 0; i < areas; ++i) need[i] = kept * need[i] - (change[i] - mean) / params_.level_spread;
}

void Evolution::renew_trends(state::Occasion const& when, state::AreaTable const& deviation,
                             state::Population& population) const
{
    double const kept = params_.trend_persistence;
    if (kept == 1.0) return;
    double const fresh = std::sqrt(1.0 - kept * kept);
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        auto const at = static_cast<Eigen::Index>(j);
        auto const drawn = column(population.trend, at);
        random::fill_normal(state::round_key(when, purpose::trend), ids_, numbers_[j], drawn);
        double const mean = population.trend_mean[at];
        double const spread = population.trend_spread[at];
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            auto const row = static_cast<Eigen::Index>(i);
            drawn[i] = mean + (kept * deviation(row, at) + fresh * spread * drawn[i]);
        }
    }
}
}  // namespace concordat::population
