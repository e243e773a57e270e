#pragma once

#include <cstdint>
#include <functional>

namespace concordat::engine
{
/// Seconds since some moment of the caller's choice; the engine itself reads no clock.
using Clock = std::function<double()>;

struct Progress
{
    std::uint64_t done{};   ///< [cells] run, failed ones included
    std::uint64_t total{};  ///< [cells]
    double elapsed{};       ///< [s] since the run began, by the caller's clock; 0 without one
};

/// Is told how far the run is, on the thread that started it, after every cell or few.
class ProgressObserver
{
  public:
    virtual ~ProgressObserver() = default;
    virtual void on_progress(Progress const& progress) = 0;
};
}  // namespace concordat::engine
