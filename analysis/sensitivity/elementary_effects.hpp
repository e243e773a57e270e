#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concordat::sensitivity
{
/// Points of Morris' one-at-a-time design in the unit cube: every trajectory begins at a random point
/// of the grid {0, 1/3, 2/3, 1}^k and moves each parameter once, in a random order, by 2/3 up or down,
/// whichever stays in the cube. The first trajectories of a longer design are those of a shorter one.
/// Source: Morris (1991), Technometrics 33(2), 161-174, doi:10.1080/00401706.1991.10484804, with four
/// levels and the step p / (2 (p - 1)) that makes all levels equally likely.
/// \return shape [trajectories * (parameters + 1)][parameters], trajectory by trajectory
/// \pre both counts are at least 1
[[nodiscard]] std::vector<std::vector<double>> list_trajectory_points(std::size_t trajectories, std::size_t parameters,
                                                                      std::uint64_t seed);

/// What a parameter's elementary effects, (y after - y before) / (x after - x before), say of it: the
/// change of the outcome per full range of the parameter [unit of the outcome]. NaN where too few
/// effects are there to say.
struct ElementaryEffect
{
    double mean{};        ///< mu: near zero also where effects of both signs cancel
    double absolute{};    ///< mu*: mean of absolute effects, by which parameters are put in order
    double spread{};      ///< sigma: standard deviation, from curvature and interactions
    double low{};         ///< of the 90 % bootstrap interval of `absolute` over trajectories
    double high{};        ///< its upper end
    std::size_t count{};  ///< [count] effects that are there, at most one of each trajectory
};

/// Elementary effects of each parameter, shape [n_parameter]. A step with a NaN at either end is left
/// out; the other steps of its trajectory stay.
/// Source: Campolongo, Cariboni and Saltelli (2007), doi:10.1016/j.envsoft.2006.10.004, for mu*;
/// Archer, Saltelli and Sobol' (1997), doi:10.1080/00949659708811825, for the bootstrap.
/// \param points whole trajectories, as `list_trajectory_points` gives them
/// \param values [n_point] the outcome at each point; NaN where there is none
/// \param seed of the bootstrap, so that intervals do not jump from one call to the next
[[nodiscard]] std::vector<ElementaryEffect> screen(std::vector<std::vector<double>> const& points,
                                                   std::vector<double> const& values, std::uint64_t seed);
}  // namespace concordat::sensitivity
