#pragma once

#include <vector>

namespace concordat::core
{
/// A fixed rule: the integral of f is about the sum of weights[i] f(nodes[i]), i from 0 upwards.
struct QuadratureRule
{
    std::vector<double> nodes{};    ///< ascending
    std::vector<double> weights{};  ///< positive; they sum to the interval's length
};

/// The Gauss-Legendre rule of `count` points on [lower, upper]: exact for polynomials up to degree
/// 2 count - 1. Nodes by Newton's method on the Legendre polynomial from Tricomi's approximation
/// (Press et al. 2007, Numerical Recipes, section 4.6). Fixed rules are used where adaptive
/// ones miss a narrow peak without notice. \pre count >= 1, lower < upper
[[nodiscard]] QuadratureRule make_gauss_legendre(int count, double lower, double upper);
}  // namespace concordat::core
