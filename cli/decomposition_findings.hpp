#pragma once

#include <string>
#include <vector>

#include "analysis/decompose/decomposition.hpp"
#include "analysis/stats/summary.hpp"
#include "cli/study_request.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// One outcome taken apart in one way.
struct SplitOutcome
{
    store::Outcome const* outcome{};
    EffectSplit const* split{};
    stats::Summary baseline{};  ///< level of the baseline
    stats::Summary reform{};    ///< level of the reform
    std::vector<decompose::Term> terms{};
};

/// Every outcome that was asked for, in every way in which the study takes it apart; what they point
/// to belongs to the request and the study. \pre the request has a decomposition
[[nodiscard]] std::vector<SplitOutcome> find_splits(StudyRequest const& request, store::StudyReader const& study);

/// What a term is called: "per_target: 40000 -> 80000", "gaming", "with all mechanisms off".
[[nodiscard]] std::string name_term(EffectSplit const& split, decompose::Term const& term);

/// Whether a term stands in tables: a reform without its changes is the baseline itself, so that
/// nothing is left there.
[[nodiscard]] bool is_shown(EffectSplit const& split, decompose::Term const& term);

/// The terms as `decomposition.csv`, and the waterfall chart as `decomposition.svg`.
[[nodiscard]] std::string write_decomposition_table(StudyRequest const& request, store::StudyReader const& study);
[[nodiscard]] std::string draw_decomposition(StudyRequest const& request, store::StudyReader const& study);
}  // namespace concordat::cli
