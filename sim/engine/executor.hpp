#pragma once

#include <functional>
#include <memory>

namespace concordat::engine
{
/// The one place where threads come from.
class Executor
{
  public:
    virtual ~Executor() = default;

    /// Runs work(0) ... work(threads - 1) at the same time, each on a thread of its own, and `drain` on the
    /// calling thread; returns when all have returned. \pre none of them throws
    virtual void run(int threads, std::function<void(int)> const& work, std::function<void()> const& drain) = 0;
};

/// oneTBB: the default.
[[nodiscard]] std::unique_ptr<Executor> make_tbb_executor();
/// std::thread: the same behaviour, for ThreadSanitizer, which cannot see into oneTBB.
[[nodiscard]] std::unique_ptr<Executor> make_thread_executor();
}  // namespace concordat::engine
