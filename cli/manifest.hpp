#pragma once

#include <string>

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
};

/// The program's part of manifest.json (docs/methods/program.md).
[[nodiscard]] std::string write_manifest(ManifestFacts const& facts);
}  // namespace concordat::cli
