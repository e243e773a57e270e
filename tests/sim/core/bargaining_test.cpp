#include "sim/core/bargaining.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"

namespace concordat::core
{
namespace
{
TEST(Bargaining, GivesThePatientMoreAsTheoryT17)
{
    EXPECT_NEAR(rubinstein_share(.9, .9), .526316, 5e-7);
    EXPECT_NEAR(rubinstein_share(.95, .8), .833333, 5e-7);
    EXPECT_NEAR(rubinstein_share(.8, .95), .208333, 5e-7);
}

TEST(Bargaining, TendsToTheRatioOfRatesWhenOffersFollowFast)
{
    double const intervals[]{.1, .01, .001};
    double const shares[]{.67662, .66767, .66677};
    for (int i = 0; i < 3; ++i) {
        double const council = exp(-.3 * intervals[i]), centre = exp(-.6 * intervals[i]);
        EXPECT_NEAR(rubinstein_share(council, centre), shares[i], 5e-6);
    }
    EXPECT_NEAR(rubinstein_share(exp(-.3e-7), exp(-.6e-7)), 2.0 / 3.0, 1e-6);
}

TEST(Bargaining, SolvesFiniteHorizonsBackwardsFromTheLastOfferAsTheoryT17)
{
    double const shares[]{1, .1, .91, .181, .8371, .24661, .778051};
    for (int offers = 1; offers <= 7; ++offers) {
        EXPECT_NEAR(finite_horizon_share(.9, .9, offers), shares[offers - 1], 1e-12) << offers;
        double const closed = (1.0 - std::pow(-.9, offers)) / 1.9;
        EXPECT_NEAR(finite_horizon_share(.9, .9, offers), closed, 1e-12);
    }
    EXPECT_NEAR(finite_horizon_share(.95, .8, 2), .2, 1e-15) << "the other side's patience counts where it speaks last";
    EXPECT_NEAR(finite_horizon_share(.95, .8, 400), rubinstein_share(.95, .8), 1e-12);
    EXPECT_NEAR(finite_horizon_share(.95, .8, 401), rubinstein_share(.95, .8), 1e-12);
    EXPECT_EQ(opening_share(.95, .8, 0), rubinstein_share(.95, .8)) << "no offer is the last";
    EXPECT_EQ(opening_share(.95, .8, 3), finite_horizon_share(.95, .8, 3));
}

TEST(Bargaining, LetsClaimsMeetLateWhereBothAreStubbornAsTheoryT18)
{
    double const exponents[]{.1, .2, .5, 1, 2};
    double const times[]{.9330, .8706, .7071, .5, .25};
    for (int i = 0; i < 5; ++i) EXPECT_NEAR(concession_time(.2, .2, exponents[i]), times[i], 5e-5);
    EXPECT_EQ(concession_time(.2, 0.0, .3), 1.0) << "no room to spare: at the deadline";
    EXPECT_GT(concession_time(.2, -.01, .3), 1.0) << "no room: never";
    EXPECT_EQ(concession_time(0.0, .2, .3), 0.0) << "claims that fit: at once";
}

TEST(Bargaining, AgreesAsOftenAndGainsAsMuchInADoubleAuctionAsTheoryT19)
{
    // A fine grid, shifted so that no difference is a quarter: exact integrals up to a cell's width.
    constexpr int grid = 2000;
    double often = 0.0, gain = 0.0, efficient = 0.0;
    for (int a = 0; a < grid; ++a) {
        double const v = (a + .5) / grid;
        for (int b = 0; b < grid; ++b) {
            double const c = (b + .4) / grid;
            Trade const trade = trade_sealed(v, c);
            ASSERT_EQ(trade.agreed, v - c >= .25);
            if (trade_with_evidence(v, c).agreed) efficient += v - c;
            if (!trade.agreed) continue;
            often += 1.0;
            gain += v - c;
            ASSERT_LE(c, trade.price);
            ASSERT_LE(trade.price, v);
        }
    }
    double const cells = static_cast<double>(grid) * grid;
    EXPECT_NEAR(often / cells, .28125, 5e-4);
    EXPECT_NEAR(gain / cells, .140625, 2e-4);
    EXPECT_NEAR(efficient / cells, 1.0 / 6.0, 2e-4);
}

TEST(Bargaining, MeetsWhereTheSurplusReachesAQuarterOfTheRange)
{
    EXPECT_TRUE(trade_sealed(.8, .55 - 1e-12).agreed);
    EXPECT_FALSE(trade_sealed(.8, .55 + 1e-9).agreed);
    EXPECT_FALSE(trade_sealed(1.6, 1.2, 2.0).agreed);
    EXPECT_TRUE(trade_sealed(.3, .3, 0.0).agreed) << "a range of nothing hides nothing";
    EXPECT_TRUE(trade_with_evidence(.8, .79).agreed);
    EXPECT_FALSE(trade_with_evidence(.79, .8).agreed);
}

TEST(Bargaining, LetsEvidenceDoWhatMediationCannot)
{
    double const gains[]{.140625, .147135, .153646, .160156, .166667};
    for (int i = 0; i < 5; ++i) EXPECT_NEAR(sealed_trade_gain(.25 * i), gains[i], 5e-7);
    EXPECT_NEAR(sealed_trade_probability(0.0), .28125, 1e-15);
    EXPECT_NEAR(sealed_trade_probability(1.0), .5, 1e-15);
}
}  // namespace
}  // namespace concordat::core
