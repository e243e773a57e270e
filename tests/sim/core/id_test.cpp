#include "sim/core/id.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace concordat::core
{
using AppleId = Id<struct AppleTag>;
using PearId = Id<struct PearTag>;

static_assert(!std::is_convertible_v<int, AppleId>, "a number is not an id unless it says so");
static_assert(!std::is_convertible_v<AppleId, int>);
static_assert(!std::is_convertible_v<AppleId, PearId>, "ids of different tables do not mix");
static_assert(!std::is_constructible_v<AppleId, PearId>);
static_assert(!std::is_assignable_v<AppleId&, PearId>);
static_assert(std::is_trivially_copyable_v<AppleId> && sizeof(AppleId) == 4);

template <class A, class B>
concept Comparable = requires(A a, B b)
{
    a == b;
};
static_assert(Comparable<AppleId, AppleId> && !Comparable<AppleId, PearId> &&
              !Comparable<AppleId, int>);

TEST(Id, NamesNothingUntilItIsGivenAPosition)
{
    EXPECT_FALSE(AppleId{}.valid());
    EXPECT_TRUE(AppleId{0}.valid());
    EXPECT_EQ(AppleId{7}.index(), 7);
}

TEST(Id, IsOrderedByPosition)
{
    EXPECT_LT(AppleId{1}, AppleId{2});
    EXPECT_EQ(AppleId{2}, AppleId{2});
    EXPECT_LT(AppleId{}, AppleId{0});
}
}  // namespace concordat::core
