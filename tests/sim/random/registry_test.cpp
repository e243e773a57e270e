#include "sim/random/registry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

namespace concordat::random
{
TEST(RequireDistinct, AcceptsDifferentNames)
{
    EXPECT_NO_THROW(require_distinct({}));
    EXPECT_NO_THROW(
        require_distinct(std::array{Purpose{"a"}, Purpose{"b"}, Purpose{"ab"}, Purpose{""}}));
}

TEST(RequireDistinct, NamesTheDuplicate)
{
    auto const purposes =
        std::array{Purpose{"demands.seats"}, Purpose{"levels.noise"}, Purpose{"demands.seats"}};
    try {
        require_distinct(purposes);
        FAIL() << "no exception";
    } catch (std::logic_error const& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("'demands.seats'"));
    }
}

TEST(Purpose, HashIsFnv1aOfTheName)
{
    // Published values of 64-bit FNV-1a (Fowler, Noll and Vo).
    static_assert(Purpose{""}.hash() == 0xcbf29ce484222325ULL);
    EXPECT_EQ(Purpose{"a"}.hash(), 0xaf63dc4c8601ec8cULL);
    EXPECT_EQ(Purpose{"foobar"}.hash(), 0x85944171f73967e8ULL);
    EXPECT_EQ(Purpose{"foobar"}.name(), "foobar");
}
}  // namespace concordat::random
