#include "sim/engine/run_cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>
#include <set>

#include "sim/engine/study_sink.hpp"
#include "tests/support/executor_case.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_worker.hpp"

namespace concordat::engine
{
namespace
{
using namespace std::chrono_literals;

/// Keeps what it is given, and calls the test after each replicate.
class KeepingSink final : public RowSink
{
  public:
    explicit KeepingSink(std::function<void(ReplicateResult const&)> after = {}) : after_{std::move(after)} {}

    void accept(ReplicateResult const& result) override
    {
        replicates.push_back(result.replicate);
        values.insert(values.end(), result.values.begin(), result.values.end());
        failures.insert(failures.end(), result.failures.begin(), result.failures.end());
        if (after_) after_(result);
    }

    [[nodiscard]] bool has_enough() const override { return replicates.size() == enough; }

    std::vector<std::uint32_t> replicates{};
    std::vector<double> values{};
    std::vector<store::CellFailure> failures{};
    std::size_t enough{SIZE_MAX};  ///< [replicates]

  private:
    std::function<void(ReplicateResult const&)> after_;
};

std::vector<std::uint32_t> count_up(std::uint32_t first, std::uint32_t end)
{
    std::vector<std::uint32_t> numbers;
    for (auto i = first; i < end; ++i) numbers.push_back(i);
    return numbers;
}

class RunCellsTest : public testing::TestWithParam<test::ExecutorCase>
{
  protected:
    RunReport run(RunPlan const& plan, WorkerFactory const& workers, RowSink& sink, RunControl const& control = {})
    {
        return run_cells(plan, workers, sink, *GetParam().make(), control);
    }

    /// The hash of the results of a study run this way.
    std::string hash_of(std::string const& name, int threads, CellOrder order, std::uint64_t shuffle_seed)
    {
        auto const writer = store::StudyWriter::create(folder / name, test::make_toy_plan(30));
        StudySink sink{*writer};
        auto plan = test::make_toy_run(*writer, threads);
        plan.order = order;
        plan.shuffle_seed = shuffle_seed;
        run(plan, test::make_toy_workers(test::dawdle), sink);
        return writer->finish(test::toy_ending()).results_hash;
    }

    test::TemporaryFolder folder;
};

TEST_P(RunCellsTest, GivesTheSameBytesForAnyThreadsAndOrder)
{
    auto const expected = test::write_toy_study(folder / "whole", 30).results_hash;
    for (int const threads : {1, 2, 7}) {
        auto const name = std::to_string(threads);
        EXPECT_EQ(hash_of("in_order_" + name, threads, CellOrder::in_order, 0), expected);
        EXPECT_EQ(hash_of("shuffled_" + name, threads, CellOrder::shuffled, 1), expected);
        EXPECT_EQ(hash_of("again_" + name, threads, CellOrder::shuffled, 2), expected);
        EXPECT_EQ(test::read_contract_files(folder / ("again_" + name)), test::read_contract_files(folder / "whole"));
    }
}

TEST_P(RunCellsTest, ReallyRunsThatManyThreadsEachWithAWorldOfItsOwn)
{
    for (int const threads : {1, 2, 7}) {
        std::mutex mutex;
        std::condition_variable everybody;
        std::set<std::thread::id> present;
        std::atomic<int> worlds{0};
        auto const meet = [&](Cell) {
            std::unique_lock lock{mutex};
            present.insert(std::this_thread::get_id());
            everybody.notify_all();
            everybody.wait_for(lock, 10s, [&] { return present.size() == static_cast<std::size_t>(threads); });
        };
        auto const workers = [&]() -> std::unique_ptr<CellWorker> {
            ++worlds;
            return std::make_unique<test::ToyWorker>(meet);
        };
        KeepingSink sink;
        EXPECT_EQ(run(test::make_toy_run(test::make_toy_plan(20), threads), workers, sink).failures.size(), 0U);
        EXPECT_EQ(present.size(), static_cast<std::size_t>(threads));
        EXPECT_EQ(worlds, threads);
        EXPECT_FALSE(present.contains(std::this_thread::get_id()));
    }
}

TEST_P(RunCellsTest, HandlesPlansSmallerThanTheThreads)
{
    KeepingSink none;
    EXPECT_EQ(run(test::make_toy_run(test::make_toy_plan(0), 7), test::make_toy_workers(), none).status, RunStatus::complete);
    EXPECT_TRUE(none.replicates.empty());
    KeepingSink one;
    EXPECT_EQ(run(test::make_toy_run(test::make_toy_plan(1), 7), test::make_toy_workers(), one).replicates, 1U);
    EXPECT_EQ(one.values, test::toy_values(test::make_toy_plan(1), 0));
}

TEST_P(RunCellsTest, HoldsNoMoreRowsForMoreReplicates)
{
    for (int const threads : {1, 3}) {
        auto const cells_ahead = 4U * static_cast<unsigned>(threads);
        for (std::uint32_t const replicates : {50U, 2000U}) {
            KeepingSink slow{[&](auto const& result) {
                if (result.replicate % 50 == 0) std::this_thread::sleep_for(2ms);
            }};
            auto const report = run(test::make_toy_run(test::make_toy_plan(replicates), threads), test::make_toy_workers(), slow);
            EXPECT_LE(report.most_rows_held, cells_ahead + 2 * 3);
            EXPECT_EQ(slow.replicates, count_up(0, replicates));
        }
    }
}

TEST_P(RunCellsTest, StopsOnRequestAfterAWholeReplicateAndGoesOnLaterToTheSameBytes)
{
    test::write_toy_study(folder / "whole", 40);
    for (int const threads : {1, 2, 7}) {
        auto const path = folder / ("study_" + std::to_string(threads));
        {
            auto const writer = store::StudyWriter::create(path, test::make_toy_plan(40));
            StudySink sink{*writer};
            std::atomic<bool> stop{false};
            auto const workers = test::make_toy_workers([&](Cell cell) {
                test::dawdle(cell);
                if (cell.replicate == 11 && cell.scenario == 1) stop = true;
            });
            auto const report = run(test::make_toy_run(*writer, threads), workers, sink, {.stop = &stop});
            EXPECT_EQ(report.status, RunStatus::stopped);
            EXPECT_GE(report.replicates, 12U);
            EXPECT_LE(report.replicates, 12U + static_cast<unsigned>(threads));
            EXPECT_EQ(report.next_replicate, report.replicates);
            EXPECT_EQ(writer->finish(test::toy_ending()).replicates, report.replicates);
        }
        auto const writer = store::StudyWriter::resume(path);
        StudySink sink{*writer};
        EXPECT_EQ(run(test::make_toy_run(*writer, threads), test::make_toy_workers(), sink).status, RunStatus::complete);
        writer->finish(test::toy_ending());
        EXPECT_EQ(test::read_contract_files(path), test::read_contract_files(folder / "whole"));
    }
}

TEST_P(RunCellsTest, EndsAtTheReplicateThatIsEnoughWhateverTheThreads)
{
    for (int const threads : {1, 2, 7}) {
        KeepingSink sink;
        sink.enough = 13;
        auto const report = run(test::make_toy_run(test::make_toy_plan(1000), threads),
                                test::make_toy_workers(test::dawdle), sink);
        EXPECT_EQ(report.status, RunStatus::enough);
        EXPECT_EQ(report.next_replicate, 13U);
        EXPECT_EQ(sink.replicates, count_up(0, 13));
    }
    KeepingSink all;
    all.enough = 10;
    EXPECT_EQ(run(test::make_toy_run(test::make_toy_plan(10), 2), test::make_toy_workers(), all).status, RunStatus::complete);
}

TEST_P(RunCellsTest, EndsAfterAWholeReplicateWhenItsTimeIsOver)
{
    double now = 0;
    KeepingSink sink;
    auto const report = run(test::make_toy_run(test::make_toy_plan(1000), 2), test::make_toy_workers(test::dawdle), sink,
                            {.clock = [&] { return now += 1; }, .time_limit = 20});
    EXPECT_EQ(report.status, RunStatus::out_of_time);
    EXPECT_GT(report.replicates, 0U);
    EXPECT_LT(report.replicates, 30U);
    EXPECT_EQ(sink.replicates, count_up(0, report.next_replicate));
    KeepingSink quick;
    EXPECT_EQ(run(test::make_toy_run(test::make_toy_plan(3), 2), test::make_toy_workers(), quick,
                  {.clock = [&] { return now; }, .time_limit = 20}).status, RunStatus::complete);
}

TEST_P(RunCellsTest, RunsNothingWhenStoppedBeforeItBegins)
{
    std::atomic<bool> const stop{true};
    for (auto const order : {CellOrder::in_order, CellOrder::shuffled}) {
        auto plan = test::make_toy_run(test::make_toy_plan(10), 2);
        plan.order = order;
        KeepingSink sink;
        auto const report = run(plan, test::make_toy_workers(), sink, {.stop = &stop});
        EXPECT_EQ(report.status, RunStatus::stopped);
        EXPECT_EQ(report.replicates, 0U);
        EXPECT_TRUE(sink.replicates.empty());
    }
}

/// Two scenarios fail in replicate 9, one in 14.
void fail_sometimes(Cell cell)
{
    test::dawdle(cell);
    if (cell.replicate == 9 && cell.scenario != 1) throw std::runtime_error{"no root in scenario " + std::to_string(cell.scenario)};
    if (cell.replicate == 14 && cell.scenario == 1) throw 14;
}

TEST_P(RunCellsTest, ListsFailedReplicatesAndGoesOn)
{
    for (int const threads : {1, 2, 7}) {
        KeepingSink sink;
        auto const report = run(test::make_toy_run(test::make_toy_plan(20), threads), test::make_toy_workers(fail_sometimes), sink);
        std::vector<store::CellFailure> const expected{{9, 0, "no root in scenario 0"},
                                                       {9, 2, "no root in scenario 2"},
                                                       {14, 1, "an exception of unknown type"}};
        EXPECT_EQ(report.status, RunStatus::complete);
        EXPECT_EQ(report.failures, expected);
        EXPECT_EQ(sink.failures, expected);
        EXPECT_EQ(sink.replicates, count_up(0, 20));
        EXPECT_TRUE(std::isnan(sink.values[(9 * 3 + 0) * 4]));
        EXPECT_EQ(sink.values[(9 * 3 + 1) * 4], test::toy_value(9, 1, 0));
    }
}

TEST_P(RunCellsTest, StopsAtTheFirstFailureAtTheSameReplicateForAnyThreadsAndOrder)
{
    for (int const threads : {1, 2, 7}) {
        for (auto const order : {CellOrder::in_order, CellOrder::shuffled}) {
            auto plan = test::make_toy_run(test::make_toy_plan(20), threads);
            plan.failure_policy = FailurePolicy::stop_at_once;
            plan.order = order;
            KeepingSink sink;
            auto const report = run(plan, test::make_toy_workers(fail_sometimes), sink);
            EXPECT_EQ(report.status, RunStatus::failed);
            EXPECT_EQ(report.next_replicate, 9U);
            EXPECT_EQ(report.failures.size(), 2U);
            EXPECT_EQ(sink.replicates, count_up(0, 9));
        }
    }
}

TEST_P(RunCellsTest, MakesAWorldAnewAfterItsCellFailed)
{
    std::atomic<int> worlds{0};
    auto const workers = [&]() -> std::unique_ptr<CellWorker> {
        ++worlds;
        return std::make_unique<test::ToyWorker>(fail_sometimes);
    };
    KeepingSink sink;
    run(test::make_toy_run(test::make_toy_plan(20), 1), workers, sink);
    EXPECT_EQ(worlds, 1 + 3);
}

TEST_P(RunCellsTest, PassesOnWhatTheFactoryThrows)
{
    KeepingSink sink;
    WorkerFactory const workers = []() -> std::unique_ptr<CellWorker> { throw std::domain_error{"no pack"}; };
    EXPECT_THROW(run(test::make_toy_run(test::make_toy_plan(20), 3), workers, sink), std::domain_error);
    EXPECT_TRUE(sink.replicates.empty());
}

TEST_P(RunCellsTest, PassesOnWhatTheSinkThrowsAfterAllThreadsHaveStopped)
{
    KeepingSink sink{[](auto const& result) {
        if (result.replicate == 5) throw std::domain_error{"disk full"};
    }};
    EXPECT_THROW(run(test::make_toy_run(test::make_toy_plan(500), 3), test::make_toy_workers(), sink), std::domain_error);
    EXPECT_EQ(sink.replicates, count_up(0, 6));
}

/// Writes down what it is told.
class KeepingObserver final : public ProgressObserver
{
  public:
    void on_progress(Progress const& progress) override
    {
        heard.push_back(progress);
        threads.insert(std::this_thread::get_id());
    }
    std::vector<Progress> heard{};
    std::set<std::thread::id> threads{};
};

TEST_P(RunCellsTest, TellsProgressOnTheCallingThreadByTheCallersClock)
{
    double now = 100;
    KeepingObserver observer;
    KeepingSink sink;
    run(test::make_toy_run(test::make_toy_plan(25), 3), test::make_toy_workers(test::dawdle), sink,
        {.progress = &observer, .clock = [&] { return now += 0.5; }});
    ASSERT_FALSE(observer.heard.empty());
    EXPECT_EQ(observer.heard.back().done, 75U);
    EXPECT_EQ(observer.heard.front().elapsed, 0.5);
    for (std::size_t i = 1; i < observer.heard.size(); ++i) {
        EXPECT_GE(observer.heard[i].done, observer.heard[i - 1].done);
        EXPECT_EQ(observer.heard[i].total, 75U);
        EXPECT_EQ(observer.heard[i].elapsed, observer.heard[i - 1].elapsed + 0.5);
    }
    EXPECT_THAT(observer.threads, testing::ElementsAre(std::this_thread::get_id()));
}

TEST_P(RunCellsTest, RunsATailOfReplicatesByTheirOwnNumbers)
{
    auto plan = test::make_toy_run(test::make_toy_plan(5), 2);
    plan.first_replicate = 37;
    KeepingSink sink;
    EXPECT_EQ(run(plan, test::make_toy_workers(), sink).next_replicate, 42U);
    EXPECT_EQ(sink.replicates, count_up(37, 42));
    EXPECT_EQ(sink.values[0], test::toy_value(37, 0, 0));
}

INSTANTIATE_TEST_SUITE_P(All, RunCellsTest, test::every_executor(), test::name_of);
}  // namespace
}  // namespace concordat::engine
