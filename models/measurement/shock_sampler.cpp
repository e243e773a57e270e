#include "models/measurement/shock_sampler.hpp"

#include <algorithm>
#include <cmath>

#include "models/state/streams.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::measurement
{
ShockSampler::ShockSampler(state::Pack const& pack, ShockParams params, int years)
    : params_{params},
      years_{years},
      areas_{static_cast<int>(pack.area_count())},
      ids_{state::area_ids(pack)},
      numbers_{state::indicator_numbers(pack)}
{
    for (auto const& indicator : pack.indicators) {
        perception_.push_back(indicator.perception ? 1 : 0);
    }
}

void ShockSampler::resize(state::Shocks& shocks) const
{
    auto const rows = static_cast<Eigen::Index>(core::padded(ids_.size()));
    auto const columns = static_cast<Eigen::Index>(numbers_.size());
    auto const years = static_cast<std::size_t>(years_);
    shocks.luck.assign(years, state::AreaTable::Zero(rows, columns));
    shocks.common.assign(years, state::PerIndicator::Zero(columns));
    shocks.perception.assign(years, state::PerIndicator::Zero(columns));
    shocks.common_variance = state::PerIndicator::Zero(columns);
    shocks.perception_variance = state::PerIndicator::Zero(columns);
}

void ShockSampler::draw(state::Occasion const& when, state::Population const& population,
                        state::Agreement const& agreement, state::Shocks& shocks) const
{
    draw_factors(when, population, shocks);
    auto const rows = static_cast<std::size_t>(agreement.selected.rows());
    double const share = std::sqrt(1.0 / years_);
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        auto const* const chosen = &agreement.selected(0, static_cast<Eigen::Index>(j));
        if (std::all_of(chosen, chosen + areas_, [](auto flag) { return flag == 0; })) continue;
        double const scale = population.noise[static_cast<Eigen::Index>(j)] * share;
        for (int t = 0; t < years_; ++t) {
            double* const column = &shocks.luck[t](0, static_cast<Eigen::Index>(j));
            random::fill_normal(state::year_key(when, t, purpose::noise, years_), ids_, numbers_[j], {column, rows});
            for (std::size_t i = 0; i < rows; ++i) column[i] *= scale;
        }
    }
}

void ShockSampler::draw_factors(state::Occasion const& when, state::Population const& population,
                                state::Shocks& shocks) const
{
    constexpr auto media = static_cast<std::size_t>(state::CommonFactor::media);
    double const persistence = params_.media_persistence;
    double const innovation = std::sqrt(1.0 - persistence * persistence);
    double const share = std::sqrt(1.0 / years_);
    double mood = 0.0;
    for (int t = 0; t < years_; ++t) {
        auto const key = state::year_key(when, t, purpose::factor, years_);
        std::array<double, state::common_factor_count> factor{};
        for (std::uint32_t m = 0; m < factor.size(); ++m) {
            factor[m] = random::normal(key, m);
        }
        mood = t == 0 ? factor[media] : persistence * mood + innovation * factor[media];
        for (Eigen::Index j = 0; j < shocks.common_variance.size(); ++j) {
            bool const survey = perception_[static_cast<std::size_t>(j)] != 0;
            double change = 0.0, variance = 0.0;
            for (std::size_t m = 0; m < factor.size(); ++m) {
                if (survey && m == media) continue;
                double const loading = population.loading[m][j];
                change += loading * factor[m];
                variance += loading * loading;
            }
            double const felt = survey ? population.loading[media][j] : 0.0;
            shocks.common[t][j] = share * change;
            shocks.perception[t][j] = felt * mood;
            shocks.common_variance[j] = variance;
            shocks.perception_variance[j] = felt * felt;
        }
    }
}
}  // namespace concordat::measurement
