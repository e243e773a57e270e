#pragma once

#include <stdexcept>

namespace concordat::cli
{
/// How the program ends (docs/methods/program.md).
enum class ExitCode
{
    success = 0,
    failure = 1,        ///< the disk, a failed replicate, a mistake in the program
    bad_input = 2,      ///< nothing was run and nothing written
    interrupted = 130,  ///< Ctrl-C: what was complete is kept
    terminated = 143    ///< the same after SIGTERM
};

/// Something failed after the input was found good: the disk, most likely.
class RunFailure final : public std::runtime_error
{
  public:
    using std::runtime_error::runtime_error;
};
}  // namespace concordat::cli
