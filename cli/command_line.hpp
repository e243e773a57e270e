#pragma once

#include "cli/requests.hpp"

namespace concordat::cli
{
/// Reads the command line; prints help where asked for, and what is wrong with it.
[[nodiscard]] Request read_command_line(int argc, char const* const* argv);
}  // namespace concordat::cli
