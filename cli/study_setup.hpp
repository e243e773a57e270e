#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "models/scenario/study_file.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// Reads the library, resolves every scenario at every design point and hashes the pack. All that
/// is wrong is added to `problems`; what is returned is then incomplete.
/// \param file the study file that the command names; nothing is set up where it names one and there is none
[[nodiscard]] StudyRequest set_up_study(StudyCommand const& command, std::optional<scenario::StudyFile> const& file,
                                        core::Problems& problems);

/// The arguments that give the same results again, the seed included. Threads, folder and output
/// are left out, since no result depends on them.
[[nodiscard]] std::vector<std::string> list_repeating_arguments(StudyCommand const& command,
                                                                StudyRequest const& request, std::uint64_t seed);
}  // namespace concordat::cli
