#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>

#include <latch>

#include "sim/engine/executor.hpp"

namespace concordat::engine
{
namespace
{
/// An arena of `threads` slots, none of them for the calling thread, which drains. The arena alone
/// or the global limit alone would run no more threads than the machine has cores.
class TbbExecutor final : public Executor
{
  public:
    void run(int threads, std::function<void(int)> const& work, std::function<void()> const& drain) override
    {
        using tbb::global_control;
        auto const limit = static_cast<std::size_t>(threads) + 1;  // the calling thread counts
        global_control const control{global_control::max_allowed_parallelism, limit};
        tbb::task_arena arena{threads, 0};
        std::latch ended{threads};
        for (int worker = 0; worker < threads; ++worker) {
            arena.enqueue([&work, &ended, worker] {
                tbb::this_task_arena::isolate([&] { work(worker); });
                ended.count_down();
            });
        }
        drain();
        ended.wait();
    }
};
}  // namespace

std::unique_ptr<Executor> make_tbb_executor() { return std::make_unique<TbbExecutor>(); }
}  // namespace concordat::engine
