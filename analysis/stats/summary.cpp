#include "analysis/stats/summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/check.hpp"

namespace concordat::stats
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double low_probability = 0.05;
constexpr double high_probability = 0.95;

double square(double x) { return x * x; }
}  // namespace

std::vector<double> without_missing(std::span<double const> values)
{
    std::vector<double> present;
    present.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(present), [](double x) { return !std::isnan(x); });
    return present;
}

double mean(std::span<double const> values)
{
    if (values.empty()) return none;
    double sum = 0;
    for (double const x : values) sum += x;
    return sum / static_cast<double>(values.size());
}

double variance(std::span<double const> values)
{
    if (values.size() < 2) return none;
    // Equal values have no spread, though their computed mean may be off by a last bit.
    if (std::all_of(values.begin(), values.end(), [&](double x) { return x == values.front(); })) return 0;
    double const centre = mean(values);
    double sum = 0;
    for (double const x : values) sum += square(x - centre);
    return sum / static_cast<double>(values.size() - 1);
}

double standard_error(std::span<double const> values)
{
    return std::sqrt(variance(values) / static_cast<double>(values.size()));
}

double quantile_of_sorted(std::span<double const> sorted, double probability)
{
    core::require(probability >= 0 && probability <= 1, "a probability is in [0, 1]");
    if (sorted.empty()) return none;
    double const position = static_cast<double>(sorted.size() - 1) * probability;
    auto const below = static_cast<std::size_t>(position);
    auto const above = std::min(below + 1, sorted.size() - 1);
    double const share = position - static_cast<double>(below);
    if (share == 0 || sorted[below] == sorted[above]) return sorted[below];
    return (1 - share) * sorted[below] + share * sorted[above];
}

double quantile(std::span<double const> values, double probability)
{
    std::vector<double> sorted{values.begin(), values.end()};
    std::sort(sorted.begin(), sorted.end());
    return quantile_of_sorted(sorted, probability);
}

Summary summarise(std::span<double const> values)
{
    auto const present = without_missing(values);
    auto sorted = present;
    std::sort(sorted.begin(), sorted.end());
    return {.count = present.size(),
            .missing = values.size() - present.size(),
            .mean = mean(present),
            .sd = std::sqrt(variance(present)),
            .standard_error = standard_error(present),
            .low = quantile_of_sorted(sorted, low_probability),
            .median = quantile_of_sorted(sorted, 0.5),
            .high = quantile_of_sorted(sorted, high_probability)};
}
}  // namespace concordat::stats
