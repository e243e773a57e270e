#include <fmt/format.h>

#include "cli/commands.hpp"

namespace concordat::cli
{
ExitCode print_version(VersionCommand const&)
{
    fmt::print("concordat {}\n", CONCORDAT_VERSION);
    return ExitCode::success;
}
}  // namespace concordat::cli
