#include "analysis/stats/student.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace concordat::stats
{
namespace
{
TEST(Student, HasTheClosedFormsOfOneAndTwoDegrees)
{
    // P(T <= 1) = 3/4 for one degree; P(T <= t) = 1/2 + t / (2 sqrt(2 + t^2)) for two.
    EXPECT_NEAR(student_cdf(1, 1), 0.75, 1e-12);
    for (double const t : {-3.0, -0.4, 0.0, 0.7, 12.0}) {
        EXPECT_NEAR(student_cdf(t, 2), 0.5 + t / (2 * std::sqrt(2 + t * t)), 1e-12);
    }
}

TEST(Student, HasTheQuantilesOfTables)
{
    EXPECT_NEAR(student_quantile(0.975, 1), 12.7062047362, 1e-8);
    EXPECT_NEAR(student_quantile(0.95, 4), 2.13184678633, 1e-9);
    EXPECT_NEAR(student_quantile(0.95, 29), 1.69912702653, 1e-9);
    EXPECT_NEAR(student_quantile(0.05, 99), -1.66039115599, 1e-9);
    EXPECT_NEAR(student_quantile(0.95, 1e7), 1.64485362695, 1e-6);
}

TEST(Student, IsContinuousWhereTheMethodChanges)
{
    for (double const degrees : {127.0, 128.0, 129.0}) {
        double const p = student_cdf(1.7, degrees);
        EXPECT_NEAR(student_quantile(p, degrees), 1.7, 1e-9);
    }
    // 1 / B(64, 1/2) by the series equals the recurrence to 1e-12.
    EXPECT_NEAR(two_sided_p_value(2, 127.999999), two_sided_p_value(2, 128.000001), 1e-9);
}

TEST(Student, GivesTheTailToFullRelativePrecision)
{
    // For two degrees the two-sided tail is 1 - t / sqrt(2 + t^2) = 2 / (u (u + t)), u = sqrt(2 + t^2).
    double const t = 1e4, u = std::sqrt(2 + t * t);
    EXPECT_NEAR(two_sided_p_value(t, 2) / (2 / (u * (u + t))), 1, 1e-11);
    EXPECT_EQ(two_sided_p_value(0, 5), 1);
    EXPECT_EQ(two_sided_p_value(INFINITY, 5), 0);
    EXPECT_TRUE(std::isnan(two_sided_p_value(NAN, 5)));
}

TEST(Student, PutsTheIntervalAroundTheMean)
{
    auto const interval = mean_interval(10, 2, 5, 0.9);
    EXPECT_NEAR(interval.low, 10 - 2 * 2.13184678633, 1e-8);
    EXPECT_NEAR(interval.high, 10 + 2 * 2.13184678633, 1e-8);
    EXPECT_TRUE(std::isnan(mean_interval(10, NAN, 1, 0.9).low));
    EXPECT_EQ(mean_interval(10, 0, 5, 0.9), (Interval{10, 10}));
}
}  // namespace
}  // namespace concordat::stats
