#include "models/selection/protocol.hpp"

#include <gtest/gtest.h>

#include "tests/support/protocol_kit.hpp"

namespace concordat::selection
{
namespace
{
using support::make_selection_params;

TEST(Protocol, JointPackageConforms) { support::check_protocol(make_selection_params(ProtocolKind::joint_package, 12)); }
TEST(Protocol, BrokeredRoundsConform) { support::check_protocol(make_selection_params(ProtocolKind::brokered_rounds, 12)); }
TEST(Protocol, AlternatingOffersConform)
{
    support::check_protocol(make_selection_params(ProtocolKind::alternating_offers, 12));
}
TEST(Protocol, DoubleAuctionConforms) { support::check_protocol(make_selection_params(ProtocolKind::double_auction, 12)); }

TEST(Protocol, DictatorsConform)
{
    auto params = make_selection_params(ProtocolKind::dictator, 12);
    for (auto const side : {Side::council, Side::centre}) {
        params.dictator = side;
        support::check_protocol(params);
    }
}

TEST(Protocol, BrokeredRoundsConformWithThirdPartyAdviceFreedomsAndVoluntaryEntry)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.statutory = StatutorySet::open;
    params.brokered.sign_off = SignOff::third_party;
    params.brokered.override_cost = 0.5;
    params.freedoms.offered = true;
    params.entry = {.voluntary = true, .money_per_target = -0.2};
    support::check_protocol(params);
}

TEST(Protocol, OnlyTalksMonthByMonthReadNeed)
{
    auto const pack = support::make_small_pack(2, 5);
    EXPECT_TRUE(make_protocol(pack, make_selection_params(ProtocolKind::brokered_rounds, 3))->reads_need());
    EXPECT_FALSE(make_protocol(pack, make_selection_params(ProtocolKind::joint_package, 3))->reads_need());
}

// The side that dictates gets its own best items and the other side what falls to it.
TEST(Protocol, ADictatorTakesItsOwnBest)
{
    auto params = make_selection_params(ProtocolKind::dictator, 12);
    params.dictator = Side::council;
    auto council = support::make_kit_talks(params);
    params.dictator = Side::centre;
    auto centre = support::make_kit_talks(params);
    council.run(support::kit_occasion(0));
    centre.run(support::kit_occasion(0));
    for (int i = 0; i < support::kit_areas; ++i) {
        EXPECT_EQ(council.agreement.forced[i], 0);
        EXPECT_GE(council.bargain.council_gain(i), centre.bargain.council_gain(i));
        EXPECT_GE(centre.bargain.centre_gain(i), council.bargain.centre_gain(i));
    }
}
}  // namespace
}  // namespace concordat::selection
