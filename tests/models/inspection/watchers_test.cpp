#include "models/inspection/watchers.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_pack.hpp"

namespace concordat::inspection
{
namespace
{
/// A council, police, a trust and districts; the second area has two tiers.
state::Pack make_pack()
{
    auto pack = support::make_small_pack(2, 5);
    pack.areas[1].two_tier = true;
    pack.partners.resize(4);
    pack.partners[3].two_tier_only = true;
    pack.base_share.resize(5, 4);
    pack.base_share << 0.5, 0.2, 0.3, 0.0,  // the council leads, the trust watches
        0.3, 0.6, 0.1, 0.0,                 // the police lead, the council watches
        1.0, 0.0, 0.0, 0.0,                 // the council is alone
        0.4, 0.1, 0.1, 0.4,                 // districts, where there are any, come second
        0.0, 0.0, 1.0, 0.0;                 // the trust is alone
    return pack;
}

TEST(Watchers, AreThoseWithTheNextLargestPart)
{
    Watchers const watchers{make_pack()};
    EXPECT_EQ(watchers.leader(0, 0), 0);
    EXPECT_EQ(watchers.watcher(0, 0), 2U);
    EXPECT_EQ(watchers.part(0, 0), 0.5);
    EXPECT_EQ(watchers.leader(0, 1), 1);
    EXPECT_EQ(watchers.watcher(0, 1), 0U);
}

TEST(Watchers, AreTheNeighbourhoodsWhereOnePartnerWorksAlone)
{
    Watchers const watchers{make_pack()};
    EXPECT_EQ(watchers.parties(), 5U);
    EXPECT_EQ(watchers.watcher(0, 2), 4U);
    EXPECT_EQ(watchers.leader(0, 4), 2);
    EXPECT_EQ(watchers.watcher(0, 4), 4U);
}

TEST(Watchers, AreDistrictsOnlyWhereThereAreSome)
{
    Watchers const watchers{make_pack()};
    EXPECT_EQ(watchers.watcher(0, 3), 1U);
    EXPECT_EQ(watchers.watcher(1, 3), 3U);
}
}  // namespace
}  // namespace concordat::inspection
