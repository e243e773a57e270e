#include "sim/engine/executor.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "tests/support/executor_case.hpp"

namespace concordat::engine
{
namespace
{
using namespace std::chrono_literals;

class ExecutorTest : public testing::TestWithParam<test::ExecutorCase>
{
};

/// Lets nobody through before all have come, or a time limit has passed.
class Meeting
{
  public:
    explicit Meeting(int expected) : expected_{expected} {}

    bool attend()
    {
        std::unique_lock lock{mutex_};
        ++present_;
        everybody_.notify_all();
        return everybody_.wait_for(lock, 10s, [&] { return present_ >= expected_; });
    }

  private:
    int expected_;
    int present_{};
    std::mutex mutex_{};
    std::condition_variable everybody_{};
};

TEST_P(ExecutorTest, RunsAllThreadsAtOnceOnHoweverFewCores)
{
    for (int const threads : {1, 2, 7, 3}) {
        Meeting meeting{threads};
        std::atomic<int> met{0};
        GetParam().make()->run(threads, [&](int) { met += meeting.attend() ? 1 : 0; }, [] {});
        EXPECT_EQ(met, threads);
    }
}

TEST_P(ExecutorTest, GivesEachPieceOfWorkToAThreadOfItsOwnAndDrainsOnTheCallingThread)
{
    constexpr int threads = 5;
    Meeting meeting{threads};
    std::vector<std::thread::id> ids(threads);
    std::thread::id drain;
    GetParam().make()->run(
        threads,
        [&](int i) {
            ids[static_cast<std::size_t>(i)] = std::this_thread::get_id();
            meeting.attend();
        },
        [&] { drain = std::this_thread::get_id(); });
    EXPECT_EQ(drain, std::this_thread::get_id());
    std::set<std::thread::id> different{ids.begin(), ids.end()};
    different.insert(drain);
    EXPECT_EQ(different.size(), threads + 1U);
}

TEST_P(ExecutorTest, ReturnsOnlyWhenAllHaveReturned)
{
    std::atomic<int> done{0};
    auto const work = [&](int) {
        std::this_thread::sleep_for(5ms);
        ++done;
    };
    GetParam().make()->run(4, work, [] {});
    EXPECT_EQ(done, 4);
}

INSTANTIATE_TEST_SUITE_P(All, ExecutorTest, test::every_executor(), test::name_of);
}  // namespace
}  // namespace concordat::engine
