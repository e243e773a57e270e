#include "sim/core/quadrature.hpp"

#include <cmath>
#include <numbers>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::core
{
namespace
{
struct LegendreValue
{
    double polynomial;
    double derivative;
};

LegendreValue evaluate_legendre(int degree, double x)
{
    double before = 1.0;
    double value = x;
    for (int k = 2; k <= degree; ++k) {
        double const next = ((2.0 * k - 1.0) * x * value - (k - 1.0) * before) / k;
        before = value;
        value = next;
    }
    return {value, degree * (x * value - before) / (x * x - 1.0)};
}

/// The root of P_degree nearest to cos(pi (rank + 3/4) / (degree + 1/2)), counted from the largest.
double find_legendre_root(int degree, int rank)
{
    constexpr int most_steps = 50;  // convergence is quadratic: 3 to 5 are usual
    constexpr double tolerance = 1e-15;
    double x = cos(std::numbers::pi * (rank + 0.75) / (degree + 0.5));
    for (int step = 0; step < most_steps; ++step) {
        auto const at = evaluate_legendre(degree, x);
        double const change = at.polynomial / at.derivative;
        x -= change;
        if (std::abs(change) < tolerance) break;
    }
    return x;
}
}  // namespace

QuadratureRule make_gauss_legendre(int count, double lower, double upper)
{
    require(count >= 1, "make_gauss_legendre: no points");
    require(lower < upper, "make_gauss_legendre: empty interval");
    auto const size = static_cast<std::size_t>(count);
    double const middle = 0.5 * (lower + upper);
    double const half_length = 0.5 * (upper - lower);
    QuadratureRule rule{std::vector<double>(size), std::vector<double>(size)};
    for (int rank = 0; 2 * rank < count; ++rank) {
        bool const central = 2 * rank + 1 == count;
        double const x = central ? 0.0 : find_legendre_root(count, rank);
        double const derivative = evaluate_legendre(count, x).derivative;
        double const weight = 2.0 * half_length / ((1.0 - x * x) * derivative * derivative);
        auto const left = static_cast<std::size_t>(rank);
        auto const right = size - 1 - left;
        rule.nodes[left] = middle - half_length * x;
        rule.nodes[right] = middle + half_length * x;
        rule.weights[left] = weight;
        rule.weights[right] = weight;
    }
    return rule;
}
}  // namespace concordat::core
