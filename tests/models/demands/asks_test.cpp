#include "models/demands/asks.hpp"

#include <gtest/gtest.h>

namespace concordat::demands
{
namespace
{
using core::Share;

TEST(Asks, ReproduceTheTullockContestOfTheoryT21)
{
    EXPECT_NEAR(asks_per_department_in_race(35, 12, 2.0), 5.3472, 5e-5);
    EXPECT_NEAR(asks_per_area({.gatekeeping = Share{0.0}, .slot_value_over_ask_cost = 2.0}, 35, 12), 64.17, 5e-3);
}

TEST(Asks, AreExactlyTheCapUnderFullGatekeeping)
{
    for (int const departments : {1, 2, 14}) {
        EXPECT_EQ(asks_per_area({.gatekeeping = Share{1.0}, .slot_value_over_ask_cost = 2.0}, 35, departments), 35.0);
    }
}

TEST(Asks, FallByTheSameForEveryStepOfGatekeeping)
{
    double before = asks_per_area({.gatekeeping = Share{0.0}, .slot_value_over_ask_cost = 2.0}, 35, 14);
    double const step = (before - 35.0) / 4.0;
    for (double const gk : {0.25, 0.5, 0.75, 1.0}) {
        double const asks = asks_per_area({.gatekeeping = Share{gk}, .slot_value_over_ask_cost = 2.0}, 35, 14);
        EXPECT_NEAR(before - asks, step, 1e-12);
        before = asks;
    }
}

TEST(Asks, NeverFallBelowTheCapWhereASlotIsHardlyWorthAnAsk)
{
    EXPECT_EQ(asks_per_area({.gatekeeping = Share{0.0}, .slot_value_over_ask_cost = 1.0}, 35, 12), 35.0);
    EXPECT_EQ(asks_per_area({.gatekeeping = Share{0.0}, .slot_value_over_ask_cost = 4.0}, 35, 1), 35.0);
}

TEST(Asks, OfNoDepartmentAreAProgrammersMistake)
{
    EXPECT_THROW((void)asks_per_area({}, 35, 0), std::logic_error);
}
}  // namespace
}  // namespace concordat::demands
