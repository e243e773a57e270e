#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace concordat::sensitivity
{
/// What part of an outcome's variance over replicates comes from the assumptions that they were run under, and
/// not from luck.
struct AssumptionShares
{
    double share{};               ///< [share] in [0, 1]
    bool is_lower_bound{};        ///< what is not linear in the assumptions is not in it
    std::optional<std::size_t> strongest{};  ///< [index] of the assumption that most of it goes with; none where nothing does
    double strongest_share{};     ///< [share] of the variance that goes with it, and with what it goes with
};

/// Where points have several replicates each, one-way analysis of variance: what lies between points. Else a
/// linear regression on the assumptions: R^2, adjusted for their number, which is a lower bound. What goes with
/// an assumption is the adjusted R^2 of a line in it alone: where it is correlated with others, that includes them.
///
/// Source: Searle, Casella and McCulloch (1992), Variance Components, ch. 3 (unbalanced one-way classification);
/// Theil (1961) for the adjustment of R^2.
/// \param points [n][k] assumptions of each value; equal points are one point
/// \param values [n]; NaN are left out
/// \return nothing where the values do not vary, or are too few: fewer than twice the assumptions and 20
[[nodiscard]] std::optional<AssumptionShares> find_assumption_shares(std::vector<std::vector<double>> const& points,
                                                                     std::vector<double> const& values);
}  // namespace concordat::sensitivity
