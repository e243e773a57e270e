#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace concordat::engine
{
/// One unit of work: a scenario in a replicate.
struct Cell
{
    std::uint32_t replicate{};  ///< [index] 0-based
    std::uint32_t scenario{};   ///< [index] into the run plan
};

/// What a worker thread owns and reuses: one world. Computes one cell at a time.
class CellWorker
{
  public:
    virtual ~CellWorker() = default;
    /// Fills `row` (one double per column of the schema). May throw: the cell is then recorded as failed.
    virtual void run(Cell cell, std::span<double> row) = 0;
};

/// Makes one worker per thread; called once per worker before the first cell.
using WorkerFactory = std::function<std::unique_ptr<CellWorker>()>;
}  // namespace concordat::engine
