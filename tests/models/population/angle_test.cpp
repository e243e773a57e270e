#include "models/population/angle.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace concordat::population
{
namespace
{
TEST(Angle, AgreesWithTheMathematicalLibraryOverItsWholeRange)
{
    for (int step = 0; step <= 900; ++step) {
        double const degrees = step / 10.0;
        double const radians = degrees * 3.14159265358979323846 / 180.0;
        Angle const angle = resolve_angle(degrees);
        EXPECT_NEAR(angle.cosine, std::cos(radians), 1e-15);
        EXPECT_NEAR(angle.sine, std::sin(radians), 1e-15);
    }
}

TEST(Angle, OfNoDistortionIsExact)
{
    EXPECT_EQ(resolve_angle(0.0).cosine, 1.0);
    EXPECT_EQ(resolve_angle(0.0).sine, 0.0);
}

TEST(Angle, BeyondARightAngleIsAProgrammersMistake)
{
    EXPECT_THROW((void)resolve_angle(90.1), std::logic_error);
    EXPECT_THROW((void)resolve_angle(-0.1), std::logic_error);
}
}  // namespace
}  // namespace concordat::population
