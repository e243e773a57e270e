#pragma once

#include <ctime>

namespace concordat::bench
{
/// [ns] of processor time that this thread has used: other programs on the machine count less than in time
/// by the wall clock.
[[nodiscard]] inline double cpu_ns()
{
    std::timespec now{};
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e9 * static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec);
}
}  // namespace concordat::bench
