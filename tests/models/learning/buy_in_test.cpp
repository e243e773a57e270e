#include "models/learning/buy_in.hpp"

#include <gtest/gtest.h>

#include "tests/support/year_world.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using support::YearWorld;

BuyInParams make_params()
{
    return {.rate = Share{0.15}, .base = 0.5, .hit_weight = 0.2, .lowest = 0.3, .highest = 1.5};
}

TEST(BuyIn, FollowsTrustSuccessAndPolitics)
{
    YearWorld world{support::make_small_pack(2, 1)};
    world.population.trust(1) = 0.7;
    world.year.on_track(1) = 0.5;
    world.standing.political_shift(1) = -0.4;
    BuyIn{make_params()}.follow(world.year, world.standing, world.population);
    EXPECT_NEAR(world.population.buy_in(1), 1.0 + 0.15 * (0.5 + 0.7 + 0.1 - 0.4 - 1.0), 1e-15);
    EXPECT_EQ(world.population.buy_in(0), 1.0) << "middling trust and no success warrant the average";
}

TEST(BuyIn, StaysWithinItsBounds)
{
    YearWorld world{support::make_small_pack(2, 1)};
    world.population.trust << 0.0, 1.0, 0, 0, 0, 0, 0, 0;
    world.year.on_track(1) = 1.0;
    world.standing.political_shift << -1.0, 1.0, 0, 0, 0, 0, 0, 0;
    BuyIn const buy_in{make_params()};
    for (int year = 0; year < 100; ++year) buy_in.follow(world.year, world.standing, world.population);
    EXPECT_EQ(world.population.buy_in(0), 0.3);
    EXPECT_EQ(world.population.buy_in(1), 1.5);
}

TEST(BuyIn, StaysAsItIsWhereItsRateIsZero)
{
    auto params = make_params();
    params.rate = Share{0.0};
    YearWorld world{support::make_small_pack(3, 1)};
    world.population.buy_in(2) = 1.7;  // even outside the bounds
    world.year.on_track.setOnes();
    auto const before = support::numbers_of(world.population);
    BuyIn{params}.follow(world.year, world.standing, world.population);
    EXPECT_EQ(support::numbers_of(world.population), before);
}
}  // namespace
}  // namespace concordat::learning
