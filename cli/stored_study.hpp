#pragma once

#include <filesystem>

#include "cli/study_request.hpp"
#include "sim/store/study_plan.hpp"

namespace concordat::cli
{
/// What a stored study was asked.
/// \param folder for messages
/// \throws StorageError if the plan's request cannot be read or does not fit its scenarios
[[nodiscard]] StudyRequest read_request(store::StudyPlan const& plan, std::filesystem::path const& folder);

/// DIR, or DIR.partial while it is under way.
/// \throws StorageError saying what is there instead of a study
[[nodiscard]] std::filesystem::path find_study(std::filesystem::path const& given);
}  // namespace concordat::cli
