#include "models/politics/recession.hpp"

#include <gtest/gtest.h>

#include "tests/support/year_world.hpp"

namespace concordat::politics
{
namespace
{
using core::Share;
using support::YearWorld;

RecessionParams make_params(double severity = 1.0)
{
    return {.severity = severity,
            .round = 1,
            .first_year = 0,
            .shock_years = 2,
            .budget_fall = Share{0.03},
            .retreat = Share{0.2},
            .centre_weight = Share{0.1},
            .telling = Share{0.2},
            .late_factor = 1.5};
}

/// Housing falls, staying on at school rises, the third indicator does not care.
state::Pack make_pack()
{
    auto pack = support::make_small_pack(2, 3);
    pack.recession_effect.setZero(3);
    pack.recession_effect << -1.0, 0.5, 0.0;
    return pack;
}

state::Shocks make_shocks()
{
    state::Shocks shocks;
    shocks.common.assign(3, state::PerIndicator::Constant(3, 0.25));
    return shocks;
}

TEST(Recession, SpreadsThePacksEffectsOverItsYears)
{
    auto shocks = make_shocks();
    Recession const recession{make_pack(), make_params(), 3};
    recession.strike(1, shocks);
    for (int year = 0; year < 2; ++year) {
        EXPECT_EQ(shocks.common[year](0), 0.25 - 0.5);
        EXPECT_EQ(shocks.common[year](1), 0.25 + 0.25);
        EXPECT_EQ(shocks.common[year](2), 0.25);
    }
    EXPECT_EQ(shocks.common[2](0), 0.25);
    auto params = make_params(0.5);
    params.first_year = 2;
    auto late = make_shocks();
    Recession{make_pack(), params, 3}.strike(1, late);
    EXPECT_EQ(late.common[1](0), 0.25);
    EXPECT_EQ(late.common[2](0), 0.25 - 0.25) << "half as hard; its second year lies beyond the round";
}

TEST(Recession, StrikesInItsOwnRoundOnly)
{
    auto shocks = make_shocks();
    Recession const recession{make_pack(), make_params(), 3};
    recession.strike(0, shocks);
    recession.strike(2, shocks);
    for (auto const& year : shocks.common) EXPECT_TRUE((year == 0.25).all());
    EXPECT_EQ(recession.mood(0).telling, 0.0);
    EXPECT_EQ(recession.mood(0).late_factor, 1.0);
    EXPECT_EQ(recession.mood(1).centre_weight, 0.1);
    EXPECT_EQ(recession.mood(1).telling, 0.2);
    EXPECT_EQ(recession.mood(1).late_factor, 1.5);
}

TEST(Recession, ShrinksBudgetsYearByYearAndKeepsThemSmall)
{
    Recession const recession{make_pack(), make_params(), 3};
    auto const budget = [&](int round, int year) {
        YearWorld world{make_pack()};
        recession.apply(round, year, world.conditions);
        return world.conditions.budget(1);
    };
    EXPECT_EQ(budget(0, 2), 1.0);
    EXPECT_NEAR(budget(1, 0), 0.97, 1e-15);
    EXPECT_NEAR(budget(1, 2), 0.97 * 0.97 * 0.97, 1e-15);
    EXPECT_EQ(budget(2, 1), budget(1, 2));
}

TEST(Recession, MakesPartnersRetreatWhileItsRoundLasts)
{
    Recession const recession{make_pack(), make_params(0.5), 3};
    auto const alignment = [&](int round) {
        YearWorld world{make_pack()};
        recession.apply(round, 1, world.conditions);
        return world.conditions.alignment(0);
    };
    EXPECT_EQ(alignment(0), 0.0);
    EXPECT_EQ(alignment(1), -0.1);
    EXPECT_EQ(alignment(2), 0.0);
}

TEST(Recession, MovesNoOutcomeThatThePackDoesNotName)
{
    auto shocks = make_shocks();
    Recession{support::make_small_pack(2, 3), make_params(), 3}.strike(1, shocks);
    for (auto const& year : shocks.common) EXPECT_TRUE((year == 0.25).all());
}

TEST(Recession, ChangesNothingWithoutSeverity)
{
    auto shocks = make_shocks();
    YearWorld world{make_pack()};
    auto const before = support::numbers_of(world.conditions);
    Recession const recession{make_pack(), make_params(0.0), 3};
    recession.strike(1, shocks);
    recession.apply(1, 2, world.conditions);
    EXPECT_EQ(support::numbers_of(world.conditions), before);
    for (auto const& year : shocks.common) EXPECT_TRUE((year == 0.25).all());
    EXPECT_EQ(recession.mood(1).late_factor, 1.0);
}
}  // namespace
}  // namespace concordat::politics
