#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace concordat::cli
{
/// What came of looking at one part of a stored study.
enum class Verdict
{
    holds,
    note,     ///< worth knowing, and no fault of the study
    warning,  ///< the study is as it was written, but cannot be run again here as it is
    fails
};

struct StudyCheck
{
    std::string what{};   ///< the file, or the part of the record
    Verdict verdict{};
    std::string words{};  ///< what was found, one sentence without its point
};

/// Looks at every file of a study: whether its blocks are sound, its tables follow from them, its
/// manifest agrees with its plan, its data pack and scenario files are as they were, and its QA pack
/// is whole. Needs nothing but the folder, and the data pack if it is there.
/// \param folder of the study, which may be under way
/// \param pack folder of its QA pack; where there is none, that is noted
[[nodiscard]] std::vector<StudyCheck> check_stored_study(std::filesystem::path const& folder,
                                                         std::filesystem::path const& pack);
}  // namespace concordat::cli
