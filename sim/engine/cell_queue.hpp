#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/engine/cell.hpp"
#include "sim/engine/row_sink.hpp"
#include "sim/engine/run_plan.hpp"

namespace concordat::engine
{
/// Hands cells to workers and whole replicates, in order, to one drain. All members are safe to call
/// from several threads, except that only one thread drains.
///
/// Rows live in a ring of `window` replicates. A cell is given out only if its replicate fits the
/// ring, so a slow drain makes the workers wait instead of filling the memory.
class CellQueue
{
  public:
    CellQueue(RunPlan const& plan, std::atomic<bool> const* stop);

    /// The next cell to run; waits for room in the window. Empty when there is none left.
    [[nodiscard]] std::optional<Cell> take();
    /// Where the row of a cell that was taken goes.
    [[nodiscard]] std::span<double> row(Cell cell);
    void finish(Cell cell);
    void fail(Cell cell, std::string message);
    /// A worker takes no more cells.
    void leave();
    /// Ends the run because of something other than a cell; the first error is kept.
    void abort(std::exception_ptr error);

    /// What the drain hears.
    struct News
    {
        std::uint64_t cells_done{};                 ///< [cells]
        std::optional<ReplicateResult> replicate{}; ///< the next in order; valid until `release`
        bool ended{};                               ///< nothing more will come
    };
    /// Waits until a cell is done, the next replicate is ready or the run has ended.
    [[nodiscard]] News wait_for_news();
    /// The replicate that was heard of last has been used; its place in the window is free.
    void release();

    /// Gives out no cell of a replicate that is not begun.
    void stop_after_those_begun();
    /// Gives out no more cells at all.
    void end();

    [[nodiscard]] bool stopped_on_request() const;
    [[nodiscard]] std::exception_ptr error() const;
    [[nodiscard]] std::uint64_t most_rows_held() const;

  private:
    struct Slot
    {
        std::uint32_t cells_done{};
        std::vector<store::CellFailure> failures{};
    };
    void make_order();
    void note_stop_request();
    void limit_to_those_begun();
    void note_done(Cell cell);
    [[nodiscard]] std::uint64_t cell_at(std::uint64_t position) const;
    [[nodiscard]] Slot& slot_of(std::uint64_t replicate) { return slots_[replicate % slots_.size()]; }

    RunPlan plan_;
    std::atomic<bool> const* stop_;
    std::uint64_t total_;                    ///< [cells]
    std::vector<std::uint64_t> order_{};     ///< empty: in order
    std::vector<Slot> slots_{};              ///< shape [window]
    std::vector<double> rows_{};             ///< shape [window, scenario, column]

    mutable std::mutex mutex_{};             ///< guards all below
    std::condition_variable room_{};         ///< workers wait for the window to move
    std::condition_variable news_{};         ///< the drain waits
    std::uint64_t position_{};               ///< [index] into the order: next to be given out
    std::uint64_t limit_;                    ///< [cells] none from here on is given out
    std::uint64_t drained_{};                ///< [replicates]
    std::uint64_t taken_{};                  ///< [cells]
    std::uint64_t cells_done_{};             ///< [cells]
    std::uint64_t cells_told_{};             ///< [cells] that the drain has heard of
    std::uint64_t most_rows_held_{};
    int workers_;                            ///< [count] still taking cells
    bool stop_noted_{false};
    std::exception_ptr error_{};
};
}  // namespace concordat::engine
