#include "sim/engine/together.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/executor_case.hpp"

namespace concordat::engine
{
namespace
{
class Together : public testing::TestWithParam<test::ExecutorCase>
{
};

TEST_P(Together, RunsEveryTaskOnceAndReturnsWhenAllHaveEnded)
{
    auto const executor = GetParam().make();
    std::vector<int> times(5);
    std::vector<std::function<void()>> tasks;
    for (auto& one : times) tasks.emplace_back([&one] { ++one; });
    run_together(*executor, tasks);
    EXPECT_THAT(times, testing::Each(1));
}

TEST_P(Together, ThrowsTheFirstFailureAfterAllHaveEnded)
{
    auto const executor = GetParam().make();
    std::atomic<int> ended{0};
    auto const fail = [&ended](char const* why) {
        return [&ended, why] {
            ++ended;
            throw std::runtime_error{why};
        };
    };
    std::vector<std::function<void()>> const tasks{[&ended] { ++ended; }, fail("second"), fail("third")};
    try {
        run_together(*executor, tasks);
        FAIL() << "nothing was thrown";
    } catch (std::runtime_error const& error) {
        EXPECT_STREQ(error.what(), "second");
    }
    EXPECT_EQ(ended, 3);
}

INSTANTIATE_TEST_SUITE_P(All, Together, test::every_executor(), test::name_of);
}  // namespace
}  // namespace concordat::engine
