#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/argument.hpp"
#include "models/scenario/change.hpp"
#include "models/scenario/dose.hpp"
#include "sim/config/parameter.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
enum class FileKind
{
    regime,
    reform
};

/// A name that a file refers to, with its place.
struct Reference
{
    std::string text{};
    core::Position where{};
};

/// A round of a history: which regime ruled it.
struct RoundEntry
{
    std::string name{};  ///< what reforms, --set and results call it; the regime's name unless the file says otherwise
    Reference regime{};
    int from{};          ///< calendar year in which the round's first year begins
    std::string note{};  ///< may be empty
};

/// A regime or reform file (docs/methods/scenarios.md). Changes are read, but not yet checked
/// against parameters.
struct ScenarioFile
{
    FileKind kind{FileKind::reform};
    std::string name{};  ///< file name without its ending
    std::filesystem::path path{};
    std::string text{};  ///< as read, for the manifest
    std::string title{};
    std::string description{};  ///< may be empty
    std::string claim{};        ///< what the source says the reform would do; may be empty
    std::string notes{};        ///< may be empty
    std::string guide{};        ///< regime: how to read it, for a case that a source tells; may be empty
    std::optional<config::Source> implements{};  ///< the passage that this file puts into numbers
    std::string words{};                         ///< words of the passage that stand in that line; may be empty
    std::optional<Argument> argues{};            ///< reform: the outcome that its source argues about
    std::vector<ChainLink> chain{};              ///< reform: outcomes by which it is to work, in order; may be empty
    std::optional<Reference> pack{};             ///< regime: folder of the data pack
    std::optional<Reference> extends{};          ///< regime: the regime that this one starts from
    std::vector<RoundEntry> rounds{};            ///< regime: a history's rounds in order; else empty
    std::vector<Reference> acts_on{};            ///< reform: names of the rounds that it changes; empty: all
    std::vector<Change> changes{};
    std::vector<Reference> includes{};  ///< reforms that this file stands for, beside its own changes
    Dose dose{Dose::stated};            ///< reform: of its changes, as the expression that names it has it
    std::vector<ScenarioFile> parts{};  ///< the reforms that it includes, read (package.hpp)
};

/// Reads a regime or a reform. Files of the catalogue have the kind of their folder; a user's own
/// file is a regime if it has `pack` or `extends`, else a reform. Reforms of the catalogue must
/// say what they implement.
[[nodiscard]] std::optional<ScenarioFile> read_regime(std::filesystem::path const& path,
                                                      core::Problems& problems);
[[nodiscard]] std::optional<ScenarioFile> read_reform(std::filesystem::path const& path,
                                                      core::Problems& problems);
[[nodiscard]] std::optional<ScenarioFile> read_own_file(std::filesystem::path const& path,
                                                        core::Problems& problems);
}  // namespace concordat::scenario
