#include "sim/engine/together.hpp"

#include <exception>
#include <vector>

namespace concordat::engine
{
void run_together(Executor& executor, std::span<std::function<void()> const> tasks)
{
    std::vector<std::exception_ptr> failures(tasks.size());
    auto const work = [&](int number) {
        auto const k = static_cast<std::size_t>(number);
        try {
            tasks[k]();
        } catch (...) {
            failures[k] = std::current_exception();
        }
    };
    executor.run(static_cast<int>(tasks.size()), work, [] {});
    for (auto const& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}
}  // namespace concordat::engine
