#include "models/incentives/order_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
namespace
{
TEST(WinChance, IsPrizesOverContestantsAmongEquals)
{
    for (int const n : {2, 3, 10, 30, 31, 150}) {
        for (int k = 1; k < n; k += (n + 5) / 6) {
            EXPECT_NEAR(WinChance(n, k, 1.0, 1.0).probability(0.0), static_cast<double>(k) / n,
                        1e-12)
                << n << " " << k;
        }
    }
}

TEST(WinChance, IsTheNormalDifferenceInAContestOfTwo)
{
    WinChance const win{2, 1, 0.6, 1.3};
    double const spread = std::sqrt(0.6 * 0.6 + 1.3 * 1.3);
    for (double const lead : {-3.0, -0.4, 0.0, 1.0, 2.5}) {
        EXPECT_NEAR(win.probability(lead), core::normal_cdf(lead / spread), 1e-13);
        EXPECT_NEAR(win.slope(lead), core::normal_pdf(lead / spread) / spread, 1e-13);
        EXPECT_NEAR(win.curvature(lead),
                    -lead / (spread * spread) * core::normal_pdf(lead / spread) / spread, 1e-13);
    }
}

TEST(WinChance, HasTheSlopeAndCurvatureOfItsProbability)
{
    constexpr double step = 1e-4;
    for (int const k : {1, 5, 14}) {
        WinChance const win{15, k, 0.8, 1.1};
        for (double const lead : {-2.0, -0.3, 0.9, 3.0}) {
            double const slope =
                (win.probability(lead + step) - win.probability(lead - step)) / (2.0 * step);
            double const curvature =
                (win.slope(lead + step) - win.slope(lead - step)) / (2.0 * step);
            EXPECT_NEAR(win.slope(lead), slope, 1e-8);
            EXPECT_NEAR(win.curvature(lead), curvature, 1e-8);
        }
    }
}

TEST(WinChance, MirrorsWhenPrizesAndLosersAreSwapped)
{
    WinChance const few{12, 3, 1.0, 1.0}, many{12, 9, 1.0, 1.0};
    for (double const lead : {-1.5, 0.0, 0.7}) {
        EXPECT_NEAR(few.slope(lead), many.slope(-lead), 1e-13);
        EXPECT_NEAR(few.probability(lead), 1.0 - many.probability(-lead), 1e-13);
    }
}

TEST(WinChance, RefusesContestsWithoutLosersOrWinners)
{
    EXPECT_ANY_THROW(WinChance(5, 5, 1.0, 1.0));
    EXPECT_ANY_THROW(WinChance(5, 0, 1.0, 1.0));
    EXPECT_ANY_THROW(WinChance(5, 2, 0.0, 1.0));
}
}  // namespace
}  // namespace concordat::incentives
