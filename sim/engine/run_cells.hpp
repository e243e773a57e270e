#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/engine/cell.hpp"
#include "sim/engine/executor.hpp"
#include "sim/engine/progress.hpp"
#include "sim/engine/row_sink.hpp"
#include "sim/engine/run_plan.hpp"

namespace concordat::engine
{
/// How the caller watches and stops a run. All may be left out.
struct RunControl
{
    std::atomic<bool> const* stop{};  ///< looked at between cells; replicates under way are finished
    ProgressObserver* progress{};
    Clock clock{};                    ///< [s]
    /// [s] by the clock; as a request to stop when it has passed, looked at after every cell
    double time_limit{std::numeric_limits<double>::infinity()};
};

enum class RunStatus
{
    complete,
    enough,       ///< the sink has enough
    stopped,      ///< on request, after a whole replicate
    out_of_time,  ///< the time limit has passed; as `stopped`
    failed        ///< a cell failed and the policy is `stop_at_once`
};

/// How a run ended. What it yielded went to the sink.
struct RunReport
{
    RunStatus status{RunStatus::complete};
    std::uint32_t next_replicate{};               ///< [index] all before it have gone to the sink
    std::uint32_t replicates{};                   ///< [count] that have gone to the sink
    std::vector<store::CellFailure> failures{};   ///< in order of replicate and scenario
    std::uint64_t most_rows_held{};               ///< [rows] largest number computed or under way and not yet drained
};

/// Runs all cells of the plan and hands whole replicates to the sink, in order.
///
/// Workers take the next cell in order; each owns one `CellWorker`. The row goes to a window of a few
/// replicates per thread, from which the calling thread drains complete replicates: memory does not
/// grow with the number of replicates, and no result depends on threads or order. A `CellWorker` whose
/// cell threw is thrown away and made anew, so that nothing half computed lives on.
///
/// \throws whatever the sink or the factory throws, after all threads have stopped
RunReport run_cells(RunPlan const& plan, WorkerFactory const& make_worker, RowSink& sink, Executor& executor,
                    RunControl const& control = {});
}  // namespace concordat::engine
