#include "models/selection/double_auction.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "tests/support/protocol_kit.hpp"

namespace concordat::selection
{
namespace
{
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
