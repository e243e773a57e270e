#include "analysis/sensitivity/elementary_effects.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "sim/random/streams.hpp"

namespace concordat::sensitivity
{
namespace
{
using Point = std::vector<double>;
using Points = std::vector<Point>;
using Function = std::function<double(Point const&)>;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<double> evaluate(Points const& points, Function const& f)
{
    std::vector<double> values;
    for (auto const& point : points) values.push_back(f(point));
    return values;
}

std::vector<ElementaryEffect> screen_function(std::size_t trajectories, std::size_t parameters, Function const& f)
{
    auto const points = list_trajectory_points(trajectories, parameters, 11);
    return screen(points, evaluate(points, f), 11);
}

TEST(TrajectoryPoints, MoveEveryParameterOnceByTwoThirds)
{
    constexpr std::size_t k = 7;
    auto const points = list_trajectory_points(20, k, 3);
    ASSERT_EQ(points.size(), 20U * (k + 1));
    for (std::size_t t = 0; t < 20; ++t) {
        std::set<std::size_t> moved;
        for (std::size_t i = t * (k + 1); i + 1 < (t + 1) * (k + 1); ++i) {
            ASSERT_EQ(points[i].size(), k);
            for (std::size_t p = 0; p < k; ++p) {
                if (points[i][p] == points[i + 1][p]) continue;
                EXPECT_NEAR(std::abs(points[i + 1][p] - points[i][p]), 2.0 / 3.0, 1e-15);
                EXPECT_TRUE(moved.insert(p).second) << "trajectory " << t << " moves parameter " << p << " again";
            }
        }
        EXPECT_EQ(moved.size(), k);
    }
}

TEST(TrajectoryPoints, VisitAllFourLevelsEquallyOftenInEitherDirectionAndAnyOrder)
{
    constexpr std::size_t trajectories = 4000;
    auto const points = list_trajectory_points(trajectories, 3, 5);
    std::vector<std::size_t> first(4, 0), moved_first(3, 0);
    for (std::size_t t = 0; t < trajectories; ++t) {
        auto const& start = points[4 * t];
        ++first[static_cast<std::size_t>(std::lround(3.0 * start[1]))];
        for (std::size_t p = 0; p < 3; ++p) moved_first[p] += start[p] != points[4 * t + 1][p] ? 1U : 0U;
    }
    // Binomial counts: five standard deviations, one false alarm in 250,000 runs for all seven.
    for (auto const count : first) EXPECT_NEAR(static_cast<double>(count), 1000.0, 5.0 * std::sqrt(750.0));
    for (auto const count : moved_first) EXPECT_NEAR(static_cast<double>(count), 4000.0 / 3.0, 5.0 * std::sqrt(889.0));
}

TEST(TrajectoryPoints, OfFewerTrajectoriesAreTheBeginningOfMoreAndOthersForAnotherSeed)
{
    auto const few = list_trajectory_points(4, 5, 9), many = list_trajectory_points(9, 5, 9);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
    EXPECT_NE(few, list_trajectory_points(4, 5, 10));
}

TEST(Screening, OfALinearFunctionGivesTheCoefficientsWithoutSpread)
{
    Point const c{3.0, -2.0, 0.25, 0.0};
    auto const found = screen_function(10, 4, [&](Point const& x) { return 5.0 + c[0] * x[0] + c[1] * x[1] + c[2] * x[2]; });
    // |y| < 10 carries a rounding of about 1e-15 at each end, divided by a step of 2/3.
    constexpr double rounding = 1e-14;
    for (std::size_t p = 0; p < 4; ++p) {
        EXPECT_NEAR(found[p].mean, c[p], rounding);
        EXPECT_NEAR(found[p].absolute, std::abs(c[p]), rounding);
        EXPECT_NEAR(found[p].spread, 0.0, rounding);
        EXPECT_NEAR(found[p].low, std::abs(c[p]), rounding);
        EXPECT_NEAR(found[p].high, std::abs(c[p]), rounding);
        EXPECT_EQ(found[p].count, 10U);
    }
    EXPECT_EQ(found[3].mean, 0.0) << "a parameter that the outcome does not read";
    EXPECT_EQ(found[3].absolute, 0.0);
    EXPECT_EQ(found[3].spread, 0.0);
    EXPECT_EQ(found[3].high, 0.0);
}

TEST(Screening, OfAProductGivesTheMomentsOfTheOtherFactor)
{
    constexpr std::size_t trajectories = 4000;
    auto const found = screen_function(trajectories, 2, [](Point const& x) { return x[0] * (x[1] - 0.5); });
    // The effect of the first is x[1] - 1/2 on {-1/2, -1/6, 1/6, 1/2}: mean 0, mean size 1/3, variance 5/36.
    double const sd = std::sqrt(5.0 / 36.0), error = sd / std::sqrt(static_cast<double>(trajectories));
    EXPECT_NEAR(found[0].mean, 0.0, 5.0 * error);
    EXPECT_NEAR(found[0].absolute, 1.0 / 3.0, 5.0 * error);
    EXPECT_NEAR(found[0].spread, sd, 5.0 * error);
    EXPECT_NEAR(found[1].mean, 0.5, 5.0 * error);
}

TEST(Screening, IntervalsCoverTheMeanSizeAsOftenAsTheySay)
{
    Function const f = [](Point const& x) { return x[0] * (x[1] - 0.5); };
    constexpr int studies = 300;
    int covered = 0;
    for (std::uint64_t seed = 0; seed < studies; ++seed) {
        auto const points = list_trajectory_points(30, 2, seed);
        auto const one = screen(points, evaluate(points, f), seed).front();
        covered += one.low <= 1.0 / 3.0 && 1.0 / 3.0 <= one.high ? 1 : 0;
    }
    // Percentile intervals of 30 values cover in about .87 of cases; three binomial s.d. are .058.
    EXPECT_NEAR(static_cast<double>(covered) / studies, 0.87, 0.058);
}

/// Morris (1991), section 4: 20 parameters, of which the last ten matter through small random terms alone.
class MorrisFunction
{
  public:
    explicit MorrisFunction(std::uint64_t seed) : first_(count), second_(count, Point(count))
    {
        random::StreamKey const key{.master_seed = seed, .purpose = random::Purpose{"test.morris"}};
        for (std::size_t i = 0; i < count; ++i) {
            first_[i] = i < 10 ? 20.0 : random::normal(key, static_cast<std::uint32_t>(i), 100);
            for (std::size_t j = i + 1; j < count; ++j) {
                second_[i][j] = j < 6 ? -15.0 : random::normal(key, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j));
            }
        }
    }
    double operator()(Point const& x) const
    {
        Point w(count);
        for (std::size_t i = 0; i < count; ++i) w[i] = 2.0 * (x[i] - 0.5);
        for (std::size_t const i : {2U, 4U, 6U}) w[i] = 2.0 * (1.1 * x[i] / (x[i] + 0.1) - 0.5);
        double y = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            y += first_[i] * w[i];
            for (std::size_t j = i + 1; j < count; ++j) y += second_[i][j] * w[i] * w[j];
        }
        for (std::size_t i = 0; i < 5; ++i) {
            for (std::size_t j = i + 1; j < 5; ++j) {
                for (std::size_t l = j + 1; l < 5; ++l) y += -10.0 * w[i] * w[j] * w[l];
            }
        }
        return y + 5.0 * w[0] * w[1] * w[2] * w[3];
    }
    static constexpr std::size_t count = 20;

  private:
    Point first_;
    Points second_;
};

TEST(Screening, FindsThePublishedGroupsOfMorrisFunction)
{
    // Expected: parameters 8-10 have mean 40 and, from 19 random pairs, spread about
    // 2 sqrt(19 * 5/9) = 6.5; 11-20 have the same spread and a mean of about 2; 1-6 interact with
    // coefficients of 15, 7 is curved (effects 57 and 9). So 18 divides the groups on either side.
    auto const found = screen_function(40, MorrisFunction::count, MorrisFunction{1});
    for (std::size_t p = 0; p < MorrisFunction::count; ++p) {
        EXPECT_EQ(found[p].absolute > 18.0, p < 10) << "parameter " << p + 1 << ": mu* " << found[p].absolute;
        EXPECT_EQ(found[p].spread > 18.0, p < 7) << "parameter " << p + 1 << ": sigma " << found[p].spread;
    }
    for (std::size_t p = 7; p < 10; ++p) EXPECT_NEAR(found[p].mean, 40.0, 4.0 * 6.5 / std::sqrt(40.0) + 4.0);
}

TEST(Screening, LeavesOutTheStepsThatAMissingValueTouchesAndNoOthers)
{
    Points const points = list_trajectory_points(3, 2, 1);  // points 3, 4, 5 are the second trajectory
    auto const linear = [](Point const& x) { return 2.0 * x[0] + 8.0 * x[1]; };
    auto values = evaluate(points, linear);
    auto const moved_first = [&](std::size_t after) { return points[after][0] != points[after - 1][0]; };
    values[3] = none;
    auto const found = screen(points, values, 1);
    EXPECT_EQ(found[0].count, moved_first(4) ? 2U : 3U);
    EXPECT_EQ(found[1].count, moved_first(4) ? 3U : 2U);
    EXPECT_NEAR(found[0].mean, 2.0, 1e-14);
    EXPECT_NEAR(found[1].mean, 8.0, 1e-14);
}

TEST(Screening, SaysNothingWhereNothingIsKnown)
{
    auto const points = list_trajectory_points(2, 2, 1);
    for (auto const& one : screen(points, std::vector<double>(points.size(), none), 1)) {
        EXPECT_EQ(one.count, 0U);
        for (double const x : {one.mean, one.absolute, one.spread, one.low, one.high}) EXPECT_TRUE(std::isnan(x));
    }
    auto const single = list_trajectory_points(1, 2, 1);
    for (auto const& one : screen(single, evaluate(single, [](Point const& x) { return x[0]; }), 1)) {
        EXPECT_FALSE(std::isnan(one.absolute));
        for (double const x : {one.spread, one.low, one.high}) EXPECT_TRUE(std::isnan(x)) << "one effect has no spread";
    }
}

TEST(Screening, OfAConstantGivesZeros)
{
    for (auto const& one : screen_function(5, 3, [](Point const&) { return 0.1; })) {
        for (double const x : {one.mean, one.absolute, one.spread, one.low, one.high}) EXPECT_EQ(x, 0.0);
    }
}

TEST(Screening, GivesTheSameBytesForTheSameArguments)
{
    auto const points = list_trajectory_points(30, 8, 2);
    auto const values = evaluate(points, [](Point const& x) {
        double y = 1.0;
        for (std::size_t p = 0; p < x.size(); ++p) y *= 1.0 + x[p] / (1.0 + static_cast<double>(p));
        return y;
    });
    auto const one = screen(points, values, 2), two = screen(points, values, 2), other = screen(points, values, 3);
    EXPECT_EQ(one[0].low, two[0].low);
    EXPECT_EQ(one[0].high, two[0].high);
    EXPECT_NE(one[0].low, other[0].low);
    EXPECT_EQ(one[0].absolute, other[0].absolute) << "the seed moves intervals alone";
}
}  // namespace
}  // namespace concordat::sensitivity
