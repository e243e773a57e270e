#pragma once

#include <span>

#include "analysis/stats/summary.hpp"
#include "sim/store/schema.hpp"

namespace concordat::compare
{
/// Whether two scenarios differ in any replicate at all.
enum class Finding
{
    no_difference,  ///< exactly zero in every replicate: the reform does not touch this outcome
    differs,
    not_measured    ///< no replicate has the outcome in both scenarios
};

/// One outcome in two scenarios, replicate by replicate. Both scenarios of a replicate see the same
/// random draws, so the difference shows the reform and not the luck of the draw.
///
/// Two kinds of uncertainty are kept apart. `difference.low` to `difference.high` is how much the
/// effect varies with luck: 90 % of the replicates lie in it, and more replicates do not narrow it.
/// `difference.standard_error` is how precisely the mean effect is known: it shrinks with the square
/// root of the number of replicates.
///
/// Source: common random numbers, Law (2015), Simulation Modeling and Analysis, 5th ed., section 11.2.
struct PairedDifference
{
    stats::Summary baseline{};    ///< of the pairs only
    stats::Summary reform{};      ///< of the pairs only
    stats::Summary difference{};  ///< reform minus baseline; `missing` counts incomplete pairs
    Finding finding{Finding::not_measured};
    double relative_change{};     ///< [share] mean difference / |mean of the baseline|; NaN where that is 0
    /// [probability] share of replicates in which the reform is better, ties counting half; NaN where
    /// neither direction is better, or without pairs
    double probability_better{};
    /// (var(baseline) + var(reform)) / var(difference): as many times more replicates would independent
    /// seeds need for the same precision; infinite where the difference is the same in every replicate,
    /// NaN where there is none or nothing varies
    double variance_reduction{};
};

/// \pre both spans have one value per replicate, in the same order
[[nodiscard]] PairedDifference compare_pairs(std::span<double const> baseline, std::span<double const> reform,
                                             store::Direction direction);
}  // namespace concordat::compare
