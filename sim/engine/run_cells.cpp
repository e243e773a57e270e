#include "sim/engine/run_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "sim/core/check.hpp"
#include "sim/engine/cell_queue.hpp"

namespace concordat::engine
{
namespace
{
/// One thread's world, and the loop that uses it.
class WorkerLoop
{
  public:
    WorkerLoop(CellQueue& queue, WorkerFactory const& make_worker, std::mutex& factory_mutex)
        : queue_{queue}, make_worker_{make_worker}, factory_mutex_{factory_mutex}
    {
    }

    void run()
    {
        core::require(!entered_.exchange(true), "a worker's world is used by one thread at a time");
        try {
            while (auto const cell = queue_.take()) run_cell(*cell);
        } catch (...) {
            queue_.abort(std::current_exception());
        }
        worker_.reset();
        queue_.leave();
    }

  private:
    void run_cell(Cell cell)
    {
        if (!worker_) make_world();
        auto const row = queue_.row(cell);
        std::fill(row.begin(), row.end(), std::numeric_limits<double>::quiet_NaN());
        auto const reason = reason_of_failure([&] { worker_->run(cell, row); });
        if (!reason) return queue_.finish(cell);
        worker_.reset();
        std::fill(row.begin(), row.end(), std::numeric_limits<double>::quiet_NaN());
        queue_.fail(cell, *reason);
    }

    template <class Work>
    static std::optional<std::string> reason_of_failure(Work const& work)
    {
        try {
            work();
            return std::nullopt;
        } catch (std::exception const& error) {
            return error.what();
        } catch (...) {
            return "an exception of unknown type";
        }
    }

    void make_world()
    {
        std::lock_guard const lock{factory_mutex_};  // factories need not be safe to call at once
        worker_ = make_worker_();
        core::require(worker_ != nullptr, "a factory makes a worker");
    }

    CellQueue& queue_;
    WorkerFactory const& make_worker_;
    std::mutex& factory_mutex_;
    std::unique_ptr<CellWorker> worker_{};
    std::atomic<bool> entered_{false};
};

/// The calling thread's part: replicates to the sink, progress to the observer.
class Drain
{
  public:
    Drain(RunPlan const& plan, CellQueue& queue, RowSink& sink, RunControl const& control)
        : plan_{plan}, queue_{queue}, sink_{sink}, control_{control}, start_{now()}
    {
        report_.next_replicate = plan.first_replicate;
    }

    void run()
    {
        try {
            while (take_news()) {
            }
        } catch (...) {
            queue_.abort(std::current_exception());
        }
    }

    RunReport report() const
    {
        auto report = report_;
        if (report.status == RunStatus::complete && report.replicates < plan_.replicates) {
            report.status = late_ ? RunStatus::out_of_time : RunStatus::stopped;
        }
        report.most_rows_held = queue_.most_rows_held();
        return report;
    }

  private:
    /// \return false when there is no more to come
    bool take_news()
    {
        auto const news = queue_.wait_for_news();
        if (control_.progress != nullptr && !news.ended) {
            control_.progress->on_progress({news.cells_done, std::uint64_t{plan_.replicates} * plan_.scenarios, now() - start_});
        }
        if (news.replicate && report_.status == RunStatus::complete) take(*news.replicate);
        if (news.replicate) queue_.release();
        watch_time();
        return !news.ended;
    }

    void take(ReplicateResult const& result)
    {
        report_.failures.insert(report_.failures.end(), result.failures.begin(), result.failures.end());
        if (!result.failures.empty() && plan_.failure_policy == FailurePolicy::stop_at_once) {
            report_.status = RunStatus::failed;
            return;
        }
        sink_.accept(result);
        report_.next_replicate = result.replicate + 1;
        ++report_.replicates;
        if (!sink_.has_enough() || report_.replicates == plan_.replicates) return;
        report_.status = RunStatus::enough;
        queue_.end();
    }

    void watch_time()
    {
        if (late_ || std::isinf(control_.time_limit) || now() - start_ < control_.time_limit) return;
        late_ = true;
        queue_.stop_after_those_begun();
    }

    [[nodiscard]] double now() const { return control_.clock ? control_.clock() : 0; }

    RunPlan const& plan_;
    CellQueue& queue_;
    RowSink& sink_;
    RunControl const& control_;
    double start_;
    bool late_{false};
    RunReport report_{};
};
}  // namespace

RunReport run_cells(RunPlan const& plan, WorkerFactory const& make_worker, RowSink& sink, Executor& executor,
                    RunControl const& control)
{
    CellQueue queue{plan, control.stop};
    std::mutex factory_mutex;
    std::vector<std::unique_ptr<WorkerLoop>> loops;
    for (int i = 0; i < plan.threads; ++i) loops.push_back(std::make_unique<WorkerLoop>(queue, make_worker, factory_mutex));
    Drain drain{plan, queue, sink, control};
    executor.run(plan.threads, [&](int i) { loops[static_cast<std::size_t>(i)]->run(); }, [&] { drain.run(); });
    if (auto const error = queue.error()) std::rethrow_exception(error);
    return drain.report();
}
}  // namespace concordat::engine
