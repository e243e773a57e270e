#include "analysis/calibration/quadratic_emulator.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "sim/core/problem.hpp"
#include "sim/random/streams.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::calibration
{
namespace
{
using Point = std::vector<double>;
using Points = std::vector<Point>;
using Function = std::function<double(Point const&)>;

double polynomial(Point const& x) { return 3.0 + 2.0 * x[0] - x[1] + 4.0 * x[0] * x[2] - 1.5 * x[3] * x[3]; }

double draw_luck(std::size_t i) { return random::normal({.master_seed = 5, .purpose = random::Purpose{"test.luck"}}, static_cast<std::uint32_t>(i)); }

std::vector<double> evaluate(Points const& points, Function const& f, Function const& sd = [](Point const&) { return 0.0; })
{
    std::vector<double> values;
    for (auto const& point : points) values.push_back(f(point) + sd(point) * draw_luck(values.size()));
    return values;
}

TEST(QuadraticTerms, AreOrthonormalOverTheCube)
{
    // Gauss and Legendre's two-point rule does not reach degree 4; the three-point rule does to degree 5.
    double const z[3] = {-std::sqrt(0.6), 0.0, std::sqrt(0.6)}, weight[3] = {5.0 / 18.0, 8.0 / 18.0, 5.0 / 18.0};
    constexpr std::size_t k = 3;
    auto const size = static_cast<Eigen::Index>(count_terms(k) - 1);
    Eigen::MatrixXd cross = Eigen::MatrixXd::Zero(size, size);
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(size);
    for (int a = 0; a < 27; ++a) {
        int const digits[3] = {a % 3, a / 3 % 3, a / 9};
        Points const one{{0.5 + 0.5 * z[digits[0]], 0.5 + 0.5 * z[digits[1]], 0.5 + 0.5 * z[digits[2]]}};
        auto const terms = make_terms(one);
        double const w = weight[digits[0]] * weight[digits[1]] * weight[digits[2]];
        cross += w * terms.matrix().transpose() * terms.matrix();
        mean += w * terms.matrix().transpose();
    }
    EXPECT_LT((cross - Eigen::MatrixXd::Identity(size, size)).cwiseAbs().maxCoeff(), 1e-14);
    EXPECT_LT(mean.cwiseAbs().maxCoeff(), 1e-14);
    EXPECT_EQ(count_terms(20), 231U);
}

TEST(QuadraticEmulator, EmulatesAPolynomialExactly)
{
    auto const emulator = QuadraticEmulator::fit(random::latin_hypercube(80, 4, 1), evaluate(random::latin_hypercube(80, 4, 1), polynomial), 1);
    for (auto const& point : random::latin_hypercube(50, 4, 2)) {
        auto const forecast = emulator.at(point);
        EXPECT_NEAR(forecast.mean, polynomial(point), 1e-7);
        EXPECT_LT(std::sqrt(forecast.variance), 1e-6);
    }
    EXPECT_NEAR(emulator.explained(), 1.0, 1e-12);
    EXPECT_LT(emulator.lack_of_fit(), 1e-6);
    EXPECT_EQ(emulator.count(), 80U);
}

TEST(QuadraticEmulator, AveragesLuckOfDifferentSizesAndSaysHowFarItMayBeOff)
{
    auto const points = random::latin_hypercube(1500, 5, 3);
    Function const sd = [](Point const& x) { return 0.5 + x[1]; };  // mean square 1 + 1/12
    double const luck = 13.0 / 12.0;
    auto const emulator = QuadraticEmulator::fit(points, evaluate(points, polynomial, sd), 1, luck);
    double squares = 0.0, scaled = 0.0;
    auto const probes = random::latin_hypercube(400, 5, 4);
    for (auto const& point : probes) {
        auto const forecast = emulator.at(point);
        double const error = forecast.mean - polynomial(point);
        squares += error * error / 400.0;
        scaled += error * error / forecast.variance / 400.0;
    }
    // 21 terms from 1500 values: a mean squared error of at most about 21 / 1500 of that of luck.
    EXPECT_LT(squares, 2.0 * luck * 21.0 / 1500.0);
    EXPECT_GT(scaled, 0.2) << "forecasts are not much too careful";
    EXPECT_LT(scaled, 1.8) << "nor too sure";
    EXPECT_LT(emulator.lack_of_fit(), 0.3) << "luck that is known is no lack of fit";
    auto const unknown = QuadraticEmulator::fit(points, evaluate(points, polynomial, sd), 1);
    EXPECT_NEAR(unknown.lack_of_fit(), std::sqrt(luck), 0.06) << "luck that is not known is";
}

TEST(QuadraticEmulator, FindsWhatAPolynomialOfSecondDegreeMisses)
{
    // A product of three Legendre polynomials is at right angles to all terms; its mean square is a^2.
    double const a = 0.7;
    Function const f = [&](Point const& x) {
        return polynomial(x) + a * std::sqrt(27.0) * (2.0 * x[0] - 1.0) * (2.0 * x[1] - 1.0) * (2.0 * x[2] - 1.0);
    };
    auto const points = random::latin_hypercube(3000, 4, 8);
    auto const exact = QuadraticEmulator::fit(points, evaluate(points, f), 1);
    EXPECT_NEAR(exact.lack_of_fit(), a, 0.05 * a);
    auto const noisy = QuadraticEmulator::fit(points, evaluate(points, f, [](Point const&) { return 1.0; }), 1, 1.0);
    EXPECT_NEAR(noisy.lack_of_fit(), a, 0.12 * a) << "told from luck of variance 1";
    EXPECT_GT(noisy.least_variance(), noisy.lack_of_fit() * noisy.lack_of_fit());
}

TEST(QuadraticEmulator, ExplainsNothingOfNoise)
{
    auto const points = random::latin_hypercube(600, 6, 9);
    auto const emulator = QuadraticEmulator::fit(points, evaluate(points, [](Point const&) { return 0.0; }, [](Point const&) { return 1.0; }), 1, 1.0);
    EXPECT_NEAR(emulator.explained(), 0.0, 0.03);
    EXPECT_NEAR(emulator.at(Point(6, 0.3)).mean, 0.0, 0.2);
}

TEST(QuadraticEmulator, BoundsHoldTheVarianceAndOneByOneIsTheSameBitsAsMany)
{
    auto const points = random::latin_hypercube(200, 5, 3);
    auto const emulator = QuadraticEmulator::fit(points, evaluate(points, polynomial, [](Point const&) { return 0.3; }), 1);
    auto const probes = random::latin_hypercube(150, 5, 4);
    Eigen::MatrixXd matrix(150, 5);
    for (Eigen::Index i = 0; i < 150; ++i) {
        for (Eigen::Index p = 0; p < 5; ++p) matrix(i, p) = probes[static_cast<std::size_t>(i)][static_cast<std::size_t>(p)];
    }
    Eigen::VectorXd mean, variance;
    emulator.forecast(matrix, mean, variance);
    for (std::size_t i = 0; i < probes.size(); ++i) {
        auto const one = emulator.at(probes[i]);
        EXPECT_EQ(one.mean, mean(static_cast<Eigen::Index>(i)));
        EXPECT_EQ(one.variance, variance(static_cast<Eigen::Index>(i)));
        double bound = 0.0;
        emulator.add_variance_bounds(make_terms(std::span{&probes[i], 1}), {&bound, 1});
        EXPECT_LE(one.variance, bound);
        EXPECT_GT(one.variance, emulator.least_variance());
    }
}

TEST(QuadraticEmulator, LeavesMissingValuesOutAndSaysWhenTooFewAreLeft)
{
    auto points = random::latin_hypercube(100, 4, 1);
    auto values = evaluate(points, polynomial, [](Point const&) { return 0.1; });
    auto const whole = QuadraticEmulator::fit(points, values, 1);
    points.push_back(Point(4, 0.5));
    values.push_back(std::numeric_limits<double>::quiet_NaN());
    auto const with_gap = QuadraticEmulator::fit(points, values, 1);
    EXPECT_EQ(with_gap.count(), 100U);
    EXPECT_EQ(with_gap.at(points[3]).mean, whole.at(points[3]).mean);
    for (std::size_t i = 14; i < values.size(); ++i) values[i] = std::numeric_limits<double>::quiet_NaN();
    try {
        (void)QuadraticEmulator::fit(points, values, 1);
        FAIL() << "14 values for 15 terms";
    } catch (core::InputError const& error) {
        EXPECT_NE(error.problems().text().find("needs 15 points or more; 14 of 101 have a value"), std::string::npos);
    }
}

TEST(QuadraticEmulator, OfAConstantIsThatConstant)
{
    auto const points = random::latin_hypercube(60, 3, 1);
    auto const emulator = QuadraticEmulator::fit(points, std::vector<double>(60, 0.25), 1);
    EXPECT_EQ(emulator.at(points[0]).mean, 0.25);
    EXPECT_EQ(emulator.at(points[0]).variance, 0.0);
    EXPECT_EQ(emulator.explained(), 1.0);
}

TEST(QuadraticEmulator, GivesTheSameBytesForTheSameArguments)
{
    auto const points = random::latin_hypercube(300, 8, 3);
    auto const values = evaluate(points, polynomial, [](Point const&) { return 0.5; });
    auto const one = QuadraticEmulator::fit(points, values, 7), two = QuadraticEmulator::fit(points, values, 7);
    auto const other = QuadraticEmulator::fit(points, values, 8);
    EXPECT_EQ(one.at(points[0]).mean, two.at(points[0]).mean);
    EXPECT_EQ(one.at(points[0]).variance, two.at(points[0]).variance);
    EXPECT_EQ(one.lack_of_fit(), two.lack_of_fit());
    EXPECT_NE(one.lack_of_fit(), other.lack_of_fit()) << "the seed deals the folds";
}
}  // namespace
}  // namespace concordat::calibration
