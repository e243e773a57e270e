#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/stats/interval.hpp"

namespace concordat::stats
{
/// How a bootstrap is done. Equal settings and equal values give equal bytes: the draws come from a
/// stream that seed and purpose name, so that an interval does not jump from one call to the next.
struct BootstrapSettings
{
    std::uint64_t seed{};                                ///< master seed of the study
    std::string_view purpose{"analysis.bootstrap"};      ///< name of the stream
    std::uint32_t resamples{2000};                       ///< [count]
    double confidence{0.9};                              ///< [probability] in (0, 1)
};

/// A statistic of the replicates picked: positions may repeat. Several arrays can be looked up under
/// the same positions, so a statistic of paired values keeps its pairs.
using Statistic = std::function<double(std::span<std::uint32_t const> picked)>;

/// Positions of a bootstrap sample of `count` replicates: number `resample` of the stream. Depends on
/// settings, count and number only.
class Resampler
{
  public:
    /// \pre count >= 1
    Resampler(BootstrapSettings const& settings, std::size_t count);
    /// The next sample; valid until the next call. Shape [count].
    [[nodiscard]] std::span<std::uint32_t const> draw();

  private:
    BootstrapSettings settings_;
    std::uint32_t resample_{};
    std::vector<std::uint32_t> picked_;
};

/// Quantiles of the statistic over resamples. Source: Efron (1979), doi:10.1214/aos/1176344552.
/// \return NaN with fewer than two replicates. Resamples whose statistic is NaN are left out
[[nodiscard]] Interval percentile_interval(std::size_t count, Statistic const& statistic,
                                           BootstrapSettings const& settings);

/// Bias-corrected and accelerated interval: the quantiles are shifted for the statistic's median bias
/// and for a standard error that changes with the value (by the jackknife).
/// Source: Efron (1987), doi:10.1080/01621459.1987.10478410; DiCiccio and Efron (1996), Stat. Sci. 11(3).
/// \return as `percentile_interval`; both ends are the statistic where no resample moves it
[[nodiscard]] Interval bca_interval(std::size_t count, Statistic const& statistic, BootstrapSettings const& settings);
}  // namespace concordat::stats
