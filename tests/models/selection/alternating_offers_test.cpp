#include "models/selection/alternating_offers.hpp"

#include <gtest/gtest.h>

#include "sim/core/elementary.hpp"
#include "tests/support/protocol_kit.hpp"

namespace concordat::selection
{
namespace
{
double first_share(double own, double other)
{
    return divide_pie({.council_patience = own, .centre_patience = other}).council;
}

TEST(AlternatingOffers, GiveTheFirstProposerRubinsteinsShare)
{
    EXPECT_NEAR(first_share(.9, .9), .526316, 5e-7);
    EXPECT_NEAR(first_share(.95, .8), .833333, 5e-7);
    EXPECT_NEAR(first_share(.8, .95), .208333, 5e-7);
}

TEST(AlternatingOffers, ApproachTheRatioOfImpatienceAsPeriodsShrink)
{
    double const dt[]{.1, .01, .001};
    double const share[]{.67662, .66767, .66677};
    for (int k = 0; k < 3; ++k) {
        EXPECT_NEAR(first_share(core::exp(-.3 * dt[k]), core::exp(-.6 * dt[k])), share[k], 5e-6);
    }
}

TEST(AlternatingOffers, CountBackwardsFromAnEnd)
{
    double const share[]{1.0, .1, .91, .181, .8371, .24661, .77805};
    for (int offers = 1; offers <= 7; ++offers) {
        auto const pie = divide_pie({.council_patience = .9, .centre_patience = .9, .offers = offers});
        EXPECT_NEAR(pie.council, share[offers - 1], 5e-6) << offers;
        EXPECT_DOUBLE_EQ(pie.council + pie.centre, 1.0);
    }
}

TEST(AlternatingOffers, ApproachTheEndlessGameAsTheEndRecedes)
{
    OfferParams params{.council_patience = .8, .centre_patience = .9, .first = Side::centre};
    double const endless = divide_pie(params).centre;
    params.offers = 401;
    EXPECT_NEAR(divide_pie(params).centre, endless, 1e-12);
}

TEST(AlternatingOffers, StrikeTheJointPackageWithTheSharesAsWeights)
{
    auto params = support::make_selection_params(ProtocolKind::alternating_offers, 12);
    auto offers = support::make_kit_talks(params);
    offers.run(support::kit_occasion(0));
    params.kind = ProtocolKind::joint_package;
    auto joint = support::make_kit_talks(params);
    joint.run(support::kit_occasion(0));
    joint.population.centre_weight.setConstant(divide_pie(params.offers).centre);
    joint.agree(support::kit_occasion(0));
    EXPECT_TRUE((offers.agreement.item == joint.agreement.item).all());
}
}  // namespace
}  // namespace concordat::selection
