#include "models/selection/talks.hpp"

#include <gtest/gtest.h>

namespace concordat::selection
{
namespace
{
TEST(Stage, IsOpenOrInOrNeither)
{
    EXPECT_TRUE(is_open(Stage::ask) && !is_in(Stage::ask));
    EXPECT_TRUE(is_in(Stage::parked) && !is_open(Stage::parked));
    EXPECT_FALSE(is_in(Stage::refused) || is_open(Stage::refused));
}
}  // namespace
}  // namespace concordat::selection
