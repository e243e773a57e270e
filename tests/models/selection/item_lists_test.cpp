#include "models/selection/item_lists.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_pack.hpp"

namespace concordat::selection
{
namespace
{
/// Four indicators in falling order of their numbers: the second is statutory, the third a perception.
state::Pack make_pack()
{
    auto pack = support::make_small_pack(1, 4);
    for (int j = 0; j < 4; ++j) pack.indicators[static_cast<std::size_t>(j)].number = 9 - j;
    pack.indicators[1].statutory = true;
    pack.indicators[2].perception = true;
    return pack;
}

TEST(ItemLists, GoByNumberAndPutStatutoryIndicatorsApartWhereTheLawEnforcesThem)
{
    auto const enforced = list_items(make_pack(), {});
    EXPECT_EQ(enforced.statutory, std::vector{1});
    EXPECT_EQ(enforced.candidates, (std::vector{3, 2, 0}));
    auto const open = list_items(make_pack(), {.statutory = StatutorySet::open});
    EXPECT_TRUE(open.statutory.empty());
    EXPECT_EQ(open.candidates, (std::vector{3, 2, 1, 0}));
}

TEST(ItemLists, LeavePerceptionsOutWhereTheyMayNotBeTargetsUnlessTheLawWantsThem)
{
    auto pack = make_pack();
    EXPECT_EQ(list_items(pack, {.perception_measures = false}).candidates, (std::vector{3, 0}));
    pack.indicators[1].perception = true;
    EXPECT_EQ(list_items(pack, {.perception_measures = false}).statutory, std::vector{1});
}
}  // namespace
}  // namespace concordat::selection
