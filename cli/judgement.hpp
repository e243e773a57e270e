#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/claim.hpp"
#include "analysis/compare/dose_response.hpp"
#include "cli/library.hpp"
#include "cli/study_request.hpp"
#include "cli/study_view.hpp"
#include "models/scenario/scenario_file.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// What a study says of a link of a reform's chain.
struct LinkFinding
{
    scenario::ChainLink link{};
    std::string label{};    ///< of the outcome
    double mean{};          ///< change [outcome's unit]
    double as_stated{};     ///< [share] of replicates in which it goes the stated way at all
    double other_way{};     ///< [share] in which it goes the other way
};

/// A reform of a study, with what its source argues and what the study says of it.
struct Judgement
{
    scenario::ScenarioFile reform{};
    std::string label{};     ///< of the outcome
    std::string unit{};
    int decimals{};
    double smallest{};       ///< [unit] smallest change that matters
    compare::ClaimFinding finding{};
    std::vector<LinkFinding> chain{};
    std::optional<compare::DoseResponse> doses{};  ///< where the study has the reform weak and strong too
};

/// Judges every scenario that adds one reform, or one package, to its baseline. Reforms are those of the library
/// and must be what the study ran; what is wrong goes to `problems`.
[[nodiscard]] std::vector<Judgement> judge(StudyRequest const& request, StudyView const& view, Library const& library,
                                           core::Problems& problems);

/// A table for a person.
[[nodiscard]] std::string write_judgements(std::vector<Judgement> const& list);
/// Rows of a table in Markdown, under a heading for each source.
[[nodiscard]] std::string write_judgement_rows(std::vector<Judgement> const& list);
[[nodiscard]] std::string write_judgement_json(std::vector<Judgement> const& list);
}  // namespace concordat::cli
