#pragma once

#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// Reads the library, resolves every scenario at every design point and hashes the pack. All that
/// is wrong is added to `problems`; what is returned is then incomplete.
[[nodiscard]] StudyRequest set_up_study(StudyCommand const& command, core::Problems& problems);
}  // namespace concordat::cli
