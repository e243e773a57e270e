#include "models/politics/decoupling.hpp"

#include <gtest/gtest.h>

#include "models/politics/engagement.hpp"
#include "tests/support/year_world.hpp"

namespace concordat::politics
{
namespace
{
using core::Share;
using support::YearWorld;

DecouplingParams make_params()
{
    return {.base = Share{0.02}, .if_rejecting = Share{0.4}, .per_forced = Share{0.2}, .imposed_weight = Share{0.3}};
}

/// Every area has one statutory and two chosen items, the last of them imposed.
YearWorld make_world(int areas)
{
    YearWorld world{support::make_small_pack(areas, 3)};
    for (int i = 0; i < areas; ++i) {
        world.agreement.count[i] = 3;
        world.agreement.statutory[i] = 1;
        world.agreement.forced[i] = 1;
        world.agreement.imposed(i, 2) = 1;
        for (int k = 0; k < 3; ++k) world.agreement.item(i, k) = k;
    }
    return world;
}

double ceremonial_share(YearWorld& world, DecouplingParams const& params)
{
    Decoupling{world.pack, params}.strike({8, 0, 0}, world.agreement, world.standing);
    double sum = 0.0;
    auto const areas = static_cast<int>(world.pack.area_count());
    for (int i = 0; i < areas; ++i) sum += world.standing.ceremonial(i);
    return sum / areas;
}

TEST(Decoupling, IsDrawnWithTheStatedChances)
{
    auto world = make_world(8000);
    EXPECT_NEAR(ceremonial_share(world, make_params()), 0.02 + 0.1, 0.0182);  // five standard errors
    world.standing.engagement.setConstant(attitude::rejecting);
    EXPECT_NEAR(ceremonial_share(world, make_params()), 0.02 + 0.1 + 0.4, 0.028);
    std::fill(world.agreement.forced.begin(), world.agreement.forced.end(), 0);
    EXPECT_NEAR(ceremonial_share(world, make_params()), 0.02 + 0.4, 0.0276);
    auto params = make_params();
    params.if_rejecting = Share{5.0};
    EXPECT_EQ(ceremonial_share(world, params), 1.0) << "a chance is at most one";
}

TEST(Decoupling, TakesAwayTheFocusAndMostOfWhatImposedItemsAreWorth)
{
    auto world = make_world(2);
    world.standing.ceremonial(1) = 1.0;
    world.conditions.slot_weight(1, 2) = 0.5;
    Decoupling{world.pack, make_params()}.apply(world.agreement, world.standing, world.conditions);
    EXPECT_EQ(world.conditions.attention(0), 1.0);
    EXPECT_EQ(world.conditions.slot_weight(0, 2), 1.0);
    EXPECT_EQ(world.conditions.attention(1), 0.0);
    EXPECT_EQ(world.conditions.slot_weight(1, 1), 1.0) << "what the area chose counts in full";
    EXPECT_EQ(world.conditions.slot_weight(1, 2), 0.15);
}

TEST(Decoupling, ComesAndGoesFromRoundToRound)
{
    auto world = make_world(400);
    Decoupling const decoupling{world.pack, make_params()};
    decoupling.strike({8, 0, 0}, world.agreement, world.standing);
    state::PerArea const first = world.standing.ceremonial;
    decoupling.strike({8, 0, 1}, world.agreement, world.standing);
    int fresh = 0, over = 0;
    for (int i = 0; i < 400; ++i) {
        fresh += world.standing.ceremonial(i) > first(i) ? 1 : 0;
        over += world.standing.ceremonial(i) < first(i) ? 1 : 0;
    }
    EXPECT_GT(fresh, 0);
    EXPECT_GT(over, 0);
}

TEST(Decoupling, IsDrawnByAreaWhateverTheOrder)
{
    auto params = make_params();
    params.base = Share{0.5};
    auto world = make_world(40);
    YearWorld turned{support::reverse_rows(world.pack)};
    turned.agreement = world.agreement;  // all areas are alike
    (void)ceremonial_share(world, params);
    (void)ceremonial_share(turned, params);
    for (int i = 0; i < 40; ++i) EXPECT_EQ(world.standing.ceremonial(i), turned.standing.ceremonial(39 - i));
}

TEST(Decoupling, ChangesNothingWhereAllItsChancesAreZero)
{
    auto params = make_params();
    params.base = params.if_rejecting = params.per_forced = Share{0.0};
    auto world = make_world(10);
    world.standing.ceremonial(3) = 1.0;
    auto const standing = support::numbers_of(world.standing);
    auto const conditions = support::numbers_of(world.conditions);
    Decoupling const decoupling{world.pack, params};
    decoupling.strike({8, 0, 0}, world.agreement, world.standing);
    decoupling.apply(world.agreement, world.standing, world.conditions);
    EXPECT_EQ(support::numbers_of(world.standing), standing);
    EXPECT_EQ(support::numbers_of(world.conditions), conditions);
}
}  // namespace
}  // namespace concordat::politics
