#include "models/selection/picking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concordat::selection
{
namespace
{
using testing::ElementsAre;
using testing::IsEmpty;

bool is_even(int k) { return k % 2 == 0; }

TEST(Picking, ListsThePositionsThatPass)
{
    std::vector<int> out{9, 9};
    pick(5, is_even, out);
    EXPECT_THAT(out, ElementsAre(0, 2, 4));
    pick(0, is_even, out);
    EXPECT_THAT(out, IsEmpty());
}

TEST(Picking, ListsThoseOfAnotherListThatPassInItsOrder)
{
    std::vector<int> out;
    pick(std::vector{6, 3, 2, 5}, is_even, out);
    EXPECT_THAT(out, ElementsAre(6, 2));
}

TEST(Picking, LeavesThoseInAListThatPass)
{
    std::vector<int> list{6, 3, 2, 5};
    keep(list, is_even);
    EXPECT_THAT(list, ElementsAre(6, 2));
    keep(list, [](int) { return false; });
    EXPECT_THAT(list, IsEmpty());
}
}  // namespace
}  // namespace concordat::selection
