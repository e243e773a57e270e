#include "analysis/stats/bootstrap.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/stats/student.hpp"
#include "analysis/stats/summary.hpp"
#include "tests/support/luck.hpp"

namespace concordat::stats
{
namespace
{
using test::draw_normals;
using test::draw_exponentials;

Statistic mean_of(std::vector<double> const& values)
{
    return [&values](std::span<std::uint32_t const> picked) {
        double sum = 0;
        for (auto const i : picked) sum += values[i];
        return sum / static_cast<double>(picked.size());
    };
}

TEST(Bootstrap, DoesNotJumpBetweenCalls)
{
    auto const values = draw_normals(1, 40);
    BootstrapSettings const settings{.seed = 7};
    EXPECT_EQ(bca_interval(40, mean_of(values), settings), bca_interval(40, mean_of(values), settings));
    BootstrapSettings other = settings;
    other.purpose = "analysis.other";
    EXPECT_NE(bca_interval(40, mean_of(values), settings), bca_interval(40, mean_of(values), other));
}

TEST(Bootstrap, PicksEveryReplicateEquallyOften)
{
    Resampler resampler{{.seed = 3}, 10};
    std::vector<int> counts(10);
    for (int b = 0; b < 4000; ++b) {
        for (auto const i : resampler.draw()) ++counts[i];
    }
    for (int const count : counts) EXPECT_NEAR(count, 4000, 5 * std::sqrt(4000 * 0.9));
}

TEST(Bootstrap, IsNearStudentsIntervalForTheMeanOfNormalValues)
{
    auto const values = draw_normals(2, 400);
    auto const student = mean_interval(mean(values), standard_error(values), 400, 0.9);
    for (auto const& interval : {percentile_interval(400, mean_of(values), {.seed = 1}),
                                 bca_interval(400, mean_of(values), {.seed = 1})}) {
        double const width = student.high - student.low;
        EXPECT_NEAR(interval.low, student.low, 0.06 * width);
        EXPECT_NEAR(interval.high, student.high, 0.06 * width);
    }
}

TEST(Bootstrap, ShiftsTheIntervalOfASkewedMeanOutwardsOnTheLongSide)
{
    auto const values = draw_exponentials(4, 60);
    auto const plain = percentile_interval(60, mean_of(values), {.seed = 1});
    auto const corrected = bca_interval(60, mean_of(values), {.seed = 1});
    EXPECT_GT(corrected.low, plain.low);
    EXPECT_GT(corrected.high, plain.high);
}

TEST(Bootstrap, SaysNothingOfOneReplicateAndAPointOfEqualOnes)
{
    std::vector<double> const one{5}, same(20, 5.0);
    EXPECT_TRUE(std::isnan(bca_interval(1, mean_of(one), {}).low));
    EXPECT_EQ(bca_interval(20, mean_of(same), {}), (Interval{5, 5}));
    EXPECT_EQ(percentile_interval(20, mean_of(same), {}), (Interval{5, 5}));
}

/// Share of studies whose interval holds the truth.
template <class Draw, class Make>
double measure_coverage(int studies, double truth, Draw const& draw, Make const& make)
{
    int covered = 0;
    for (int i = 0; i < studies; ++i) {
        if (make(draw(static_cast<std::uint32_t>(i))).contains(truth)) ++covered;
    }
    return static_cast<double>(covered) / studies;
}

Interval student_interval(std::vector<double> const& values)
{
    return mean_interval(mean(values), standard_error(values), values.size(), 0.9);
}

// Monte Carlo error of a coverage of 90 % over 2,000 studies: 0.7 points.
TEST(Bootstrap, StudentsIntervalCoversTheMeanNinetyPerCentOfTheTime)
{
    auto const normal = [](std::uint32_t i) { return draw_normals(i, 30); };
    auto const skewed = [](std::uint32_t i) { return draw_exponentials(i, 200); };
    EXPECT_NEAR(measure_coverage(2000, 0.0, normal, student_interval), 0.9, 0.02);
    EXPECT_NEAR(measure_coverage(2000, 1.0, skewed, student_interval), 0.9, 0.02);
}

TEST(Bootstrap, BcaCoversTheMeanOfSkewedValuesNinetyPerCentOfTheTime)
{
    auto const draw = [](std::uint32_t i) { return draw_exponentials(i, 100); };
    auto const make = [](std::vector<double> const& values) {
        return bca_interval(values.size(), mean_of(values), {.seed = 1, .resamples = 500});
    };
    EXPECT_NEAR(measure_coverage(2000, 1.0, draw, make), 0.9, 0.02);
}
}  // namespace
}  // namespace concordat::stats
