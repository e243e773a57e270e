#include "analysis/calibration/subset_sampler.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/random/unit_points.hpp"

namespace concordat::calibration
{
namespace
{
using Points = std::vector<std::vector<double>>;

double squares_from_middle(std::vector<double> const& x)
{
    double sum = 0.0;
    for (double const one : x) sum += (one - 0.5) * (one - 0.5);
    return sum;
}

/// A fact that keeps a ball in the middle of the cube: the radius squared is `radius^2` where the implausibility is 1.
struct Ball
{
    Ball(std::size_t parameters, double radius)
    {
        auto const points = random::latin_hypercube(3 * count_terms(parameters), parameters, 1);
        std::vector<double> values;
        for (auto const& point : points) values.push_back(squares_from_middle(point));
        waves.push_back({{QuadraticEmulator::fit(points, values, 1)}});
        facts = {{.name = "ball", .kind = FactKind::at_most, .observed = 0.0, .sampling_sd = radius * radius, .discrepancy_sd = 0.0}};
    }
    std::vector<Wave> waves{};
    std::vector<Fact> facts{};
};

/// Kolmogorov and Smirnov's distance of values from the uniform distribution.
double distance_from_uniform(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    double most = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double const below = static_cast<double>(i) / static_cast<double>(values.size());
        most = std::max({most, values[i] - below, below + 1.0 / static_cast<double>(values.size()) - values[i]});
    }
    return most;
}

TEST(SubsetSample, FillsABallEvenlyAndKnowsItsVolume)
{
    constexpr std::size_t k = 5;
    constexpr double radius = 0.08;
    Ball const ball{k, radius};
    Sieve const sieve{ball.waves, ball.facts, k};
    auto const sample = sample_subset(sieve, k, 1500, 1.0, 3);
    ASSERT_EQ(sample.points.size(), 1500U);
    double const volume = 8.0 * std::numbers::pi * std::numbers::pi / 15.0 * std::pow(radius, 5.0);
    // Seven levels of 1,500 points with shares of a fifth: a relative error of 13 %; three times that.
    EXPECT_NEAR(sample.share / volume, 1.0, 0.4);
    std::vector<double> radial, angles;
    for (auto const& point : sample.points) {
        radial.push_back(std::pow(squares_from_middle(point) / (radius * radius), k / 2.0));
        angles.push_back(0.5 + std::atan2(point[1] - 0.5, point[3] - 0.5) / (2.0 * std::numbers::pi));
    }
    // 1.95 / sqrt(n) is passed by one even sample in a thousand.
    EXPECT_LT(distance_from_uniform(radial), 1.95 / std::sqrt(1500.0));
    EXPECT_LT(distance_from_uniform(angles), 1.95 / std::sqrt(1500.0));
}

TEST(SubsetSample, FillsAThinObliqueSlabEvenlyToItsEnds)
{
    constexpr std::size_t k = 2;
    auto const points = random::latin_hypercube(30, k, 1);
    std::vector<double> values;
    for (auto const& point : points) values.push_back(point[0] - point[1]);
    std::vector<Wave> const waves{{{QuadraticEmulator::fit(points, values, 1)}}};
    double const half = 1e-4;
    std::vector<Fact> const facts{{.name = "slab", .kind = FactKind::value, .observed = 0.0, .sampling_sd = half, .discrepancy_sd = 0.0}};
    auto const sample = sample_subset({waves, facts, k}, k, 1500, 1.0, 5);
    ASSERT_EQ(sample.points.size(), 1500U);
    EXPECT_NEAR(sample.share / (2.0 * half), 1.0, 0.4);
    std::vector<double> along, across;
    for (auto const& point : sample.points) {
        along.push_back(point[0]);
        across.push_back(0.5 + (point[0] - point[1]) / (2.0 * half));
    }
    EXPECT_LT(distance_from_uniform(along), 1.95 / std::sqrt(1500.0));
    EXPECT_LT(distance_from_uniform(across), 1.95 / std::sqrt(1500.0));
}

TEST(SubsetSample, OfNothingIsEmpty)
{
    Ball ball{3, 0.1};
    ball.facts.front().observed = -1.0;
    auto const sample = sample_subset({ball.waves, ball.facts, 3}, 3, 100, 1.0, 3);
    EXPECT_TRUE(sample.points.empty());
    EXPECT_EQ(sample.share, 0.0);
    EXPECT_GT(sample.candidates, 0U);
}
}  // namespace
}  // namespace concordat::calibration
