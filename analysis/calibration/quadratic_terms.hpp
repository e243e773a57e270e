#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <span>
#include <vector>

namespace concordat::calibration
{
/// Terms of second degree in k coordinates, without the constant: z_i, then z_i^2, then z_i z_j for i < j, each
/// as the product of Legendre polynomials whose mean is 0 and mean square 1 over the cube. So a penalty
/// means the same for every term.

/// [count] with the constant: 1 + 2 k + k (k - 1) / 2
[[nodiscard]] constexpr std::size_t count_terms(std::size_t parameters)
{
    return 1 + 2 * parameters + parameters * (parameters - 1) / 2;
}

/// Points that are worked on together: their terms stay in the cache.
inline constexpr std::size_t block_points = 64;

/// Shape [n_point][count_terms - 1].
using Terms = Eigen::ArrayXXd;

/// \pre points in the unit cube, all with the same coordinates
[[nodiscard]] Terms make_terms(std::span<std::vector<double> const> points);
/// \param points [n_point][k]
[[nodiscard]] Terms make_terms(Eigen::Ref<Eigen::MatrixXd const> const& points);
}  // namespace concordat::calibration
