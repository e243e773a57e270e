#include "models/scenario/parameter_space.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace concordat::scenario
{
namespace
{
using config::ParameterType;

TEST(ParameterSpace, GoesFromOneEndToTheOther)
{
    ParameterSpace const space{.path = "a.b", .low = -2.0, .high = 6.0};
    EXPECT_EQ(space.value_at(0.0), "-2");
    EXPECT_EQ(space.value_at(0.5), "2");
    EXPECT_EQ(space.value_at(1.0), "6");
    EXPECT_EQ(space.describe(), "-2 to 6");
}

TEST(ParameterSpace, OnALogScaleMultipliesByTheSameFactor)
{
    ParameterSpace const space{.path = "a.b", .low = 1.0, .high = 16.0, .logarithmic = true};
    EXPECT_EQ(space.value_at(0.0), "1");
    EXPECT_NEAR(std::stod(space.value_at(0.25)), 2.0, 1e-12);
    EXPECT_NEAR(std::stod(space.value_at(0.75)), 8.0, 1e-12);
}

TEST(ParameterSpace, OfWholeNumbersAndWordsReachesBothEndsAndNoFurther)
{
    ParameterSpace const whole{.path = "a.b", .type = ParameterType::integer, .low = 3.0, .high = 5.0};
    EXPECT_EQ(whole.value_at(0.0), "3");
    EXPECT_EQ(whole.value_at(0.4), "4");
    EXPECT_EQ(whole.value_at(1.0), "5");
    ParameterSpace const words{.path = "a.b", .type = ParameterType::word, .words = {"x", "y"}};
    EXPECT_EQ(words.value_at(0.0), "x");
    EXPECT_EQ(words.value_at(1.0), "y");
    EXPECT_EQ(words.describe(), "x, y");
}

TEST(ParameterSpace, OfAParameterIsItsOwnRangeWhereThatHasEnds)
{
    core::Problems problems;
    config::ParameterRecord record{.path = "a.b", .type = ParameterType::number};
    record.range = {.low = 0.0, .high = std::numeric_limits<double>::infinity()};
    EXPECT_FALSE(own_space(record, {.file = "here"}, problems));
    EXPECT_EQ(problems.size(), 1U);
    record.range = {.low = 0.0, .high = 3.0};
    EXPECT_EQ(own_space(record, {}, problems)->describe(), "0 to 3");
    record.type = ParameterType::flag;
    EXPECT_EQ(own_space(record, {}, problems)->describe(), "false, true");
}
}  // namespace
}  // namespace concordat::scenario
