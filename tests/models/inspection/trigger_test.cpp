#include "models/inspection/trigger.hpp"

#include <gtest/gtest.h>

#include <array>

namespace concordat::inspection
{
namespace
{
TEST(Trigger, NeedsTwoParties)
{
    EXPECT_DOUBLE_EQ(chance_of_two(std::array{0.0}), 0.0);
    EXPECT_DOUBLE_EQ(chance_of_two(std::array{0.0, 1.0}), 0.0);
    EXPECT_DOUBLE_EQ(chance_of_two(std::array{0.0, 0.0, 1.0}), 1.0);
}

TEST(Trigger, IsBinomialWherePartiesAreAlike)
{
    // Four parties that act with .3: 1 - .7^4 - 4 .3 .7^3.
    std::array const silent{0.7, 0.7, 0.7, 0.7};
    EXPECT_NEAR(chance_of_two(silent), 1.0 - 0.2401 - 4.0 * 0.3 * 0.343, 1e-15);
    EXPECT_NEAR(chance_of_one(silent, 2), 3.0 * 0.3 * 0.49, 1e-15);
}

TEST(Trigger, AddsUpTheWaysInWhichTwoOfThreeAct)
{
    std::array const silent{0.9, 0.6, 0.2};
    double const two = 0.1 * 0.4 * 0.2 + 0.1 * 0.6 * 0.8 + 0.9 * 0.4 * 0.8, three = 0.1 * 0.4 * 0.8;
    EXPECT_NEAR(chance_of_two(silent), two + three, 1e-15);
}

TEST(Trigger, FallsWithTheSilenceOfAPartyByTheChanceThatItDecides)
{
    std::array silent{0.9, 0.6, 0.2, 0.75};
    constexpr double step = 1e-3;  // the chance is linear in the silence of one party
    for (std::size_t p = 0; p < silent.size(); ++p) {
        double const before = chance_of_two(silent);
        silent[p] -= step;
        EXPECT_NEAR((chance_of_two(silent) - before) / step, chance_of_one(silent, p), 1e-12) << p;
        silent[p] += step;
    }
}
}  // namespace
}  // namespace concordat::inspection
