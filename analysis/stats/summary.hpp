#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace concordat::stats
{
/// What a set of values says about the distribution that they come from. NaN marks a missing value:
/// it is counted and otherwise left out. Sums run from the first value to the last, so that the same
/// values in the same order give the same bits.
struct Summary
{
    std::size_t count{};      ///< [count] values that are there
    std::size_t missing{};    ///< [count] NaN
    double mean{};            ///< NaN without values
    double sd{};              ///< divisor n - 1; NaN with fewer than two values
    double standard_error{};  ///< of the mean: sd / sqrt(n)
    double low{};             ///< 5 % quantile
    double median{};
    double high{};            ///< 95 % quantile
};

[[nodiscard]] Summary summarise(std::span<double const> values);

/// The values that are there, in their order.
[[nodiscard]] std::vector<double> without_missing(std::span<double const> values);

/// \pre no value is NaN. \return NaN without values
[[nodiscard]] double mean(std::span<double const> values);
/// Divisor n - 1, about the mean (two passes). \pre no value is NaN. \return NaN with fewer than two values
[[nodiscard]] double variance(std::span<double const> values);
[[nodiscard]] double standard_error(std::span<double const> values);

/// Sample quantile of type 7: linear between order statistics, q at position (n - 1) q.
/// Source: Hyndman and Fan (1996), Am. Stat. 50(4), 361-365, doi:10.2307/2684934.
/// \pre sorted, no NaN, probability in [0, 1]. \return NaN without values
[[nodiscard]] double quantile_of_sorted(std::span<double const> sorted, double probability);
[[nodiscard]] double quantile(std::span<double const> values, double probability);
}  // namespace concordat::stats
