#include "sim/core/check.hpp"

#include <gtest/gtest.h>

namespace concordat::core
{
TEST(Require, ThrowsALogicErrorThatSaysWhat)
{
    EXPECT_NO_THROW(require(true, "fine"));
    try {
        require(false, "sizes differ");
        FAIL() << "no exception";
    } catch (std::logic_error const& error) {
        EXPECT_STREQ(error.what(), "programming error: sizes differ");
    }
}
}  // namespace concordat::core
