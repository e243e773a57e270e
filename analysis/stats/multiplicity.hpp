#pragma once

#include <span>
#include <vector>

namespace concordat::stats
{
/// Adjusted p-values, in the order given; NaN stays NaN and does not count as a test. A test is a
/// finding at level q where its adjusted value is at most q.

/// Controls the expected share of false findings among the findings (false discovery rate), also
/// where tests are positively dependent, as areas under a common shock are.
/// Source: Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini and
/// Yekutieli (2001), doi:10.1214/aos/1013699998, on dependence.
[[nodiscard]] std::vector<double> adjust_benjamini_hochberg(std::span<double const> p_values);

/// Controls the probability of any false finding, whatever the dependence.
/// Source: Holm (1979), Scand. J. Stat. 6(2), 65-70.
[[nodiscard]] std::vector<double> adjust_holm(std::span<double const> p_values);
}  // namespace concordat::stats
