#pragma once

#include <atomic>

namespace concordat::cli
{
/// While it lives, Ctrl-C (SIGINT) and SIGTERM ask the run to stop cleanly. A second signal ends
/// the program at once.
class InterruptGuard
{
  public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(InterruptGuard const&) = delete;
    InterruptGuard& operator=(InterruptGuard const&) = delete;

    [[nodiscard]] std::atomic<bool> const* stop_flag() const;
    /// 0 where nothing was caught, else SIGINT or SIGTERM.
    [[nodiscard]] int signal() const;
};
}  // namespace concordat::cli
