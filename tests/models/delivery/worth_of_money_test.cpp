#include "models/delivery/worth_of_money.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/incentives/none.hpp"
#include "models/verification/clean_world.hpp"

namespace concordat::delivery
{
namespace
{
constexpr double rho = 0.01;  // [effort points per GBP thousand]

double response(double exponent, double thousands)
{
    return worth_of_thousand({.effort_per_thousand = rho, .exponent = exponent}, core::Pounds{1000.0 * thousands}) *
           thousands;
}

TEST(WorthOfMoney, GrowsAsAPowerOfTheRewardAndAgreesAtFourHundredThousand)
{
    for (double const exponent : {0.5, 0.8, 1.0, 1.2}) {
        EXPECT_NEAR(response(exponent, 400.0), 4.0, 1e-14) << exponent;
        EXPECT_NEAR(response(exponent, 80.0) / response(exponent, 40.0), std::pow(2.0, exponent), 1e-14) << exponent;
    }
    EXPECT_NEAR(response(0.5, 100.0), 2.0, 1e-14);  // half of what 400 do, for a quarter of the money
}

TEST(WorthOfMoney, IsTheParameterItselfWhereTheExponentIsOneOrNothingIsOffered)
{
    for (double const offered : {0.0, 40000.0, 1e6}) {
        EXPECT_EQ(worth_of_thousand({.effort_per_thousand = rho, .exponent = 1.0}, core::Pounds{offered}), rho);
    }
    EXPECT_EQ(worth_of_thousand({.effort_per_thousand = rho, .exponent = 0.5}, core::Pounds{0.0}), rho);
}

/// Measured gains of an indicator of each controllability, of which the first is not rewarded.
std::vector<double> gains_with(MotiveParams const& motives, double reward)
{
    verification::CleanSettings settings{.indicators = 3, .shares = {0.5, 0.3, 0.2}};
    settings.delivery.production = {.complementarity = 2.0 / 3.0, .effort_cost = 1.5};
    settings.delivery.motives = motives;
    verification::CleanWorld world{settings};
    world.population.controllability << 0.75, 0.75, 0.5;
    world.population.cos_distortion.setConstant(0.8);
    world.population.sin_distortion.setConstant(0.6);
    world.start();
    for (int k = 1; k < 3; ++k) world.set(&state::BlockSlots::reward, 0, k, reward);
    world.begin_year();
    world.plan(incentives::NoReward{});
    return {world.measured_gain(0, 0), world.measured_gain(0, 1), world.measured_gain(0, 2)};
}

TEST(SymbolicGrant, AddsItsGainToATypicalRewardedTargetAndNothingElsewhere)
{
    double const motive = symbolic_motive({.symbolic = 0.1}, 0.75, 1.5);
    auto const gains = gains_with({.symbolic = motive, .council_share = 1.0}, 40.0);
    EXPECT_EQ(gains[0], 0.0);
    EXPECT_NEAR(gains[1], 0.1, 1e-12);
    EXPECT_NEAR(gains[2], 0.1 * (0.5 * 0.5) / (0.75 * 0.75), 1e-12);
}

TEST(SymbolicGrant, DoesNotHangOnTheSizeOfTheReward)
{
    double const motive = symbolic_motive({.symbolic = 0.05}, 0.75, 1.5);
    EXPECT_EQ(gains_with({.symbolic = motive, .council_share = 1.0}, 1.0),
              gains_with({.symbolic = motive, .council_share = 1.0}, 500.0));
    EXPECT_EQ(gains_with({.symbolic = motive, .council_share = 1.0}, 0.0), std::vector<double>(3, 0.0));
}

TEST(SymbolicGrant, LeavesNothingWhereItIsOff) { EXPECT_EQ(symbolic_motive({.symbolic = 0.0}, 0.75, 1.5), 0.0); }
}  // namespace
}  // namespace concordat::delivery
