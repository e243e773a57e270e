#include "analysis/compare/many.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/compare/paired_difference.hpp"
#include "analysis/compare/paired_test.hpp"
#include "analysis/stats/multiplicity.hpp"
#include "analysis/stats/student.hpp"
#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A comparison whose error varies over bootstrap samples.
struct Moving
{
    std::vector<double> difference{};  ///< shape [replicate]; NaN where there is no pair
    double mean{};
};

JointDifference measure(PairedValues const& values, double confidence)
{
    auto const paired = compare_pairs(values.baseline, values.reform, store::Direction::neither);
    auto const& difference = paired.difference;
    return {.pairs = difference.count,
            .baseline_mean = paired.baseline.mean,
            .difference = difference.mean,
            .standard_error = difference.standard_error,
            .alone = stats::mean_interval(difference.mean, difference.standard_error, difference.count, confidence),
            .p_value = test_zero_mean(paired),
            .relative_change = paired.relative_change,
            .zero = paired.finding == Finding::no_difference};
}

std::vector<double> subtract(PairedValues const& values)
{
    std::vector<double> difference;
    for (std::size_t r = 0; r < values.baseline.size(); ++r) {
        bool const equal = values.reform[r] == values.baseline[r];
        difference.push_back(equal ? 0 : values.reform[r] - values.baseline[r]);
    }
    return difference;
}

/// |mean of the sample less mean| / standard error of the sample; 0 where the sample does not vary.
double studentise(Moving const& one, std::span<std::uint32_t const> picked)
{
    double sum = 0;
    double squares = 0;
    double count = 0;
    for (auto const r : picked) {
        double const d = one.difference[r] - one.mean;
        if (std::isnan(d)) continue;
        sum += d;
        squares += d * d;
        count += 1;
    }
    double const spread = squares - sum * sum / count;
    if (!(count >= 2 && spread > 1e-12 * squares)) return 0;
    return std::abs(sum / count) / std::sqrt(spread / (count * (count - 1)));
}

/// Quantile of the largest studentised error of all.
double find_critical_value(std::vector<Moving> const& moving, std::size_t replicates,
                           stats::BootstrapSettings const& settings)
{
    stats::Resampler resampler{settings, replicates};
    std::vector<double> largest;
    for (std::uint32_t b = 0; b < settings.resamples; ++b) {
        auto const picked = resampler.draw();
        double most = 0;
        for (auto const& one : moving) most = std::max(most, studentise(one, picked));
        largest.push_back(most);
    }
    return stats::quantile(largest, settings.confidence);
}

void widen(JointDifference& row, double critical_value, double confidence)
{
    if (row.pairs < 2) {
        row.joint = row.relative_joint = {none, none};
        return;
    }
    double const own = stats::student_quantile(0.5 + confidence / 2, static_cast<double>(row.pairs - 1));
    double const reach = std::max(critical_value, own) * row.standard_error;
    row.joint = {row.difference - reach, row.difference + reach};
    double const scale = std::abs(row.baseline_mean);
    row.relative_joint = scale > 0 ? stats::Interval{row.joint.low / scale, row.joint.high / scale}
                                   : stats::Interval{none, none};
}
}  // namespace

std::vector<JointDifference> compare_many(std::vector<PairedValues> const& comparisons,
                                          stats::BootstrapSettings const& settings)
{
    std::vector<JointDifference> rows;
    std::vector<Moving> moving;
    std::vector<double> p_values;
    for (auto const& one : comparisons) {
        core::require(one.baseline.size() == comparisons.front().baseline.size(), "comparisons share their replicates");
        rows.push_back(measure(one, settings.confidence));
        p_values.push_back(rows.back().p_value);
        if (rows.back().standard_error > 0) moving.push_back({subtract(one), rows.back().difference});
    }
    double const critical_value =
        moving.empty() ? 0 : find_critical_value(moving, comparisons.front().baseline.size(), settings);
    auto const adjusted = stats::adjust_holm(p_values);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        widen(rows[i], critical_value, settings.confidence);
        rows[i].adjusted_p_value = adjusted[i];
    }
    return rows;
}
}  // namespace concordat::compare
