#include "sim/core/characters.hpp"

#include <gtest/gtest.h>

namespace concordat::core
{
namespace
{
TEST(Characters, AreCountedAndNotTheirBytes)
{
    EXPECT_EQ(count_characters("£ per head"), 10U);
    EXPECT_EQ(count_characters("“half” – done"), 13U);
    EXPECT_EQ(count_characters(""), 0U);
}
}  // namespace
}  // namespace concordat::core
