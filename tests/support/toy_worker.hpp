#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <thread>

#include "sim/core/check.hpp"
#include "sim/engine/run_cells.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::test
{
/// Fills rows of the toy study. What it does before that is up to the test.
class ToyWorker final : public engine::CellWorker
{
  public:
    explicit ToyWorker(std::function<void(engine::Cell)> before = {}) : before_{std::move(before)} {}

    void run(engine::Cell cell, std::span<double> row) override
    {
        core::require(owner_ == std::thread::id{} || owner_ == std::this_thread::get_id(), "a worker stays in its thread");
        owner_ = std::this_thread::get_id();
        if (before_) before_(cell);
        for (std::size_t c = 0; c < row.size(); ++c) row[c] = toy_value(cell.replicate, cell.scenario, c);
    }

  private:
    std::function<void(engine::Cell)> before_;
    std::thread::id owner_{};
};

inline engine::WorkerFactory make_toy_workers(std::function<void(engine::Cell)> before = {})
{
    return [before] { return std::make_unique<ToyWorker>(before); };
}

/// Some cells take longer than others, so that they end in another order than they began.
inline void dawdle(engine::Cell cell)
{
    std::this_thread::sleep_for(std::chrono::microseconds{(cell.replicate * 7 + cell.scenario * 13) % 11 * 20});
}

inline engine::RunPlan make_toy_run(store::StudyPlan const& plan, int threads)
{
    return {.first_replicate = plan.first_replicate,
            .replicates = plan.replicates,
            .scenarios = static_cast<std::uint32_t>(plan.scenarios.size()),
            .columns = static_cast<std::uint32_t>(plan.row_size()),
            .threads = threads};
}

/// Goes on from where the study stands.
inline engine::RunPlan make_toy_run(store::StudyWriter const& writer, int threads)
{
    auto run = make_toy_run(writer.plan(), threads);
    run.first_replicate = writer.next_replicate();
    run.replicates = writer.plan().end_replicate() - writer.next_replicate();
    return run;
}
}  // namespace concordat::test
