#include "models/politics/engagement.hpp"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/year_world.hpp"

namespace concordat::politics
{
namespace
{
using core::Share;
using support::YearWorld;

EngagementParams make_params()
{
    return {.mode = EngagementMode::drawn,
            .ignorant = Share{0.4},
            .engaged = Share{0.15},
            .rejecting = Share{0.05},
            .engaged_effect = 0.2,
            .apathetic_effect = -0.05,
            .rejecting_effect = -0.4,
            .sceptic_effect = -0.3};
}

TEST(Engagement, DrawsTheStatedSharesOfAttitudes)
{
    YearWorld world{support::make_small_pack(8000, 1)};
    Engagement{world.pack, make_params()}.begin({4, 0, 0}, world.standing);
    std::array<double, 4> share{};
    for (int i = 0; i < 8000; ++i) share[static_cast<std::size_t>(world.standing.engagement(i))] += 1.0 / 8000;
    EXPECT_NEAR(share[0], 0.4, 0.0275);
    EXPECT_NEAR(share[1], 0.4, 0.0275);
    EXPECT_NEAR(share[2], 0.15, 0.02);
    EXPECT_NEAR(share[3], 0.05, 0.0125);
}

TEST(Engagement, TakesMoreEngagedAreasFromTheApatheticAlone)
{
    YearWorld before{support::make_small_pack(500, 1)}, after{support::make_small_pack(500, 1)};
    auto params = make_params();
    Engagement{before.pack, params}.begin({4, 0, 0}, before.standing);
    params.engaged = Share{0.25};
    Engagement{after.pack, params}.begin({4, 0, 0}, after.standing);
    int moved = 0;
    for (int i = 0; i < 500; ++i) {
        if (before.standing.engagement(i) == after.standing.engagement(i)) continue;
        ++moved;
        EXPECT_EQ(before.standing.engagement(i), attitude::apathetic);
        EXPECT_EQ(after.standing.engagement(i), attitude::engaged);
    }
    EXPECT_NEAR(moved, 50, 34);
}

TEST(Engagement, AndTheLeaderSwayBuyIn)
{
    YearWorld world{support::make_small_pack(5, 1)};
    world.standing.engagement << attitude::ignorant, attitude::apathetic, attitude::engaged, attitude::rejecting,
        attitude::engaged, 0, 0, 0;
    world.standing.sceptic(4) = 1.0;
    Engagement{world.pack, make_params()}.sway(world.standing);
    auto const& shift = world.standing.political_shift;
    EXPECT_EQ(shift(0), 0.0);
    EXPECT_EQ(shift(1), -0.05);
    EXPECT_EQ(shift(2), 0.2);
    EXPECT_EQ(shift(3), -0.4);
    EXPECT_NEAR(shift(4), -0.1, 1e-15);
}

TEST(Engagement, IsDrawnByAreaWhateverTheOrder)
{
    auto const pack = support::make_small_pack(60, 1);
    YearWorld world{pack}, turned{support::reverse_rows(pack)};
    Engagement{world.pack, make_params()}.begin({4, 0, 0}, world.standing);
    Engagement{turned.pack, make_params()}.begin({4, 0, 0}, turned.standing);
    for (int i = 0; i < 60; ++i) EXPECT_EQ(world.standing.engagement(i), turned.standing.engagement(59 - i));
}

TEST(Engagement, ChangesNothingWhereItIsOff)
{
    auto params = make_params();
    params.mode = EngagementMode::none;
    YearWorld world{support::make_small_pack(20, 1)};
    world.standing.sceptic(2) = 1.0;
    auto const before = support::numbers_of(world.standing);
    Engagement const engagement{world.pack, params};
    engagement.begin({4, 0, 0}, world.standing);
    engagement.sway(world.standing);
    EXPECT_EQ(support::numbers_of(world.standing), before);
}
}  // namespace
}  // namespace concordat::politics
