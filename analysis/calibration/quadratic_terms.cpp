#include "analysis/calibration/quadratic_terms.hpp"

#include <cmath>

#include "sim/core/check.hpp"

namespace concordat::calibration
{
Terms make_terms(std::span<std::vector<double> const> points)
{
    auto const rows = static_cast<Eigen::Index>(points.size());
    auto const k = points.empty() ? Eigen::Index{0} : static_cast<Eigen::Index>(points.front().size());
    Eigen::MatrixXd all(rows, k);
    for (Eigen::Index i = 0; i < rows; ++i) {
        auto const& point = points[static_cast<std::size_t>(i)];
        core::require(static_cast<Eigen::Index>(point.size()) == k, "all points have the same coordinates");
        for (Eigen::Index p = 0; p < k; ++p) all(i, p) = point[static_cast<std::size_t>(p)];
    }
    return make_terms(all);
}

Terms make_terms(Eigen::Ref<Eigen::MatrixXd const> const& points)
{
    auto const k = points.cols();
    Terms terms(points.rows(), 2 * k + k * (k - 1) / 2);
    double const first = std::sqrt(3.0), second = std::sqrt(5.0);
    Eigen::Index next = 2 * k;
    for (Eigen::Index p = 0; p < k; ++p) {
        auto const z = 2.0 * points.col(p).array() - 1.0;
        terms.col(p) = first * z;
        terms.col(k + p) = second * (1.5 * z * z - 0.5);
    }
    for (Eigen::Index p = 0; p < k; ++p) {
        for (Eigen::Index q = p + 1; q < k; ++q) terms.col(next++) = terms.col(p) * terms.col(q);
    }
    return terms;
}
}  // namespace concordat::calibration
