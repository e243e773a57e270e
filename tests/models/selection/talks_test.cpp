#include "models/selection/talks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concordat::selection
{
namespace
{
TEST(Ranking, ListsTheHighestFirstAndEqualOnesAsTheyCame)
{
    Ranking ranking;
    ranking.add(.2, 7);
    ranking.add(.9, 3);
    ranking.add(.2, 1);
    ranking.add(.5, 4);
    std::vector<int> order;
    ranking.list(order);
    EXPECT_THAT(order, testing::ElementsAre(3, 4, 7, 1));
    ranking.clear();
    ranking.list(order);
    EXPECT_THAT(order, testing::IsEmpty());
}

TEST(Stage, IsOpenOrInOrNeither)
{
    EXPECT_TRUE(is_open(Stage::ask) && !is_in(Stage::ask));
    EXPECT_TRUE(is_in(Stage::parked) && !is_open(Stage::parked));
    EXPECT_FALSE(is_in(Stage::refused) || is_open(Stage::refused));
}
}  // namespace
}  // namespace concordat::selection
