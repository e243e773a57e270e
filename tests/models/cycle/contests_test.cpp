#include "models/cycle/contests.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_pack.hpp"

namespace concordat::cycle
{
namespace
{
/// Eight areas in a row, each nearest to the next ones in turn; two indicators. Everybody has the
/// first one in slot 0, areas 0, 2 and 4 the second one in slot 1.
struct Row
{
    state::Pack pack = make();
    state::Agreement agreement{};
    state::Performance performance{};

    Row()
    {
        agreement.selected = state::AreaFlagTable::Zero(8, 2);
        agreement.item = state::AreaIntTable::Constant(8, 2, -1);
        agreement.count.assign(8, 1);
        agreement.statutory.assign(8, 0);
        agreement.selected.col(0).setOnes();
        agreement.item.col(0).setZero();
        for (int const i : {0, 2, 4}) {
            agreement.selected(i, 1) = 1;
            agreement.item(i, 1) = 1;
            agreement.count[static_cast<std::size_t>(i)] = 2;
        }
        performance.reward = state::AreaTable::Constant(8, 2, 40.0);
        performance.value_added = state::AreaTable::Zero(8, 2);
    }

    static state::Pack make()
    {
        auto pack = support::make_small_pack(8, 2);
        for (int i = 0; i < 8; ++i) {
            for (int step = 1; step < 8; ++step) {
                pack.areas[static_cast<std::size_t>(i)].neighbours.emplace_back((i + step) % 8);
            }
        }
        return pack;
    }

    Contests form(int fewest, int most, int most_chosen = 0)
    {
        Contests contests{pack,
                          {.winner_share = 0.5, .min_contestants = fewest, .max_contestants = most,
                           .most_chosen = most_chosen, .remaining = {}}};
        contests.resize(agreement, performance);
        contests.form(agreement, performance);
        return contests;
    }
};

TEST(Contests, ReferenceGroupsAreTheNearestAreasThatChoseTheIndicator)
{
    Row row;
    auto const contests = row.form(2, 4);
    for (int i = 0; i < 8; ++i) EXPECT_EQ(row.performance.contestants(i, 0), 4) << i;
    row.performance.value_added.col(0) << 1, 2, 4, 8, 16, 32, 64, 128;
    EXPECT_DOUBLE_EQ(contests.rival_mean(row.performance, 0, 0, 0), (2 + 4 + 8) / 3.0);
    EXPECT_DOUBLE_EQ(contests.rival_mean(row.performance, 6, 0, 0), (128 + 1 + 2) / 3.0);
    // The second indicator: area 4's rivals are 0 and 2, across four areas that did not choose it.
    row.performance.value_added.col(1) << 1, 99, 3, 99, 5, 99, 99, 99;
    EXPECT_EQ(row.performance.contestants(4, 1), 3);
    EXPECT_DOUBLE_EQ(contests.rival_mean(row.performance, 4, 1, 1), 2.0);
}

TEST(Contests, TooSmallAGroupHoldsNone)
{
    Row row;
    (void)row.form(4, 8);
    EXPECT_EQ(row.performance.contestants(0, 1), 0);
    EXPECT_EQ(row.performance.contestants(0, 0), 8);
    (void)row.form(3, 8);
    EXPECT_EQ(row.performance.contestants(0, 1), 3);
}

TEST(Contests, TargetsWithoutARewardAreNotContested)
{
    Row row;
    row.performance.reward(3, 0) = 0.0;
    (void)row.form(2, 8);
    EXPECT_EQ(row.performance.contestants(3, 0), 0);
    EXPECT_EQ(row.performance.contestants(2, 0), 8) << "it is still a rival of the others";
}

TEST(Contests, AreHeldOnTheIndicatorsThatMostAreasChoseForReward)
{
    Row row;
    (void)row.form(2, 8, 1);
    EXPECT_EQ(row.performance.contestants(0, 0), 8);
    EXPECT_EQ(row.performance.contestants(0, 1), 0);
    // Once six areas no longer have a reward on the first indicator, the second is the more popular one.
    for (int const i : {0, 1, 2, 3, 5, 7}) row.performance.reward(i, 0) = 0.0;
    (void)row.form(2, 8, 1);
    EXPECT_EQ(row.performance.contestants(4, 0), 0);
    EXPECT_EQ(row.performance.contestants(4, 1), 3);
    (void)row.form(2, 8, 2);
    EXPECT_EQ(row.performance.contestants(4, 0), 8) << "as many as there are: all";
}

TEST(Contests, OfEquallyPopularIndicatorsThatWithTheLowerNumberIsContested)
{
    Row row;
    for (int const i : {1, 3, 5, 6, 7}) row.performance.reward(i, 0) = 0.0;
    std::swap(row.pack.indicators[0].number, row.pack.indicators[1].number);
    (void)row.form(2, 8, 1);
    EXPECT_EQ(row.performance.contestants(2, 0), 0);
    EXPECT_EQ(row.performance.contestants(2, 1), 3);
}

TEST(Contests, RankCountsRivalsAheadAndLevel)
{
    Row row;
    auto const contests = row.form(2, 8);
    row.performance.value_added.col(0) << 5, 5, 7, 1, 5, 9, 0, 0;
    auto const rank = contests.rank(row.performance, 0, 0, 0);
    EXPECT_EQ(rank.ahead, 2);
    EXPECT_EQ(rank.level, 2);
    auto const last = contests.rank(row.performance, 7, 0, 0);
    EXPECT_EQ(last.ahead, 6);
    EXPECT_EQ(last.level, 1);
}

TEST(Contests, FormingAgainForgetsTheGroupsBefore)
{
    Row row;
    auto const contests = row.form(3, 8);
    EXPECT_EQ(row.performance.contestants(4, 1), 3);
    row.agreement.selected(2, 1) = 0;
    row.agreement.item(2, 1) = -1;
    row.agreement.count[2] = 1;
    contests.form(row.agreement, row.performance);
    EXPECT_EQ(row.performance.contestants(4, 1), 0);
    EXPECT_EQ(row.performance.contestants(2, 1), 0);
}

TEST(Contests, WhoHoldsAnItemTogetherContestsItWithNobody)
{
    Row row;
    state::JointItems joint;
    joint.holders = state::AreaIntTable::Zero(8, 2);
    joint.holders(0, 0) = joint.holders(1, 0) = 2;
    joint.list = {{.indicator = 0, .holders = 2, .area = {0, 1}, .slot = {0, 0}}};
    Contests const contests{row.pack,
                            {.winner_share = 0.5, .min_contestants = 2, .max_contestants = 8, .most_chosen = 0, .remaining = {}}};
    contests.resize(row.agreement, row.performance);
    contests.form(row.agreement, row.performance, joint);
    for (int const i : {0, 1}) EXPECT_EQ(row.performance.contestants(i, 0), 0) << i;
    for (int i = 2; i < 8; ++i) EXPECT_EQ(row.performance.contestants(i, 0), 6) << i;
    EXPECT_EQ(row.performance.contestants(0, 1), 3) << "the other item is contested as before";
}
}  // namespace
}  // namespace concordat::cycle
