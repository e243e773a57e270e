#pragma once

#include <cstddef>
#include <vector>

#include "analysis/stats/bootstrap.hpp"

namespace concordat::compare
{
/// One of many comparisons: an outcome of a reform against the baseline, replicate by replicate.
struct PairedValues
{
    std::vector<double> baseline{};  ///< shape [replicate]; NaN: not measured
    std::vector<double> reform{};    ///< same shape
};

/// A mean difference by itself and among many.
struct JointDifference
{
    std::size_t pairs{};                ///< [count]
    double baseline_mean{};             ///< over the pairs; NaN without them
    double difference{};                ///< mean; NaN without pairs
    double standard_error{};
    stats::Interval alone{};            ///< Student's interval: right for a comparison named in advance
    stats::Interval joint{};            ///< all joint intervals hold together with the confidence
    double p_value{};                   ///< two-sided t test of a mean of zero; NaN where nothing differs
    double adjusted_p_value{};          ///< Holm, over all comparisons
    double relative_change{};           ///< difference / |mean of the baseline|; NaN where that is 0
    stats::Interval relative_joint{};   ///< `joint` in the same measure, the baseline's mean taken as known
    bool zero{};                        ///< exactly no difference in every pair: not a test, intervals are [0, 0]
};

/// All reforms by all headline outcomes: intervals that hold at once.
///
/// Joint intervals are mean -+ c s.e. with one c for all: the quantile of the largest studentised error
/// over bootstrap samples of whole replicates. Outcomes and reforms that move together (they share
/// their luck) therefore cost less than under Bonferroni. c is never below Student's own quantile.
/// Source: Westfall and Young (1993), Resampling-Based Multiple Testing; Romano and Wolf (2005),
/// doi:10.1198/016214504000000539.
/// \pre all values have one length
[[nodiscard]] std::vector<JointDifference> compare_many(std::vector<PairedValues> const& comparisons,
                                                        stats::BootstrapSettings const& settings);
}  // namespace concordat::compare
