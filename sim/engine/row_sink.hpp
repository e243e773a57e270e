#pragma once

#include <cstdint>
#include <span>

#include "sim/store/block.hpp"

namespace concordat::engine
{
/// A replicate that has been run in every scenario.
struct ReplicateResult
{
    std::uint32_t replicate{};                         ///< [index]
    std::span<double const> values{};                  ///< shape [scenario, column]; a failed cell holds NaN
    std::span<store::CellFailure const> failures{};    ///< in order of scenario; usually none
};

/// Takes replicates one by one, in order, on the thread that started the run.
class RowSink
{
  public:
    virtual ~RowSink() = default;
    /// May throw: the run then ends and the exception reaches the caller of `run_cells`.
    virtual void accept(ReplicateResult const& result) = 0;
    /// Asked after every replicate: if so the run ends there, and those that were computed beyond are
    /// dropped, so that what is kept does not depend on the number of threads.
    [[nodiscard]] virtual bool has_enough() const { return false; }
};
}  // namespace concordat::engine
