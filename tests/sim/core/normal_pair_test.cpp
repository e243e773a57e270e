#include "sim/core/normal_pair.hpp"

#include <gtest/gtest.h>

namespace concordat::core
{
namespace
{
TEST(NormalPair, HoldsTheBitsOfTheTwoFunctions)
{
    for (double z = -45.0; z <= 45.0; z += 0.37) {
        auto const pair = normal_pair(Lanes{z});
        EXPECT_EQ(pair.pdf[0], normal_pdf(z)) << z;
        EXPECT_EQ(pair.cdf[0], normal_cdf(z)) << z;
    }
}
}  // namespace
}  // namespace concordat::core
