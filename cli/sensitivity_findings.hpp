#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/sensitivity/elementary_effects.hpp"
#include "analysis/sensitivity/variance_indices.hpp"
#include "analysis/stats/summary.hpp"
#include "cli/study_request.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// How one outcome depends on the assumptions: its level, or what a reform changes in it.
struct SensitivityFinding
{
    store::Outcome const* outcome{};
    bool is_change{};         ///< reform less baseline at the same point
    stats::Summary points{};  ///< over design points, of means over replicates
    double positive{};        ///< [share of points] above zero; of a change
    std::vector<sensitivity::ElementaryEffect> effects{};  ///< per assumption; by Morris' method
    std::optional<sensitivity::Convergence> shares{};      ///< by Sobol's
};

/// One for each outcome that was asked for; what they point to belongs to the study.
/// \pre the request has a sensitivity analysis and the study a complete replicate
[[nodiscard]] std::vector<SensitivityFinding> find_sensitivities(StudyRequest const& request,
                                                                 store::StudyReader const& study);

/// What an assumption is ranked by: the mean size of its effects, or its total index.
[[nodiscard]] double weight_of(SensitivityFinding const& finding, std::size_t assumption);
/// [index] of assumptions, those that matter most first.
[[nodiscard]] std::vector<std::size_t> rank_assumptions(SensitivityFinding const& finding, std::size_t count);

/// The findings as `sensitivity.csv`, and as a chart, `sensitivity.svg`.
[[nodiscard]] std::string write_sensitivity_table(SensitivityRecord const& record,
                                                  std::vector<SensitivityFinding> const& findings);
[[nodiscard]] std::string draw_sensitivity(SensitivityRecord const& record, std::vector<SensitivityFinding> const& findings);
}  // namespace concordat::cli
