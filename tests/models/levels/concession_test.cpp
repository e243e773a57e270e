#include "models/levels/concession.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/core/bargaining.hpp"

namespace concordat::levels
{
namespace
{
constexpr double no_limit = std::numeric_limits<double>::infinity();

/// D = Z = .2.
constexpr LevelCase theory_case{.offer = 1.0, .demand = 1.2, .council_limit = 1.2, .centre_least = 1.0, .scale = 1.0};

TEST(Concession, EndsInTheMonthOfTheoryT18)
{
    for (double const exponent : {.1, .2, .5, 1.0, 2.0}) {
        Concession const talks{most_months, exponent};
        auto const met = talks.strike(theory_case, talks.set_pace(1.0));
        double const exact = most_months * core::concession_time(.2, .2, exponent);
        EXPECT_TRUE(met.agreed);
        // Claims are stated once a month: the time lies in the same month as the continuous one.
        EXPECT_GE(met.month, std::floor(exact) - 1e-9) << exponent;
        EXPECT_LE(met.month, std::floor(exact) + 1.0) << exponent;
        EXPECT_NEAR(met.month, exact, .15) << exponent;
        EXPECT_NEAR(met.stretch, 1.1, 1e-12) << "the level does not depend on the pace that both keep";
    }
    Concession const straight{10, 1.0};
    EXPECT_NEAR(straight.strike(theory_case, straight.set_pace(1.0)).month, 5.0, 1e-12);
}

TEST(Concession, SplitsTheWayToTheLimits)
{
    // D = 1, Z = .5 - of which the council's way is .8 and the centre's .7.
    LevelCase const item{.offer = 1.0, .demand = 2.0, .council_limit = 1.8, .centre_least = 1.3, .scale = .5};
    Concession const talks{9, .3};
    auto const met = talks.strike(item, talks.set_pace(1.0));
    EXPECT_NEAR(met.stretch, .5 * (1.0 + .8 / 1.5), 1e-12);
    EXPECT_NEAR(met.month, 9.0 * core::concession_time(1.0, .5, .3), .1);
}

TEST(Concession, MeetsHalfWayWhereNobodyHasALimit)
{
    LevelCase const item{.offer = 1.0, .demand = 1.6, .council_limit = no_limit, .centre_least = 0.0, .scale = 1.0};
    Concession const talks{9, .3};
    EXPECT_NEAR(talks.strike(item, talks.set_pace(1.0)).stretch, 1.3, 1e-12);
}

TEST(Concession, RewardsACouncilThatConcedesLater)
{
    Concession const talks{9, .5};
    double const ordinary = talks.strike(theory_case, talks.set_pace(1.0)).stretch;
    auto const stubborn = talks.strike(theory_case, talks.set_pace(.5));
    auto const soft = talks.strike(theory_case, talks.set_pace(2.0));
    EXPECT_LT(stubborn.stretch, ordinary);
    EXPECT_GT(soft.stretch, ordinary);
    EXPECT_GT(stubborn.month, soft.month);
}

TEST(Concession, EndsAtTheDeadlineWhereLimitsTouchAndNeverWhereTheyDoNot)
{
    LevelCase item{.offer = 1.0, .demand = 1.7, .council_limit = 1.3, .centre_least = 1.3, .scale = 1.0};
    Concession const talks{9, .3};
    auto const met = talks.strike(item, talks.set_pace(1.0));
    EXPECT_TRUE(met.agreed);
    EXPECT_NEAR(met.month, 9.0, 1e-9);
    EXPECT_NEAR(met.stretch, 1.3, 1e-9);
    item.centre_least = 1.31;
    EXPECT_FALSE(talks.strike(item, talks.set_pace(1.0)).agreed);
}

TEST(Concession, TakesADemandThatAsksForLessThanIsOfferedAtOnce)
{
    LevelCase const item{.offer = 1.0, .demand = .9, .council_limit = no_limit, .scale = 2.0};
    Concession const talks{9, .3};
    auto const met = talks.strike(item, talks.set_pace(1.0));
    EXPECT_EQ(met.stretch, 1.8);
    EXPECT_EQ(met.month, 0.0);
}
}  // namespace
}  // namespace concordat::levels
