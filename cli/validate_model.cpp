#include "cli/commands.hpp"

namespace concordat::cli
{
ExitCode validate_model(ValidateModelCommand const&) { return ExitCode::success; }
}  // namespace concordat::cli
