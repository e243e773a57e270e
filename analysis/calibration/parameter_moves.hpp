#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace concordat::calibration
{
/// Where quantiles are taken.
inline constexpr std::array<double, 5> move_probabilities{0.05, 0.25, 0.5, 0.75, 0.95};

/// Another parameter that goes with this one among the survivors.
struct Companion
{
    std::size_t parameter{};  ///< [index]
    double correlation{};     ///< of ranks (Spearman), in [-1, 1]
};

/// What the facts did to one parameter, in its range from 0 to 1. Its prior is uniform there.
struct ParameterMove
{
    std::array<double, 5> prior{move_probabilities};  ///< quantiles at `move_probabilities`
    std::array<double, 5> posterior{};                ///< the same of the survivors
    double shrinkage{};       ///< [share] by which the interquartile range is shorter; negative where it is longer
    double distance{};        ///< Kolmogorov and Smirnov's, from the prior: largest difference of distribution functions
    double distance_limit{};  ///< 95 % point of that where nothing moved
    bool moved{};             ///< distance above its limit
    std::vector<Companion> companions{};  ///< those with a correlation of `least_correlation` or more, strongest first
};

/// Ranges, and which parameters the facts did not move. One parameter in twenty that they did not move is
/// above its limit by luck. The limits hold for independent points: for points thinned towards something
/// (`balance`) describe the set before.
/// Source: Stephens (1970), J. R. Stat. Soc. B 32(1), 115-122, for the limit.
/// \param points [n][k] in the unit cube, n >= 2
[[nodiscard]] std::vector<ParameterMove> describe_moves(std::vector<std::vector<double>> const& points,
                                                        double least_correlation = 0.3);

/// Some of a set, so that a scalar is spread as evenly over [low, high] as the set allows: the range is cut
/// into equal cells, and the same number is drawn at random from each; cells with fewer give all that they
/// have, the others make up for it. Within a cell the rest of a point is as it was in the set.
/// \param scalar [n]; NaN and values outside [low, high] are never chosen
/// \return [index] rising; `wanted` of them, or all inside the range where there are fewer
/// \pre low < high
[[nodiscard]] std::vector<std::size_t> balance(std::vector<double> const& scalar, double low, double high,
                                               std::size_t wanted, std::uint64_t seed);
}  // namespace concordat::calibration
