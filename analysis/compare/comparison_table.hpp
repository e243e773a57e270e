#pragma once

#include <cstddef>
#include <vector>

#include "sim/store/csv.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::compare
{
inline constexpr double table_confidence = 0.9;  ///< [probability] of the intervals of comparison.csv

/// The rows of `comparison.csv`: every scenario of every design point by every headline outcome of the
/// nation, in every round. Joint intervals and adjusted p-values are over a design point: all its
/// scenarios that are compared, all outcomes, all rounds. docs/methods/comparison.md says what each
/// column is.
/// \param baselines shape [scenario]; a scenario that is its own is ranked, but not compared
[[nodiscard]] store::Table make_comparison_table(store::StudyReader const& study, std::vector<std::size_t> const& baselines);
}  // namespace concordat::compare
