#pragma once

#include <filesystem>

#include "cli/study_request.hpp"
#include "sim/store/study_plan.hpp"

namespace concordat::cli
{
/// What was asked for when the study in `folder` was begun.
/// \throws store::StorageError
[[nodiscard]] StudyRequest read_stored_request(store::StudyPlan const& plan, std::filesystem::path const& folder);

/// The pack of a stored study is read again, so it must be what it was.
/// \throws store::StorageError if it is gone, core::InputError with every file that differs
void check_pack(PackIdentity const& pack);

/// Where the study of that name is now: DIR.partial while it is under way or was killed, else DIR.
/// Both may be given as the name.
[[nodiscard]] std::filesystem::path find_stored_study(std::filesystem::path const& given);
}  // namespace concordat::cli
