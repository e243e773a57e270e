#include "models/inspection/outlook_estimate.hpp"

#include <cmath>

#include "sim/core/check.hpp"

namespace concordat::inspection
{
OutlookEstimate::OutlookEstimate(state::Pack const& pack, double level_spread)
    : level_spread_{level_spread}, areas_{static_cast<Eigen::Index>(pack.area_count())}
{
    core::require(level_spread > 0.0, "levels differ between areas");
}

void OutlookEstimate::estimate(state::Population const& population, state::Standing const& standing,
                               state::Performance const& performance, double remaining, state::Outlook& out) const
{
    out.remaining = remaining;
    double const elapsed = 1.0 - remaining;
    double const further = elapsed > 0.0 ? remaining / elapsed : 0.0;  // gain to come per gain so far
    for (Eigen::Index j = 0; j < out.spread.size(); ++j) {
        double variance = population.noise[j] * population.noise[j];
        for (auto const& loading : population.loading) variance += loading[j] * loading[j];
        out.spread[j] = std::sqrt(variance);
        for (Eigen::Index i = 0; i < areas_; ++i) {
            double const start = standing.level(i, j) - level_spread_ * population.need(i, j);
            double const gain = elapsed > 0.0 ? performance.true_gain(i, j) : 0.0;
            double const trend = population.trend(i, j);
            double const present = start + elapsed * trend + gain;
            out.start(i, j) = start;
            out.present(i, j) = present;
            out.projected(i, j) = present + remaining * trend + further * gain;
        }
    }
}
}  // namespace concordat::inspection
