#include "analysis/sensitivity/variance_indices.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

namespace concordat::sensitivity
{
namespace
{
using Point = std::vector<double>;
using Function = std::function<double(Point const&)>;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<double> evaluate(std::size_t base, std::size_t parameters, Function const& f, std::uint64_t seed = 2008)
{
    std::vector<double> values;
    for (auto const& point : list_saltelli_points(base, parameters, seed)) values.push_back(f(point));
    return values;
}

/// Ishigami and Homma (1990), with a = 7 and b = .1; x in (-pi, pi)^3.
double ishigami(Point const& u)
{
    auto const x = [&](std::size_t p) { return std::numbers::pi * (2.0 * u[p] - 1.0); };
    double const x3 = x(2);
    return std::sin(x(0)) + 7.0 * std::sin(x(1)) * std::sin(x(1)) + 0.1 * x3 * x3 * x3 * x3 * std::sin(x(0));
}

/// Sobol's g function: the product of (|4 u - 2| + a) / (1 + a).
Point const g_settings{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
double g_function(Point const& u)
{
    double y = 1.0;
    for (std::size_t p = 0; p < u.size(); ++p) y *= (std::abs(4.0 * u[p] - 2.0) + g_settings[p]) / (1.0 + g_settings[p]);
    return y;
}

void expect_intervals_hold(VarianceIndex const& one, double first, double total)
{
    EXPECT_LE(one.first_low, first);
    EXPECT_GE(one.first_high, first);
    EXPECT_LE(one.total_low, total);
    EXPECT_GE(one.total_high, total);
}

TEST(SaltelliPoints, AreAThenBThenAWithOneColumnOfB)
{
    constexpr std::size_t k = 3;
    auto const points = list_saltelli_points(8, k, 4);
    ASSERT_EQ(points.size(), 8U * (k + 2));
    for (std::size_t begin = 0; begin < points.size(); begin += k + 2) {
        auto const &a = points[begin], &b = points[begin + 1];
        for (std::size_t p = 0; p < k; ++p) {
            auto expected = a;
            expected[p] = b[p];
            EXPECT_EQ(points[begin + 2 + p], expected);
            EXPECT_NE(a[p], b[p]);
        }
    }
}

TEST(SaltelliPoints, OfFewerBasePointsAreTheBeginningOfMore)
{
    auto const few = list_saltelli_points(4, 3, 4), many = list_saltelli_points(16, 3, 4);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
    EXPECT_NE(few, list_saltelli_points(4, 3, 5));
}

TEST(VarianceShares, AreTheEstimatorsOfTheirSources)
{
    // Two base points of one parameter, by hand. Mean 1.5, variance 5/4. Less the mean A is -.5, .5,
    // B is 1.5, -1.5, so first = (1.5 * 2 + 1.5 * 2) / 2 / (5/4), total = (4 + 4) / 4 / (5/4).
    auto const shares = split_variance({1.0, 3.0, 3.0, 2.0, 0.0, 0.0}, 1, 1);
    EXPECT_EQ(shares.mean, 1.5);
    EXPECT_EQ(shares.variance, 1.25);
    EXPECT_DOUBLE_EQ(shares.parameters[0].first, 2.4);
    EXPECT_DOUBLE_EQ(shares.parameters[0].total, 1.6);
    EXPECT_EQ(shares.count, 2U);
}

TEST(VarianceShares, HaveIntervalsFromTheSameEstimatorsInEachResample)
{
    // The same two base points: a quarter of resamples has the first twice, a quarter the second twice;
    // about their own mean both indices are then 2 (variance 1). Half of the resamples has each once.
    auto const one = split_variance({1.0, 3.0, 3.0, 2.0, 0.0, 0.0}, 1, 1).parameters.at(0);
    EXPECT_DOUBLE_EQ(one.first_low, 2.0);
    EXPECT_DOUBLE_EQ(one.first_high, 2.4);
    EXPECT_DOUBLE_EQ(one.total_low, 1.6);
    EXPECT_DOUBLE_EQ(one.total_high, 2.0);
}

TEST(VarianceShares, OfIshigamisFunctionAreItsClosedForm)
{
    constexpr double pi4 = std::numbers::pi * std::numbers::pi * std::numbers::pi * std::numbers::pi;
    double const v1 = 0.5 * (1.0 + 0.1 * pi4 / 5.0) * (1.0 + 0.1 * pi4 / 5.0), v2 = 49.0 / 8.0;
    double const v13 = 0.01 * pi4 * pi4 * (1.0 / 18.0 - 1.0 / 50.0), v = v1 + v2 + v13;
    double const first[]{v1 / v, v2 / v, 0.0}, total[]{(v1 + v13) / v, v2 / v, v13 / v};
    EXPECT_NEAR(first[0], 0.3139, 5e-5);  // as published
    EXPECT_NEAR(total[2], 0.2437, 5e-5);
    auto const shares = split_variance(evaluate(4096, 3, ishigami), 3, 2008);
    // Of random points the estimators' standard error would be .008 to .023; that of Sobol's points falls
    // nearly as 1 / n and was at most .003 over 60 seeds. .02 is what such a study is expected to reach.
    for (std::size_t p = 0; p < 3; ++p) {
        EXPECT_NEAR(shares.parameters[p].first, first[p], 0.005) << p;
        EXPECT_NEAR(shares.parameters[p].total, total[p], 0.005) << p;
        expect_intervals_hold(shares.parameters[p], first[p], total[p]);
    }
    EXPECT_NEAR(shares.mean, 3.5, 4.0 * std::sqrt(v / 8192.0));
    EXPECT_NEAR(shares.variance, v, 0.03 * v);
}

TEST(VarianceShares, OfSobolsGFunctionAreItsClosedForm)
{
    Point part;
    double product = 1.0;
    for (double const a : g_settings) {
        part.push_back(1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        product *= 1.0 + part.back();
    }
    auto const shares = split_variance(evaluate(4096, 8, g_function), 8, 2008);
    for (std::size_t p = 0; p < 8; ++p) {
        double const first = part[p] / (product - 1.0), total = part[p] * product / (1.0 + part[p]) / (product - 1.0);
        // At most .002 and .8 % of the total over 60 seeds; a total's error is in proportion to it.
        EXPECT_NEAR(shares.parameters[p].first, first, 0.003) << p;
        EXPECT_NEAR(shares.parameters[p].total, total, 0.012 * total) << p;
        expect_intervals_hold(shares.parameters[p], first, total);
    }
}

TEST(VarianceShares, OfASumAreAsLargeByThemselvesAsWithAllOthersAndAddUpToOne)
{
    Point const c{4.0, 2.0, 1.0, 0.0};
    auto const f = [&](Point const& u) { return 1000.0 + c[0] * u[0] + c[1] * u[1] + c[2] * u[2]; };
    auto const shares = split_variance(evaluate(1024, 4, f), 4, 2008);
    EXPECT_NEAR(shares.mean, 1003.5, 0.01);
    EXPECT_NEAR(shares.variance, 21.0 / 12.0, 0.02);
    double sum = 0.0;
    for (std::size_t p = 0; p < 3; ++p) {
        auto const& one = shares.parameters[p];
        // s.d. of (u - v)^2 / 2 over 1/12 is 1.18, so of random points 1.18 share / 32 is the error.
        EXPECT_NEAR(one.total, c[p] * c[p] / 21.0, 0.037 * c[p] * c[p] / 21.0) << p;
        EXPECT_NEAR(one.first, one.total, 0.02) << p;
        sum += one.first;
    }
    EXPECT_NEAR(sum, 1.0, 0.03);
    auto const& idle = shares.parameters[3];
    for (double const x : {idle.first, idle.first_low, idle.first_high, idle.total, idle.total_low, idle.total_high}) {
        EXPECT_EQ(x, 0.0) << "a parameter that the outcome does not read";
    }
}

TEST(VarianceShares, DoNotChangeWithTheOutcomesUnitAndOrigin)
{
    auto const values = evaluate(256, 3, ishigami);
    auto moved = values;
    for (double& y : moved) y = 1e6 + 1000.0 * y;
    auto const one = split_variance(values, 3, 1), two = split_variance(moved, 3, 1);
    // 1e6 is kept to 1e-10, which is 1e-14 of the s.d.; a few hundred values add up.
    for (std::size_t p = 0; p < 3; ++p) {
        EXPECT_NEAR(one.parameters[p].first, two.parameters[p].first, 1e-11);
        EXPECT_NEAR(one.parameters[p].total_high, two.parameters[p].total_high, 1e-11);
    }
}

TEST(VarianceShares, OfAConstantAreNotANumber)
{
    auto const shares = split_variance(std::vector<double>(64 * 5, 0.1), 3, 1);
    EXPECT_EQ(shares.mean, 0.1);
    EXPECT_EQ(shares.variance, 0.0);
    for (auto const& one : shares.parameters) {
        for (double const x : {one.first, one.first_low, one.first_high, one.total, one.total_low, one.total_high}) {
            EXPECT_TRUE(std::isnan(x));
        }
    }
}

TEST(VarianceShares, LeaveOutWholeBasePointsWithAMissingValue)
{
    auto const f = [](Point const& u) { return u[0] + u[0] * u[1]; };
    auto values = evaluate(16, 2, f);
    values[4 * 3 + 3] = none;  // fourth base point
    values[4 * 9] = none;
    std::vector<double> kept;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 3 || i == 9) continue;
        for (std::size_t j = 0; j < 4; ++j) kept.push_back(values[4 * i + j]);
    }
    auto const one = split_variance(values, 2, 1), two = split_variance(kept, 2, 1);
    EXPECT_EQ(one.count, 14U);
    EXPECT_EQ(one.mean, two.mean);
    EXPECT_EQ(one.parameters[0].first, two.parameters[0].first);
    EXPECT_EQ(one.parameters[1].total_low, two.parameters[1].total_low);
}

TEST(VarianceShares, SayNothingWhereNothingIsLeftAndNoIntervalForOneBasePoint)
{
    auto const nothing = split_variance({none, 1.0, 2.0}, 1, 1);
    EXPECT_EQ(nothing.count, 0U);
    EXPECT_TRUE(std::isnan(nothing.mean) && std::isnan(nothing.variance) && std::isnan(nothing.parameters.at(0).total));
    auto const one = split_variance({0.0, 1.0, 1.0}, 1, 1);
    EXPECT_FALSE(std::isnan(one.parameters.at(0).total));
    EXPECT_TRUE(std::isnan(one.parameters.at(0).total_low) && std::isnan(one.parameters.at(0).first_high));
    EXPECT_TRUE(std::isnan(split_variance({}, 2, 1).parameters.at(1).first));
}

TEST(VarianceShares, OfARareEventStayFiniteThoughSomeResamplesHaveNone)
{
    auto values = std::vector<double>(19 * 4, 0.0);
    values[4 * 7] = 1.0;      // A of one base point: 36 % of resamples go without it
    values[4 * 3 + 2] = 1.0;  // and the first parameter matters at another
    auto const shares = split_variance(values, 2, 1);
    for (auto const& one : shares.parameters) {
        for (double const x : {one.first_low, one.first_high, one.total_low, one.total_high}) {
            EXPECT_LT(std::abs(x), 1e3) << "rounding is no variance";
        }
    }
}

TEST(VarianceShares, HaveIntervalsThatCoverAtLeastAsOftenAsTheySay)
{
    auto const f = [](Point const& u) { return u[0] + 0.5 * u[1] + u[0] * u[1]; };
    // E y | u0 = .25 + 1.5 u0, E y | u1 = .5 + u1, and what is left is (u0 - .5)(u1 - .5).
    double const v = 1.5 * 1.5 / 12.0 + 1.0 / 12.0 + 1.0 / 144.0;
    double const first = 1.5 * 1.5 / 12.0 / v, total = (1.0 / 12.0 + 1.0 / 144.0) / v;
    int first_covered = 0, total_covered = 0;
    constexpr int studies = 200;
    for (std::uint64_t seed = 0; seed < studies; ++seed) {
        auto const shares = split_variance(evaluate(64, 2, f, seed), 2, seed);
        first_covered += shares.parameters[0].first_low <= first && first <= shares.parameters[0].first_high ? 1 : 0;
        total_covered += shares.parameters[1].total_low <= total && total <= shares.parameters[1].total_high ? 1 : 0;
    }
    // The bootstrap takes base points as independent; Sobol's are more even than that. .9 less 3 s.d.
    EXPECT_GE(first_covered, 0.9 * studies - 13.0);
    EXPECT_GE(total_covered, 0.9 * studies - 13.0);
}

TEST(VarianceShares, AreTheSameBytesForTheSameArguments)
{
    auto const values = evaluate(64, 3, ishigami);
    auto const one = split_variance(values, 3, 5).parameters[1], two = split_variance(values, 3, 5).parameters[1];
    auto const other = split_variance(values, 3, 6).parameters[1];
    EXPECT_EQ(one.first_low, two.first_low);
    EXPECT_EQ(one.total_high, two.total_high);
    EXPECT_NE(one.first_low, other.first_low);
    EXPECT_EQ(one.first, other.first) << "the seed moves intervals alone";
}

TEST(Convergence, IsTheFirstQuarterHalfAndAllBasePoints)
{
    auto const values = evaluate(256, 3, ishigami);
    auto const steps = follow_convergence(values, 3, 5);
    EXPECT_EQ(steps.base, (std::vector<std::size_t>{64, 128, 256}));
    ASSERT_EQ(steps.shares.size(), 3U);
    EXPECT_EQ(steps.shares[0].mean, split_variance(evaluate(64, 3, ishigami), 3, 5).mean);
    EXPECT_EQ(steps.shares[2].parameters[0].total_low, split_variance(values, 3, 5).parameters[0].total_low);
    auto const width = [&](std::size_t step) {
        return steps.shares[step].parameters[0].total_high - steps.shares[step].parameters[0].total_low;
    };
    EXPECT_LT(width(2), width(0)) << "four times the points halve the interval";
    EXPECT_EQ(follow_convergence(evaluate(2, 3, ishigami), 3, 5).base, (std::vector<std::size_t>{1, 2}));
}
}  // namespace
}  // namespace concordat::sensitivity
