#include "analysis/stats/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/random/engine.hpp"

namespace concordat::stats
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Uniform on 0 .. count - 1, without bias. Source: Lemire (2019), doi:10.1145/3230636.
std::uint32_t draw_below(std::uint32_t count, random::Engine& engine)
{
    std::uint64_t product = std::uint64_t{engine()} * count;
    auto low = static_cast<std::uint32_t>(product);
    if (low < count) {
        std::uint32_t const threshold = (0U - count) % count;
        while (low < threshold) {
            product = std::uint64_t{engine()} * count;
            low = static_cast<std::uint32_t>(product);
        }
    }
    return static_cast<std::uint32_t>(product >> 32);
}

std::vector<double> collect(std::size_t count, Statistic const& statistic, BootstrapSettings const& settings)
{
    Resampler resampler{settings, count};
    std::vector<double> values;
    values.reserve(settings.resamples);
    for (std::uint32_t b = 0; b < settings.resamples; ++b) {
        double const value = statistic(resampler.draw());
        if (!std::isnan(value)) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

std::vector<std::uint32_t> all_positions(std::size_t count)
{
    std::vector<std::uint32_t> positions(count);
    std::iota(positions.begin(), positions.end(), 0U);
    return positions;
}

/// The statistic without each replicate in turn.
std::vector<double> leave_one_out(std::size_t count, Statistic const& statistic)
{
    std::vector<double> values;
    auto positions = all_positions(count);
    positions.erase(positions.begin());
    for (std::size_t left_out = 0; left_out < count; ++left_out) {
        if (left_out > 0) positions[left_out - 1] = static_cast<std::uint32_t>(left_out - 1);
        double const value = statistic(positions);
        if (!std::isnan(value)) values.push_back(value);
    }
    return values;
}

/// A sixth of the skewness of the jackknife's values; 0 where they do not vary.
double acceleration(std::vector<double> const& jackknife)
{
    double const centre = mean(jackknife);
    double squares = 0;
    double cubes = 0;
    for (double const value : jackknife) {
        double const d = centre - value;
        squares += d * d;
        cubes += d * d * d;
    }
    return squares > 0 ? cubes / (6 * squares * std::sqrt(squares)) : 0;
}

/// z of the share of resamples below the statistic, ties counting half; kept off 0 and 1 by half a resample.
double bias_correction(std::vector<double> const& sorted, double statistic)
{
    auto const [first, last] = std::equal_range(sorted.begin(), sorted.end(), statistic);
    auto const below = static_cast<double>(first - sorted.begin()) + 0.5 * static_cast<double>(last - first);
    auto const size = static_cast<double>(sorted.size());
    return core::normal_quantile(std::clamp(below / size, 0.5 / size, 1 - 0.5 / size));
}

/// Where BCa reads the quantile that an uncorrected interval has at `probability`.
double shift(double probability, double bias, double acceleration)
{
    double const z = bias + core::normal_quantile(probability);
    double const stretch = 1 - acceleration * z;
    if (stretch <= 0) return z > 0 ? 1 : 0;
    return core::normal_cdf(bias + z / stretch);
}
}  // namespace

Resampler::Resampler(BootstrapSettings const& settings, std::size_t count) : settings_{settings}, picked_(count)
{
    core::require(count >= 1 && count <= std::numeric_limits<std::uint32_t>::max(), "a sample has replicates");
}

std::span<std::uint32_t const> Resampler::draw()
{
    random::Engine engine{{settings_.seed, resample_++, random::Purpose{settings_.purpose}, 0}};
    auto const count = static_cast<std::uint32_t>(picked_.size());
    for (auto& one : picked_) one = draw_below(count, engine);
    return picked_;
}

Interval percentile_interval(std::size_t count, Statistic const& statistic, BootstrapSettings const& settings)
{
    if (count < 2) return {none, none};
    auto const values = collect(count, statistic, settings);
    double const tail = (1 - settings.confidence) / 2;
    return {quantile_of_sorted(values, tail), quantile_of_sorted(values, 1 - tail)};
}

Interval bca_interval(std::size_t count, Statistic const& statistic, BootstrapSettings const& settings)
{
    if (count < 2) return {none, none};
    auto const values = collect(count, statistic, settings);
    double const observed = statistic(all_positions(count));
    if (values.empty() || std::isnan(observed)) return {none, none};
    if (values.front() == values.back()) return {values.front(), values.front()};
    double const bias = bias_correction(values, observed);
    double const bend = acceleration(leave_one_out(count, statistic));
    double const tail = (1 - settings.confidence) / 2;
    return {quantile_of_sorted(values, shift(tail, bias, bend)),
            quantile_of_sorted(values, shift(1 - tail, bias, bend))};
}
}  // namespace concordat::stats
