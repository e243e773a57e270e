#pragma once

#include <optional>
#include <string>

#include "analysis/compare/null_reform.hpp"
#include "analysis/compare/stopping_rule.hpp"
#include "cli/study_request.hpp"
#include "cli/study_session.hpp"

namespace concordat::cli
{
/// What the manifest of a study tells besides its request.
struct ManifestFacts
{
    StudyRequest const& request;
    SessionSettings const& settings;
    std::string started{};  ///< UTC
    double seconds{};       ///< of this session
    std::optional<compare::NullReform> null_reform{};  ///< nothing where nothing is compared
    compare::StoppingRule const* rule{};               ///< nullptr: the study has none
    bool out_of_time{};                                ///< the session ended by its time limit
};

/// The program's part of manifest.json (docs/methods/program.md).
[[nodiscard]] std::string write_manifest(ManifestFacts const& facts);
}  // namespace concordat::cli
