#pragma once

#include <cstddef>
#include <vector>

namespace concordat::stats
{
/// Shares of the sum that the largest, the two largest, ... have (a Lorenz curve from above). NaN without a sum.
[[nodiscard]] std::vector<double> accumulate_shares(std::vector<double> values);

/// The sum of squared shares (Herfindahl and Hirschman): one over the number of equal parts that are as unequal.
[[nodiscard]] double sum_squared_shares(std::vector<double> const& values);

/// [count] points of a curve that lie outside the central 90 per cent of simulated curves at their place.
/// \param curves shape [replicate][place] \pre as many places each as the curve has
[[nodiscard]] std::size_t count_outside(std::vector<double> const& curve, std::vector<std::vector<double>> const& curves);
}  // namespace concordat::stats
