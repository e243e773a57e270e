#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/study_request.hpp"
#include "models/verification/check.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// What the papers of a QA pack are written from.
struct QaStudy
{
    StudyRequest const& request;
    store::StudyReader const& study;
    std::filesystem::path folder{};                            ///< of the study
    std::vector<verification::CheckResult> verification{};     ///< run now, with this program
};

/// A round of a scenario at a design point, as papers call it: "laa_2008", "cap_20 at point 3",
/// "history_2001_2011, round 2: laa_2006".
struct NamedRound
{
    std::string name{};
    std::size_t scenario{};  ///< [index]
    std::size_t round{};     ///< [index]
};
[[nodiscard]] std::vector<NamedRound> name_rounds(StudyRequest const& request);

/// Rounds that papers show together: "laa_2008 over 270 points", [index] of `name_rounds`.
struct RoundFamily
{
    std::string name{};
    std::vector<std::size_t> members{};
};
/// Each round by itself; where a design has so many points that nobody would read them, a scenario's points together.
[[nodiscard]] std::vector<RoundFamily> group_rounds(StudyRequest const& request, std::vector<NamedRound> const& rounds);
}  // namespace concordat::cli
