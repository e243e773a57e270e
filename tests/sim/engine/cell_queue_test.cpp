#include "sim/engine/cell_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace concordat::engine
{
namespace
{
RunPlan make_plan()
{
    return {.first_replicate = 10, .replicates = 6, .scenarios = 3, .columns = 2, .threads = 1};
}

/// Takes and finishes everything on one thread, draining as it goes.
std::vector<Cell> take_all(CellQueue& queue)
{
    std::vector<Cell> cells;
    while (auto const cell = queue.take()) {
        cells.push_back(*cell);
        queue.finish(*cell);
        if (queue.wait_for_news().replicate) queue.release();
    }
    return cells;
}

TEST(CellQueue, GivesOutAllScenariosOfAReplicateBeforeTheNext)
{
    CellQueue queue{make_plan(), nullptr};
    auto const cells = take_all(queue);
    ASSERT_EQ(cells.size(), 18U);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(cells[i].replicate, 10 + i / 3);
        EXPECT_EQ(cells[i].scenario, i % 3);
    }
}

TEST(CellQueue, ShufflesAllCellsOnceEach)
{
    auto plan = make_plan();
    plan.order = CellOrder::shuffled;
    std::vector<std::vector<std::uint32_t>> orders;
    for (plan.shuffle_seed = 1; plan.shuffle_seed <= 3; ++plan.shuffle_seed) {
        CellQueue queue{plan, nullptr};
        std::vector<std::uint32_t> order;
        while (auto const cell = queue.take()) order.push_back(cell->replicate * 3 + cell->scenario);
        EXPECT_EQ((std::set<std::uint32_t>{order.begin(), order.end()}.size()), 18U);
        EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
        orders.push_back(order);
    }
    EXPECT_NE(orders[0], orders[1]);
    EXPECT_NE(orders[1], orders[2]);
}

TEST(CellQueue, HandsAReplicateToTheDrainOnlyWhenAllItsScenariosAreDone)
{
    CellQueue queue{make_plan(), nullptr};
    for (std::uint32_t s = 0; s < 3; ++s) {
        auto const cell = queue.take();
        auto const row = queue.row(*cell);
        row[0] = s;
        row[1] = -1.0 * s;
        queue.finish(*cell);
        EXPECT_EQ(queue.wait_for_news().replicate.has_value(), s == 2);
    }
    auto const values = queue.wait_for_news().replicate->values;
    EXPECT_EQ((std::vector<double>{values.begin(), values.end()}), (std::vector<double>{0, 0, 1, -1, 2, -2}));
}

TEST(CellQueue, AfterAStopRequestFinishesTheReplicateUnderWayOnly)
{
    std::atomic<bool> stop{false};
    CellQueue queue{make_plan(), &stop};
    for (int i = 0; i < 4; ++i) queue.finish(*queue.take());
    stop = true;
    EXPECT_EQ(queue.take()->scenario, 1U);
    EXPECT_EQ(queue.take()->scenario, 2U);
    EXPECT_FALSE(queue.take().has_value());
}

TEST(CellQueue, AfterAFailureThatStopsFinishesThatReplicateOnly)
{
    auto plan = make_plan();
    plan.failure_policy = FailurePolicy::stop_at_once;
    CellQueue queue{plan, nullptr};
    queue.fail(*queue.take(), "no root");
    EXPECT_EQ(queue.take()->scenario, 1U);
    EXPECT_EQ(queue.take()->scenario, 2U);
    EXPECT_FALSE(queue.take().has_value());
}

TEST(CellQueue, ForAPlanWithoutScenariosIsAProgrammersMistake)
{
    EXPECT_THROW((CellQueue{RunPlan{.replicates = 1, .columns = 1}, nullptr}), std::logic_error);
}
}  // namespace
}  // namespace concordat::engine
