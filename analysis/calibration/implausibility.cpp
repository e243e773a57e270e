#include "analysis/calibration/implausibility.hpp"

#include <cmath>
#include <limits>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::calibration
{
namespace
{
double distance(Fact const& fact, double mean)
{
    switch (fact.kind) {
        case FactKind::at_least: return std::max(0.0, fact.observed - mean);
        case FactKind::at_most: return std::max(0.0, mean - fact.observed);
        case FactKind::value: break;
    }
    return std::abs(mean - fact.observed);
}

double probability_to_stay(std::vector<Fact> const& facts, double cutoff)
{
    double const one_sided = core::normal_cdf(cutoff), two_sided = 2.0 * one_sided - 1.0;
    double probability = 1.0;
    for (auto const& fact : facts) probability *= fact.kind == FactKind::value ? two_sided : one_sided;
    return probability;
}
}  // namespace

double implausibility(Fact const& fact, Forecast const& forecast)
{
    double const apart = distance(fact, forecast.mean);
    if (apart == 0.0) return 0.0;
    double const variance =
        forecast.variance + fact.sampling_sd * fact.sampling_sd + fact.discrepancy_sd * fact.discrepancy_sd;
    return variance > 0.0 ? apart / std::sqrt(variance) : std::numeric_limits<double>::infinity();
}

double find_cutoff(std::vector<Fact> const& facts, double confidence)
{
    core::require(!facts.empty() && confidence > 0.0 && confidence < 1.0, "a cutoff is for facts and a probability");
    double low = 0.0, high = 38.0;  // beyond it nothing of a normal distribution is left
    for (int halving = 0; halving < 80; ++halving) {
        double const middle = 0.5 * (low + high);
        (probability_to_stay(facts, middle) < confidence ? low : high) = middle;
    }
    return high;
}
}  // namespace concordat::calibration
