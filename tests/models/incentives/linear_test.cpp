#include "models/incentives/linear.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/scheme_kit.hpp"

namespace concordat::incentives
{
namespace
{
TEST(Linear, GivesTheWholeRewardAtExactlyTheAgreedLevel)
{
    auto const in = support::make_slots();
    std::vector<core::Lanes> paid(5);
    Linear{{}}.pay(in, in.target, paid);
    for (std::size_t k = 0; k < 5; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            EXPECT_NEAR(paid[k][lane], in.reward[k][lane], 1e-12);
        }
    }
}

TEST(Linear, ChargesForWhatIsBelowTheTrend)
{
    auto const in = support::make_slots();
    std::vector<core::Lanes> above(5), below(5), up(in.announced), down(in.announced);
    for (std::size_t k = 0; k < 5; ++k) {
        up[k] += 0.3;
        down[k] -= 0.3;
    }
    Linear{{}}.pay(in, up, above);
    Linear{{}}.pay(in, down, below);
    for (std::size_t k = 0; k < 5; ++k) EXPECT_NEAR(above[k][0], -below[k][0], 1e-12);
}

TEST(Linear, IgnoresAShockThatComparatorsShareInFull)
{
    auto const in = support::make_slots();
    auto shocked = in;
    auto reported = in.expected;
    std::vector<core::Lanes> calm(5), paid(5);
    Linear const scheme{{.comparator_share = 1.0}};
    scheme.pay(in, reported, calm);
    for (std::size_t k = 0; k < 5; ++k) {
        reported[k] -= 1.7;
        shocked.rival_gain[k] -= 1.7;
    }
    scheme.pay(shocked, reported, paid);
    for (std::size_t k = 0; k < 5; ++k) EXPECT_NEAR(paid[k][1], calm[k][1], 1e-11);
}

TEST(Linear, PaysAShareOfTheValueToSociety)
{
    auto const in = support::make_slots();
    std::vector<state::Slope> slope(5);
    Linear{{.base = LinearBase::social_value, .social_share = 0.1}}.price(in, slope);
    EXPECT_NEAR(slope[1].value[0], 0.1 * in.social_value[1][0], 1e-12);
    EXPECT_EQ(slope[3].value[0], 0.0) << "no reward is offered on this one";
}

TEST(BestComparatorShare, IsZeroWithoutACommonShockAndNearOneAmongMany)
{
    EXPECT_EQ(best_comparator_share(1.0, 0.0, 10).share, 0.0);
    EXPECT_EQ(best_comparator_share(1.0, 0.0, 10).variance, 1.0);
    EXPECT_NEAR(best_comparator_share(1.0, 1.0, 100000).share, 1.0, 1e-4);
}
}  // namespace
}  // namespace concordat::incentives
