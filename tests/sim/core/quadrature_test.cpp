#include "sim/core/quadrature.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "sim/core/elementary.hpp"

namespace concordat::core
{
namespace
{
template <class Function>
double integrate(QuadratureRule const& rule, Function const& f)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < rule.nodes.size(); ++i) sum += rule.weights[i] * f(rule.nodes[i]);
    return sum;
}
}  // namespace

TEST(GaussLegendre, HasThePublishedFivePointNodesAndWeights)
{
    // Abramowitz and Stegun (1964), table 25.4.
    auto const rule = make_gauss_legendre(5, -1.0, 1.0);
    double const nodes[] = {-0.906179845938664, -0.538469310105683, 0.0, 0.538469310105683,
                            0.906179845938664};
    double const weights[] = {0.236926885056189, 0.478628670499366, 0.568888888888889,
                              0.478628670499366, 0.236926885056189};
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(rule.nodes[i], nodes[i], 6e-16);
        EXPECT_NEAR(rule.weights[i], weights[i], 6e-16);
    }
}

TEST(GaussLegendre, IsExactForPolynomialsUpToTwiceThePointsLessOne)
{
    for (int const count : {1, 2, 3, 7, 16, 33}) {
        auto const rule = make_gauss_legendre(count, -1.0, 1.0);
        for (int power = 0; power <= 2 * count - 1; ++power) {
            double const exact = power % 2 == 0 ? 2.0 / (power + 1) : 0.0;
            EXPECT_NEAR(integrate(rule, [&](double x) { return std::pow(x, power); }), exact, 2e-15)
                << count << " points, power " << power;
        }
    }
}

TEST(GaussLegendre, LeavesTheKnownErrorOnTheFirstPowerThatItMisses)
{
    // Error of n points on x^(2n): 2^(2n+1) (n!)^4 / ((2n+1) ((2n)!)^2) = 8/45 for n = 2.
    auto const rule = make_gauss_legendre(2, -1.0, 1.0);
    EXPECT_NEAR(0.4 - integrate(rule, [](double x) { return x * x * x * x; }), 8.0 / 45.0, 1e-15);
}

TEST(GaussLegendre, IntegratesTheNormalDensityAndItsSecondMoment)
{
    for (int const count : {80, 101, 128}) {
        auto const rule = make_gauss_legendre(count, -8.0, 8.0);
        EXPECT_NEAR(integrate(rule, [](double z) { return normal_pdf(z); }), 1.0, 5e-15);
        EXPECT_NEAR(integrate(rule, [](double z) { return z * z * normal_pdf(z); }), 1.0, 2e-13);
    }
}

TEST(GaussLegendre, HoldsOnAPeakAsNarrowAsTheTopOfOneHundredAndFifty)
{
    // E[max of n] by n z phi(z) Phi(z)^(n-1) against the complement form, a second method:
    // E[max] = integral over z > 0 of 1 - Phi^n, less that over z < 0 of Phi^n.
    constexpr int n = 150;
    auto const integrate_density = [](int count) {
        return integrate(make_gauss_legendre(count, -8.0, 8.0), [](double z) {
            return n * z * normal_pdf(z) * pow(normal_cdf(z), n - 1.0);
        });
    };
    auto const fine = make_gauss_legendre(400, 0.0, 9.0);
    double const above = integrate(fine, [&](double z) { return 1.0 - pow(normal_cdf(z), n); });
    double const below = integrate(fine, [&](double z) { return pow(normal_cdf(-z), n); });
    EXPECT_NEAR(integrate_density(80), above - below, 2e-6);
    EXPECT_NEAR(integrate_density(128), above - below, 3e-11);
    EXPECT_NEAR(integrate_density(160), above - below, 1e-12);  // what lies beyond 8 is left
}

TEST(GaussLegendre, IsSymmetricAndAscendingWithPositiveWeights)
{
    for (int const count : {1, 2, 79, 80, 128, 500}) {
        auto const rule = make_gauss_legendre(count, 2.0, 5.0);
        double length = 0.0;
        for (std::size_t i = 0; i < rule.nodes.size(); ++i) {
            auto const mirror = rule.nodes.size() - 1 - i;
            EXPECT_DOUBLE_EQ(rule.nodes[i] + rule.nodes[mirror], 7.0);
            EXPECT_EQ(rule.weights[i], rule.weights[mirror]);
            EXPECT_GT(rule.weights[i], 0.0);
            if (i > 0) {
                EXPECT_GT(rule.nodes[i], rule.nodes[i - 1]);
            }
            length += rule.weights[i];
        }
        EXPECT_NEAR(length, 3.0, 1e-13);
    }
}

TEST(GaussLegendre, RefusesAnEmptyRule)
{
    EXPECT_THROW(static_cast<void>(make_gauss_legendre(0, 0.0, 1.0)), std::logic_error);
    EXPECT_THROW(static_cast<void>(make_gauss_legendre(4, 1.0, 1.0)), std::logic_error);
}
}  // namespace concordat::core
