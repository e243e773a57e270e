#pragma once

#include <memory>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "sim/engine/executor.hpp"

namespace concordat::test
{
/// One way of running threads, for tests that hold for all of them.
struct ExecutorCase
{
    char const* name;
    std::unique_ptr<engine::Executor> (*make)();
};

/// So that lists of tests show a name and no address.
inline void PrintTo(ExecutorCase const& each, std::ostream* out) { *out << each.name; }

inline auto every_executor()
{
    return testing::Values(ExecutorCase{"tbb", engine::make_tbb_executor}, ExecutorCase{"threads", engine::make_thread_executor});
}

inline std::string name_of(testing::TestParamInfo<ExecutorCase> const& each) { return each.param.name; }
}  // namespace concordat::test
