#include "analysis/compare/paired_difference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The replicates that have the outcome in both scenarios.
struct Pairs
{
    std::vector<double> baseline{};
    std::vector<double> reform{};
    std::vector<double> difference{};
};

/// Equal infinities do not differ, though their difference is not a number.
double subtract(double from, double what) { return from == what ? 0.0 : from - what; }

Pairs match(std::span<double const> baseline, std::span<double const> reform)
{
    Pairs pairs;
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        if (std::isnan(baseline[i]) || std::isnan(reform[i])) continue;
        pairs.baseline.push_back(baseline[i]);
        pairs.reform.push_back(reform[i]);
        pairs.difference.push_back(subtract(reform[i], baseline[i]));
    }
    return pairs;
}

Finding find(std::vector<double> const& difference)
{
    if (difference.empty()) return Finding::not_measured;
    bool const zero = std::all_of(difference.begin(), difference.end(), [](double d) { return d == 0; });
    return zero ? Finding::no_difference : Finding::differs;
}

double share_better(std::vector<double> const& difference, store::Direction direction)
{
    if (difference.empty() || direction == store::Direction::neither) return none;
    std::size_t halves = 0;
    for (double const d : difference) {
        double const gain = direction == store::Direction::higher_is_better ? d : -d;
        if (gain > 0) halves += 2;
        if (gain == 0) halves += 1;
    }
    return static_cast<double>(halves) / (2.0 * static_cast<double>(difference.size()));
}

double reduce_variance(Pairs const& pairs, Finding finding)
{
    if (finding != Finding::differs) return none;
    auto const separate = stats::variance(pairs.baseline) + stats::variance(pairs.reform);
    auto const paired = stats::variance(pairs.difference);
    return separate == 0 && paired == 0 ? none : separate / paired;
}
}  // namespace

PairedDifference compare_pairs(std::span<double const> baseline, std::span<double const> reform,
                               store::Direction direction)
{
    core::require(baseline.size() == reform.size(), "pairs need the same replicates in both scenarios");
    auto const pairs = match(baseline, reform);
    auto const finding = find(pairs.difference);
    PairedDifference result{.baseline = stats::summarise(pairs.baseline),
                            .reform = stats::summarise(pairs.reform),
                            .difference = stats::summarise(pairs.difference),
                            .finding = finding,
                            .relative_change = none,
                            .probability_better = share_better(pairs.difference, direction),
                            .variance_reduction = reduce_variance(pairs, finding)};
    result.difference.missing = baseline.size() - pairs.difference.size();
    if (result.baseline.mean != 0) result.relative_change = result.difference.mean / std::abs(result.baseline.mean);
    return result;
}
}  // namespace concordat::compare
