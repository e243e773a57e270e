#include "models/learning/productivity_belief.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/random/streams.hpp"
#include "tests/support/year_world.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using core::Sigma;
using support::YearWorld;

ProductivityParams make_params(ProductivityLearning rule)
{
    return {.rule = rule, .spread = 0.2, .gain = Share{0.25}, .noise = Sigma{0.6}, .drift = 0.0, .lowest = 0.3, .highest = 3.0};
}

/// A year in which plans promise what the areas believe and reality is as it is.
void live(YearWorld& world, double true_gain, double luck = 0.0)
{
    world.year.items.setConstant(25.0);
    world.year.expected_gain = true_gain * world.standing.productivity_belief;
    world.year.surprise = true_gain - world.year.expected_gain + luck;
}

TEST(ProductivityBelief, ClosesTheStatedPartOfItsErrorEachYear)
{
    YearWorld world{support::make_small_pack(2, 1)};
    ProductivityBelief const belief{world.pack, make_params(ProductivityLearning::fixed_gain)};
    world.standing.productivity_belief << 2.0, 0.5, 1, 1, 1, 1, 1, 1;
    for (int year = 0; year < 3; ++year) {
        live(world, 0.4);
        belief.learn(world.year, world.standing);
    }
    EXPECT_NEAR(world.standing.productivity_belief(0), 1.0 + 1.0 * 0.421875, 1e-14);
    EXPECT_NEAR(world.standing.productivity_belief(1), 1.0 - 0.5 * 0.421875, 1e-14);
    EXPECT_NEAR(world.standing.productivity_belief(2), 1.0, 1e-15) << "who is right stays right";
}

TEST(ProductivityBelief, WeighsAYearAsKalmanDoes)
{
    YearWorld world{support::make_small_pack(1, 1)};
    ProductivityBelief const belief{world.pack, make_params(ProductivityLearning::kalman)};
    world.standing.productivity_belief(0) = 1.2;
    world.standing.productivity_variance(0) = 0.04;
    live(world, 0.5);
    double const luck = 0.36 / (25.0 * 0.25);  // variance of observed over true gain: the belief cancels
    double const gain = 0.04 / (0.04 + luck);
    belief.learn(world.year, world.standing);
    EXPECT_NEAR(world.standing.productivity_belief(0), 1.2 + gain * (1.0 - 1.2), 1e-14);
    EXPECT_NEAR(world.standing.productivity_variance(0), (1.0 - gain) * 0.04, 1e-16);
    // After n years the posterior precision is the sum of precisions.
    for (int year = 1; year < 10; ++year) {
        live(world, 0.5);
        belief.learn(world.year, world.standing);
    }
    EXPECT_NEAR(1.0 / world.standing.productivity_variance(0), 1.0 / 0.04 + 10.0 / luck, 1e-9);
}

TEST(ProductivityBelief, StartsWithTheStatedSpreadAndByTheAreasOwnId)
{
    YearWorld world{support::make_small_pack(2000, 1)};
    ProductivityBelief const belief{world.pack, make_params(ProductivityLearning::kalman)};
    belief.begin({3, 0, 0}, world.standing);
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < 2000; ++i) {
        double const log = std::log(world.standing.productivity_belief(i));
        sum += log;
        squares += log * log;
    }
    EXPECT_NEAR(sum / 2000, 0.0, 5 * 0.2 / std::sqrt(2000.0));
    EXPECT_NEAR(std::sqrt(squares / 2000), 0.2, 5 * 0.2 / std::sqrt(4000.0));
    EXPECT_EQ(world.standing.productivity_variance(7), 0.2 * 0.2);
    YearWorld turned{support::reverse_rows(world.pack)};
    ProductivityBelief{turned.pack, make_params(ProductivityLearning::kalman)}.begin({3, 0, 0}, turned.standing);
    for (int i = 0; i < 2000; ++i) {
        ASSERT_EQ(world.standing.productivity_belief(i), turned.standing.productivity_belief(1999 - i));
    }
}

TEST(ProductivityBelief, LearnsNothingWhereNothingWasExpectedAndStaysWithinItsBounds)
{
    YearWorld world{support::make_small_pack(3, 1)};
    ProductivityBelief const belief{world.pack, make_params(ProductivityLearning::fixed_gain)};
    world.year.surprise << 50.0, 50.0, -50.0, 0, 0, 0, 0, 0;
    world.year.expected_gain << 0.0, 0.1, 0.1, 0, 0, 0, 0, 0;
    world.year.items.setConstant(5.0);
    belief.learn(world.year, world.standing);
    EXPECT_EQ(world.standing.productivity_belief(0), 1.0);
    EXPECT_EQ(world.standing.productivity_belief(1), 3.0);
    EXPECT_EQ(world.standing.productivity_belief(2), 0.3);
}

TEST(ProductivityBelief, StaysRightWhereItIsOff)
{
    YearWorld world{support::make_small_pack(3, 1)};
    auto const before = support::numbers_of(world.standing);
    ProductivityBelief const belief{world.pack, make_params(ProductivityLearning::none)};
    belief.begin({3, 0, 0}, world.standing);
    live(world, 0.4, 0.3);
    belief.learn(world.year, world.standing);
    EXPECT_EQ(support::numbers_of(world.standing), before);
}
}  // namespace
}  // namespace concordat::learning
