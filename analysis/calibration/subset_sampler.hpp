#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/calibration/sieve.hpp"

namespace concordat::calibration
{
/// Points of a region found from the outside inwards.
struct SubsetSample
{
    std::vector<std::vector<double>> points{};  ///< none where the search found no way in
    double share{};                             ///< [share] of the cube
    std::size_t candidates{};                   ///< [count] points tried
};

/// Points spread evenly over the region that a sieve keeps, however small it is: subset simulation. A Latin
/// hypercube is narrowed to ever smaller implausibilities, each met by a fifth of the points of the one
/// before, until the cutoff is reached; at every level the survivors are multiplied and moved. The share is
/// the product of the levels' shares. Moves leave the uniform distribution as it is: a random line through
/// the point (half of the time along one parameter, else as the survivors of the level are correlated) and a
/// place on it, the line cut back at each place outside the region until one is inside.
///
/// Source: Au and Beck (2001), Probabilist. Eng. Mech. 16(4), 263-277, doi:10.1016/S0266-8920(01)00019-4;
/// Smith (1984), Oper. Res. 32(6), 1296-1308, doi:10.1287/opre.32.6.1296, for lines; Neal (2003), Ann. Stat.
/// 31(3), 705-767, doi:10.1214/aos/1056562461, for cutting back; Williamson and Vernon (2013),
/// arXiv:1309.3520, for implausibility as the ladder.
/// \pre wanted >= 1, parameters >= 1
[[nodiscard]] SubsetSample sample_subset(Sieve const& sieve, std::size_t parameters, std::size_t wanted, double cutoff,
                                         std::uint64_t seed);
}  // namespace concordat::calibration
