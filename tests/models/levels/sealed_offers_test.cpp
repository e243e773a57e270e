#include "models/levels/sealed_offers.hpp"

#include <gtest/gtest.h>

namespace concordat::levels
{
namespace
{
LevelCase make_case(double council, double centre, bool evidence)
{
    return {.offer = 1.0,
            .demand = 2.0,
            .scale = .5,
            .council_type = council,
            .centre_type = centre,
            .evidence = evidence};
}

TEST(SealedOffers, MeetHalfWayBetweenShadedFigures)
{
    auto const met = SealedOffers{}.strike(make_case(.75, .25, false), {});
    EXPECT_TRUE(met.agreed);
    double const bid = 2.0 / 3.0 * .75 + 1.0 / 12.0, ask = 2.0 / 3.0 * .25 + .25;
    EXPECT_NEAR(met.stretch, .5 * (1.0 + .5 * (bid + ask)), 1e-15);
}

TEST(SealedOffers, FailWhereShadingEatsTheRoomUnlessEvidenceShowsIt)
{
    EXPECT_FALSE(SealedOffers{}.strike(make_case(.6, .4, false), {}).agreed);
    auto const shown = SealedOffers{}.strike(make_case(.6, .4, true), {});
    EXPECT_TRUE(shown.agreed);
    EXPECT_NEAR(shown.stretch, .5 * 1.5, 1e-15);
    EXPECT_FALSE(SealedOffers{}.strike(make_case(.4, .6, true), {}).agreed);
}

TEST(SealedOffers, TakeADemandThatAsksForLessThanIsOffered)
{
    auto item = make_case(0.0, 1.0, false);
    item.demand = .9;
    EXPECT_TRUE(SealedOffers{}.strike(item, {}).agreed);
    EXPECT_NEAR(SealedOffers{}.strike(item, {}).stretch, .45, 1e-15);
}
}  // namespace
}  // namespace concordat::levels
