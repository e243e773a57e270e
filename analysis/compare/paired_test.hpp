#pragma once

#include "analysis/compare/paired_difference.hpp"

namespace concordat::compare
{
/// Two-sided p-value of the paired t test that the mean difference is zero.
/// \return NaN where there is nothing to test: exactly no difference in every pair, or fewer than two
///         pairs; 0 where the difference is the same in every pair, and not zero
[[nodiscard]] double test_zero_mean(PairedDifference const& paired);
}  // namespace concordat::compare
