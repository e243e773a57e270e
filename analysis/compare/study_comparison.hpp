#pragma once

#include <cstddef>
#include <vector>

#include "analysis/compare/paired_difference.hpp"
#include "sim/store/csv.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::compare
{
/// One column of the results in one scenario, against the baseline.
struct ComparisonRow
{
    std::size_t scenario{};     ///< [index] into the plan's scenarios
    std::size_t column{};       ///< [index] into the schema's columns
    stats::Summary values{};    ///< of the scenario by itself
    PairedDifference paired{};  ///< against the baseline; for the baseline itself all zero
};

/// Every scenario (the baseline too) against the scenario `baseline`, for every column that
/// summaries list: in order of scenario, then column. \pre the study has a scenario of that index
[[nodiscard]] std::vector<ComparisonRow> compare_study(store::StudyReader const& study, std::size_t baseline);
/// The same where each scenario has a baseline of its own, as in a design.
/// \param baselines shape [n_scenario]; a scenario may be its own
[[nodiscard]] std::vector<ComparisonRow> compare_study(store::StudyReader const& study,
                                                       std::vector<std::size_t> const& baselines);

/// The rows as `summary.csv`: docs/methods/results.md says what each column is.
[[nodiscard]] store::Table make_summary_table(store::StudyReader const& study, std::size_t baseline);
[[nodiscard]] store::Table make_summary_table(store::StudyReader const& study,
                                              std::vector<std::size_t> const& baselines);

/// "no difference", "differs" or "not measured".
[[nodiscard]] char const* name_of(Finding finding);
}  // namespace concordat::compare
