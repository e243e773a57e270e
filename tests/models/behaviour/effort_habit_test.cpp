#include "models/behaviour/effort_habit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace concordat::behaviour
{
namespace
{
using core::Lanes;

EffortParams aspiration(double shift)
{
    return {.rule = EffortRule::aspiration, .shift = shift, .own_pull = 0.3, .comparator_pull = 0.2};
}

double spend(std::vector<Lanes> const& effort)
{
    double sum = 0.0;
    for (auto const& e : effort) sum += e[0] * e[0];
    return sum;
}

struct Area
{
    std::vector<Lanes> shortfall, effort, measured;
};

/// Two indicators above their aspirations, two below, one where it should be.
Area make_area()
{
    Area area;
    for (double const s : {-0.4, -1.0, 0.5, 1.5, 0.0}) area.shortfall.emplace_back(s);
    for (double const e : {1.0, 0.6, 0.2, 0.0, 0.8}) {
        area.effort.emplace_back(e);
        area.measured.emplace_back(0.9 * e);
    }
    return area;
}

TEST(EffortHabit, MovesAShareOfTheWay)
{
    EffortHabit const habit{{.rule = EffortRule::adaptive, .adjustment = 0.3}};
    EXPECT_FALSE(habit.neutral());
    Lanes level{1.0};
    for (int year = 1; year <= 5; ++year) {
        level = habit.move(level, Lanes{2.0});
        EXPECT_NEAR(level[0], 2.0 - std::pow(0.7, year), 1e-14);
    }
}

TEST(EffortHabit, GivesTheBestResponseToTheBitWhereItMovesAllTheWay)
{
    EffortHabit const habit{{.rule = EffortRule::adaptive, .adjustment = 1.0}};
    EXPECT_TRUE(habit.neutral());
    for (double const best : {0.1, 1.0 / 3.0, 1e-300, 7e9}) {
        EXPECT_EQ(habit.move(Lanes{0.123}, Lanes{best})[0], best);
    }
}

TEST(EffortHabit, OfPartnersIsTheCouncilsUnlessTheyHaveTheirOwn)
{
    EffortParams params{.rule = EffortRule::adaptive, .adjustment = 0.3};
    EXPECT_EQ(habit_of_partners(params).rule(), EffortRule::adaptive);
    params.partners = EffortRule::equilibrium;
    EXPECT_EQ(habit_of_partners(params).rule(), EffortRule::equilibrium);
    EXPECT_EQ(EffortHabit{params}.rule(), EffortRule::adaptive) << "the council's stays";
    params = {.rule = EffortRule::equilibrium, .partners = EffortRule::adaptive, .adjustment = 0.3};
    EXPECT_DOUBLE_EQ(habit_of_partners(params).move(Lanes{1.0}, Lanes{2.0})[0], 1.3) << "how fast is shared";
}

TEST(EffortHabit, IsTheSameAsAnotherThatMovesEffortsAlike)
{
    auto const habit = [](EffortRule rule, double adjustment) { return EffortHabit{{.rule = rule, .adjustment = adjustment}}; };
    using enum EffortRule;
    EXPECT_TRUE(habit(equilibrium, 0.3).same_as(habit(adaptive, 1.0))) << "both are at the best response at once";
    EXPECT_TRUE(habit(adaptive, 0.3).same_as(habit(adaptive, 0.3)));
    EXPECT_FALSE(habit(equilibrium, 0.3).same_as(habit(adaptive, 0.3)));
    EXPECT_FALSE(habit(aspiration, 1.0).same_as(habit(equilibrium, 1.0)));
}

TEST(EffortHabit, AspirationsKeepSpending)
{
    for (double const shift : {0.1, 0.3, 0.9}) {
        Area area = make_area();
        double const before = spend(area.effort);
        for (int year = 0; year < 4; ++year) {
            EffortHabit{aspiration(shift)}.reallocate(area.shortfall, area.effort, area.measured);
            EXPECT_NEAR(spend(area.effort), before, 1e-14 * before);
        }
    }
}

TEST(EffortHabit, AspirationsMoveEffortOnlyFromAboveToBelow)
{
    Area area = make_area();
    Area const old = make_area();
    EffortHabit{aspiration(0.3)}.reallocate(area.shortfall, area.effort, area.measured);
    EXPECT_NEAR(area.effort[0][0], std::sqrt(0.7), 1e-15);
    EXPECT_NEAR(area.effort[1][0], 0.6 * std::sqrt(0.7), 1e-15);
    double const freed = 0.3 * (1.0 + 0.36);
    EXPECT_NEAR(area.effort[2][0] * area.effort[2][0], 0.04 + freed * 0.25, 1e-15);
    EXPECT_NEAR(area.effort[3][0] * area.effort[3][0], freed * 0.75, 1e-15) << "in proportion to shortfalls";
    EXPECT_EQ(area.effort[4][0], old.effort[4][0]) << "at its aspiration";
    EXPECT_NEAR(area.measured[0][0], 0.9 * area.effort[0][0], 1e-15);
    EXPECT_NEAR(area.measured[2][0], 0.9 * area.effort[2][0], 1e-15);
}

TEST(EffortHabit, NothingMovesWhereNothingIsAboveOrNothingBelow)
{
    for (double const sign : {-1.0, 1.0}) {
        Area area = make_area();
        for (auto& s : area.shortfall) s = Lanes{sign * std::abs(s[0])};
        Area const old = make_area();
        EffortHabit{aspiration(0.3)}.reallocate(area.shortfall, area.effort, area.measured);
        for (std::size_t j = 0; j < area.effort.size(); ++j) {
            EXPECT_EQ(area.effort[j][0], old.effort[j][0]);
            EXPECT_EQ(area.measured[j][0], old.measured[j][0]);
        }
    }
}

TEST(EffortHabit, AspirationsDriftToOwnAndOthersAchievement)
{
    EffortHabit const habit{aspiration(0.3)};
    EXPECT_DOUBLE_EQ(habit.adapt(1.0, 1.0, 1.0), 1.0);
    EXPECT_DOUBLE_EQ(habit.adapt(1.0, 0.0, 1.0), 0.7);
    EXPECT_DOUBLE_EQ(habit.adapt(1.0, 1.0, 2.0), 1.2);
}
}  // namespace
}  // namespace concordat::behaviour
