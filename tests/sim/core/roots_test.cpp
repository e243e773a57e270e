#include "sim/core/roots.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace concordat::core
{
TEST(Bisect, FindsARootToTheLastBit)
{
    double const root = bisect([](double x) { return x * x - 2.0; }, 0.0, 2.0);
    EXPECT_NEAR(root, std::numbers::sqrt2, 2.3e-16);
}

TEST(Bisect, WorksOnFallingFunctionsAndReversedSigns)
{
    EXPECT_NEAR(bisect([](double x) { return 2.0 - x * x; }, 0.0, 2.0), std::numbers::sqrt2,
                2.3e-16);
    EXPECT_EQ(bisect([](double x) { return 3.0 - x; }, -10.0, 10.0), 3.0);
}

TEST(Bisect, ReturnsAnEndThatIsARoot)
{
    EXPECT_EQ(bisect([](double x) { return x; }, 0.0, 1.0), 0.0);
    EXPECT_EQ(bisect([](double x) { return x - 1.0; }, 0.0, 1.0), 1.0);
    EXPECT_EQ(bisect([](double x) { return -x; }, 0.0, 1.0), 0.0);
}

TEST(Bisect, FindsTheJumpOfAStep)
{
    double const at = bisect([](double x) { return x < 0.3 ? -1.0 : 1.0; }, 0.0, 1.0);
    EXPECT_NEAR(at, 0.3, 1e-16);
}

TEST(Bisect, RefusesABracketWithoutChangeOfSign)
{
    auto const square = [](double x) { return x * x + 1.0; };
    EXPECT_THROW(static_cast<void>(bisect(square, -1.0, 1.0)), std::logic_error);
    EXPECT_THROW(static_cast<void>(bisect([](double x) { return x; }, 1.0, -1.0)),
                 std::logic_error);
    EXPECT_THROW(static_cast<void>(bisect([](double) { return std::nan(""); }, 0.0, 1.0)),
                 std::logic_error);
}
}  // namespace concordat::core
