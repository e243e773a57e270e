#pragma once

#include <filesystem>
#include <string>

#include "cli/study_request.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// A report that was written.
struct WrittenReport
{
    std::filesystem::path file{};
    std::string answer{};  ///< the study's answer in one sentence
};

/// Writes the report of a study as one HTML file.
/// \param folder of the study
/// \param file empty: report.html in the folder
/// \throws RunFailure if the program has no page, the study no replicate, or the disk fails
WrittenReport write_report(StudyRequest const& request, store::StudyReader const& study,
                           std::filesystem::path const& folder, std::filesystem::path file = {});
}  // namespace concordat::cli
