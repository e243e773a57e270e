#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concordat::random
{
/// Points spread over the unit cube, shape [n_point][n_dimension], each coordinate in (0, 1): what
/// the points of a design are made of. The same arguments give the same bits.

/// Cuts every dimension into `points` equal slices and puts one point into each, at random within
/// its slice, and in an order of its own for each dimension.
/// Source: McKay, Beckman and Conover (1979), Technometrics 21(2), 239-245, doi:10.2307/1268522.
/// \pre both counts are at least 1
[[nodiscard]] std::vector<std::vector<double>> latin_hypercube(std::size_t points, std::size_t dimensions,
                                                               std::uint64_t seed);

/// The most dimensions that the direction numbers of the sequence reach.
inline constexpr std::size_t most_sobol_dimensions = 3667;

/// The first points of Sobol's sequence, its first point (zero) included, under a digital shift: in
/// each dimension all points are combined by exclusive or with the same random bits. So the first
/// 2^k points stay as balanced as they are, and no coordinate is 0.
/// Source: Joe and Kuo (2008), SIAM J. Sci. Comput. 30(5), 2635-2654 for the directions; Owen (2022),
/// On dropping the first Sobol' point, doi:10.1007/978-3-030-98319-2_4, for keeping the first point and
/// for numbers of points that are powers of two.
/// \pre points >= 1, dimensions in [1, most_sobol_dimensions]
[[nodiscard]] std::vector<std::vector<double>> sobol_points(std::size_t points, std::size_t dimensions,
                                                            std::uint64_t seed);
}  // namespace concordat::random
