#include <thread>
#include <vector>

#include "sim/engine/executor.hpp"

namespace concordat::engine
{
namespace
{
class ThreadExecutor final : public Executor
{
  public:
    void run(int threads, std::function<void(int)> const& work, std::function<void()> const& drain) override
    {
        std::vector<std::jthread> workers;  // joins when it goes
        workers.reserve(static_cast<std::size_t>(threads));
        for (int worker = 0; worker < threads; ++worker) workers.emplace_back([&work, worker] { work(worker); });
        drain();
    }
};
}  // namespace

std::unique_ptr<Executor> make_thread_executor() { return std::make_unique<ThreadExecutor>(); }
}  // namespace concordat::engine
