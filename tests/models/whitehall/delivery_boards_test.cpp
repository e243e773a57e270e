#include "models/whitehall/delivery_boards.hpp"

#include <gtest/gtest.h>

#include "tests/support/whitehall_pack.hpp"

namespace concordat::whitehall
{
namespace
{
using core::Share;

struct Table
{
    explicit Table(WhitehallParams const& params, state::Pack pack_in = support::make_whitehall_pack())
        : pack{std::move(pack_in)}, layer{pack, params}, boards{pack, params, layer}
    {
        centre.resize(3, 6, 3, 3);
    }

    state::Centre const& settle(std::uint32_t replicate = 0, std::uint32_t round = 0)
    {
        boards.settle({5, replicate, round}, centre);
        return centre;
    }

    state::Pack pack;
    PsaLayer layer;
    DeliveryBoards boards;
    state::Centre centre{};
};

/// Spillovers as the population draws them: 101 on 102 (-.6 at scale 2), something else on 102, 103 on 101.
state::Population make_population()
{
    state::Population population;
    population.spillovers.begin = {0, 1, 3, 3, 3, 4, 4};
    population.spillovers.from = {2, 0, 5, 3};
    population.spillovers.value = {-.2, -.6, .15, .4};
    return population;
}

TEST(DeliveryBoards, LeaveConflictsAsTheyAreWhereNobodyBringsThemUp)
{
    auto params = support::make_neutral_whitehall();
    params.boards.trade = Share{1.0};
    Table table{params};
    EXPECT_TRUE((table.settle().conflict_left == 1.0).all());
    EXPECT_EQ(table.centre.conflict_scale, 1.0);
}

TEST(DeliveryBoards, TradeAwayThePartThatWeightsAndTradingReach)
{
    auto params = support::make_neutral_whitehall();
    params.boards = {.reveal = Share{1.0}, .trade = Share{0.5}};
    params.effort.others_weight = Share{0.1};
    Table table{params};
    table.settle();
    EXPECT_NEAR(table.centre.conflict_left(0), 0.5 * 0.9, 1e-15);
    EXPECT_EQ(table.centre.conflict_left(1), 0.0) << "one department leads both";
    EXPECT_EQ(table.centre.conflict_left(2), 1.0) << "help is no conflict";
    EXPECT_NEAR(table.centre.conflict_scale, 0.45 * 0.3 / 0.4, 1e-15);
}

TEST(DeliveryBoards, RevealMoreWithABetterBoardANetworkAndMinisters)
{
    auto const count = [](double reveal, double known, double authority) {
        auto params = support::make_neutral_whitehall();
        params.boards = {.reveal = Share{reveal}, .trade = Share{1.0}, .known_beforehand = Share{known}};
        params.ministers.authority = Share{authority};
        Table table{params};
        int revealed = 0;
        for (std::uint32_t r = 0; r < 2000; ++r) revealed += table.settle(r).conflict_left(0) == 0.0 ? 1 : 0;
        return revealed / 2000.0;
    };
    constexpr double tolerance = 0.056;  // five standard errors at most
    EXPECT_NEAR(count(0.3, 0.0, 0.0), 0.3, tolerance);
    EXPECT_NEAR(count(0.8, 0.0, 0.0), 0.8, tolerance);
    EXPECT_NEAR(count(0.3, 0.2, 0.0), 0.44, tolerance);
    EXPECT_NEAR(count(0.3, 0.0, 0.5), 0.65, tolerance) << "101 belongs to a priority agreement";
    EXPECT_EQ(count(0.0, 0.0, 1.0), 1.0);
}

TEST(DeliveryBoards, NeverHideWhatAWorseBoardRevealed)
{
    auto params = support::make_neutral_whitehall();
    params.boards = {.reveal = Share{0.3}, .trade = Share{0.5}};
    Table before{params};
    params.boards.reveal = Share{0.8};
    Table after{params};
    for (std::uint32_t r = 0; r < 200; ++r) {
        EXPECT_TRUE((after.settle(r).conflict_left <= before.settle(r).conflict_left).all());
    }
}

TEST(DeliveryBoards, DrawByThePairsNumbersAndTheRound)
{
    auto params = support::make_neutral_whitehall();
    params.boards = {.reveal = Share{0.5}, .trade = Share{1.0}};
    Table here{params};
    Table there{params, support::reverse_whitehall(support::make_whitehall_pack())};
    int changes = 0;
    for (std::uint32_t r = 0; r < 100; ++r) {
        state::PerIndicator const first = here.settle(r, 0).conflict_left;
        EXPECT_TRUE((first == there.settle(r, 0).conflict_left).all());
        changes += (here.settle(r, 1).conflict_left == first).all() ? 0 : 1;
    }
    EXPECT_GT(changes, 40);
}

TEST(DeliveryBoards, PutWhatIsLeftIntoTheSpilloversOnceOrTwice)
{
    auto params = support::make_neutral_whitehall();
    params.named_spillover_scale = 2.0;
    Table table{params};
    auto population = make_population();
    table.boards.apply(table.settle(), population);
    EXPECT_EQ(population.spillovers.value, make_population().spillovers.value) << "neutral to the bit";
    params.boards = {.reveal = Share{1.0}, .trade = Share{0.5}};
    Table trading{params};
    trading.settle();
    for (int times = 0; times < 2; ++times) {
        trading.boards.apply(trading.centre, population);
        EXPECT_EQ(population.spillovers.value[0], 0.0);
        EXPECT_NEAR(population.spillovers.value[1], -.3, 1e-15);
        EXPECT_EQ(population.spillovers.value[2], .15);
        EXPECT_EQ(population.spillovers.value[3], .4);
    }
}
}  // namespace
}  // namespace concordat::whitehall
