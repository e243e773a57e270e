#pragma once

#include "cli/exit_code.hpp"
#include "cli/requests.hpp"

namespace concordat::cli
{
/// Moves the declared switches of the model and prints whether every link of their chains responds.
[[nodiscard]] ExitCode verify_switches(VerifyCommand const& command);
}  // namespace concordat::cli
