#pragma once

#include <filesystem>
#include <vector>

#include "cli/study_check.hpp"

namespace concordat::cli
{
/// Whether a QA pack is whole, its files have the sums that SHA256SUMS lists, and its run record speaks of
/// the study as it is. Where there is no pack, that is noted.
[[nodiscard]] std::vector<StudyCheck> check_qa(std::filesystem::path const& pack, std::filesystem::path const& study);
}  // namespace concordat::cli
