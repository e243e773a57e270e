#pragma once

#include <cstddef>

#include "analysis/stats/interval.hpp"

namespace concordat::stats
{
/// P(T <= t) of Student's t distribution, by the continued fraction of the incomplete beta function;
/// relative error of the smaller tail < 1e-11. \pre degrees >= 1
/// Source: DLMF (2023) 8.17.22, https://dlmf.nist.gov/8.17#v; Abramowitz and Stegun (1972) 26.7.1.
[[nodiscard]] double student_cdf(double t, double degrees);
/// 2 P(T >= |t|); 1 at t = 0, 0 at infinity, NaN where t is.
[[nodiscard]] double two_sided_p_value(double t, double degrees);
/// \pre probability in (0, 1), degrees >= 1
[[nodiscard]] double student_quantile(double probability, double degrees);

/// Student's interval of a mean: mean -+ t(n - 1) standard error.
///
/// The sample mean of paired differences is close to normal at the numbers of replicates that studies
/// have, so this covers as well as a bootstrap or better, and it jumps with nothing
/// (docs/methods/comparison.md has the measured coverage of both).
/// \param confidence [probability] in (0, 1)
/// \return NaN with fewer than two values
[[nodiscard]] Interval mean_interval(double mean, double standard_error, std::size_t count, double confidence);
}  // namespace concordat::stats
