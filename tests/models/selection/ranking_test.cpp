#include "models/selection/ranking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace concordat::selection
{
namespace
{
std::vector<int> list(std::vector<double> const& scores)
{
    Ranking ranking;
    ranking.reserve(scores.size());
    int item = 0;
    for (double const score : scores) ranking.add(score, item++);
    std::vector<int> order;
    ranking.list(order);
    return order;
}

std::vector<int> sort(std::vector<double> const& scores)
{
    std::vector<int> order(scores.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores[a] > scores[b]; });
    return order;
}

TEST(Ranking, ListsTheHighestFirstAndEqualOnesAsTheyCame)
{
    Ranking ranking;
    ranking.reserve(4);
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

TEST(Ranking, LeavesOutWhatIsNotWanted)
{
    Ranking ranking;
    ranking.reserve(2);
    ranking.add(.2, 7);
    ranking.add(.9, 3, false);
    ranking.add(.5, 4);
    std::vector<int> order;
    ranking.list(order);
    EXPECT_THAT(order, testing::ElementsAre(4, 7));
}

TEST(Ranking, ListsAnyNumberOfItemsLikeAStableSort)
{
    for (int count : {1, 7, 8, 31, 32, 33, 64, 97, 200}) {
        std::vector<double> scores;
        for (int n = 0; n < count; ++n) scores.push_back(std::fmod(7.3 * n, 5.0) - 2.5);
        EXPECT_EQ(list(scores), sort(scores)) << count;
    }
}

TEST(Ranking, TellsApartWhatSinglePrecisionCannot)
{
    std::vector<double> scores;
    for (int n = 0; n < 50; ++n) scores.push_back(1.0 + 1e-14 * ((n * 17) % 50));
    EXPECT_EQ(list(scores), sort(scores));
    EXPECT_EQ(list({1e6, 1e6 + 1e-9, -1e6 - 1e-9, -1e6, 0.0}), (std::vector<int>{1, 0, 4, 3, 2}));
}
}  // namespace
}  // namespace concordat::selection
