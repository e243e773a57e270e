#include "models/selection/double_auction.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "tests/support/protocol_kit.hpp"

namespace concordat::selection
{
namespace
{
TEST(DoubleAuction, AgreesWhereTheSurplusReachesAQuarterOfTheRange)
{
    EXPECT_TRUE(submit_offers(.8, .55 - 1e-12, 1.0, false).agreed);
    EXPECT_FALSE(submit_offers(.8, .55 + 1e-9, 1.0, false).agreed);
    EXPECT_FALSE(submit_offers(1.6, 1.2, 2.0, false).agreed);
    EXPECT_TRUE(submit_offers(.8, .79, 1.0, true).agreed);
    EXPECT_FALSE(submit_offers(.79, .8, 1.0, true).agreed);
}

TEST(DoubleAuction, IsEfficientWithoutPrivateInformation)
{
    EXPECT_TRUE(submit_offers(.3, .3, 0.0, false).agreed) << "a range of nothing hides nothing";
}

// 400 x 400 midpoints of the unit square: exact to the width of a cell along the line of indifference.
TEST(DoubleAuction, ReachesNineThirtySecondsAndEvidenceClosesTheGap)
{
    constexpr int cells = 400;
    auto const sweep = [](bool revealed, double& agreed, double& gains) {
        agreed = gains = 0.0;
        for (int a = 0; a < cells; ++a) {
            for (int b = 0; b < cells; ++b) {
                auto const deal = submit_offers((a + .5) / cells, (b + .5) / cells, 1.0, revealed);
                agreed += deal.agreed ? 1.0 / (cells * cells) : 0.0;
                gains += deal.agreed ? deal.surplus / (cells * cells) : 0.0;
            }
        }
    };
    double hidden_agreed = 0.0, hidden_gains = 0.0, open_agreed = 0.0, open_gains = 0.0;
    sweep(false, hidden_agreed, hidden_gains);
    sweep(true, open_agreed, open_gains);
    EXPECT_NEAR(hidden_agreed, 9.0 / 32.0, .002);
    EXPECT_NEAR(hidden_gains, 9.0 / 64.0, .0005);
    EXPECT_NEAR(open_agreed, 0.5, .002);
    EXPECT_NEAR(open_gains, 1.0 / 6.0, .0005);
    double const gains[]{.140625, .147135, .153646, .160156, .166667};
    for (int k = 0; k <= 4; ++k) {
        double const q = .25 * k;
        EXPECT_NEAR(q * open_gains + (1.0 - q) * hidden_gains, gains[k], .0005);
    }
}

TEST(DoubleAuction, FillsEverySlotWhereSlotsAreFree)
{
    auto talks = support::make_kit_talks(support::make_selection_params(ProtocolKind::double_auction, 12));
    talks.run(support::kit_occasion(0));
    talks.population.slot_cost.setConstant(-std::numeric_limits<double>::infinity());
    talks.population.centre_weight.setOnes();
    talks.agree(support::kit_occasion(0));
    for (int i = 0; i < support::kit_areas; ++i) {
        EXPECT_EQ(talks.agreement.count[i] - talks.agreement.statutory[i], 12);
    }
    EXPECT_TRUE(talks.bargain.centre_gain.allFinite());
}

TEST(DoubleAuction, ReachesTheJointPackageWhenEvidenceRevealsEverything)
{
    auto params = support::make_selection_params(ProtocolKind::double_auction, 12);
    params.auction.revealed = core::Share{1.0};
    auto auction = support::make_kit_talks(params);
    params.kind = ProtocolKind::joint_package;
    auto joint = support::make_kit_talks(params);
    for (std::uint32_t r = 0; r < 4; ++r) {
        auction.run(support::kit_occasion(r));
        joint.run(support::kit_occasion(r));
        EXPECT_TRUE((auction.agreement.item == joint.agreement.item).all());
    }
}
}  // namespace
}  // namespace concordat::selection
