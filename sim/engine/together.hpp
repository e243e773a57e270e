#pragma once

#include <functional>
#include <span>

#include "sim/engine/executor.hpp"

namespace concordat::engine
{
/// Runs tasks that do not touch each other, each on a thread of its own, and returns when all have ended.
/// What one throws is thrown here, of several the first in the order of the tasks.
void run_together(Executor& executor, std::span<std::function<void()> const> tasks);
}  // namespace concordat::engine
