#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/discovery/box.hpp"

namespace concordat::discovery
{
/// How boxes are searched for.
struct PrimSettings
{
    double peel{0.05};            ///< [share] of a box's points that one step takes off, in (0, .5]
    double least_mass{0.05};      ///< [share] of all points below which peeling ends
    double least_coverage{0.5};   ///< [share] of what is of interest and in no earlier box
    double close{0.02};           ///< [share] densities that differ by less count as the same
    double significance{0.05};    ///< [probability] of an end by luck, all 2 k of them together
    std::size_t most_boxes{3};    ///< [count]
    std::size_t resamples{10};    ///< [count] half samples
};

/// Scenario discovery by the patient rule induction method: boxes in the space of parameters where what is
/// of interest is dense.
///
/// *Peeling.* From the box that holds everything, the cut at a lower or upper end that raises density
/// most for what it takes away, step after step. All points with the value at the cut go together, so
/// words (as numbers of levels, in an order that means something) and other ties are cut whole.
/// *Choice.* Of the steps with enough coverage, those whose density is close to the best; among them the one
/// with the fewest parameters, then the largest coverage.
/// *Pasting.* Sides move out again as long as that raises density.
/// *Pruning.* Ends open again, weakest first, until all that are left have a p-value of at most `significance`
/// over the number of ends that there are (2 k); a box without any restriction is none.
/// *Covering.* The next box is searched for among the points that are left, as long as it is denser than all points
/// together.
///
/// The p-value of a restriction is that of Bryant and Lempert: the binomial chance of as many points of
/// interest as the box has, at the density that it has without this restriction. The box was chosen
/// on the same points, which is why the level is divided. `chosen_share` and `held_out_density` come
/// from half samples, which the seed draws.
///
/// Source: Friedman and Fisher (1999), Stat. Comput. 9(2), 123-143, doi:10.1023/A:1008894516817; Bryant and Lempert
/// (2010), Technol. Forecast. Soc. Change 77(1), 34-49, doi:10.1016/j.techfore.2009.08.002; Kwakkel and
/// Jaxa-Rozen (2016), Environ. Model. Softw. 79, 311-321, doi:10.1016/j.envsoft.2015.11.020, for gain per
/// point taken away.
/// \param points [n][k], any units
/// \param of_interest [n]
/// \return best first; none where everything or nothing is of interest, or nothing is significant
/// \pre as many marks as points, all points with the same coordinates, settings in their ranges
[[nodiscard]] std::vector<Box> find_boxes(std::vector<std::vector<double>> const& points,
                                          std::vector<char> const& of_interest, PrimSettings const& settings,
                                          std::uint64_t seed);
}  // namespace concordat::discovery
