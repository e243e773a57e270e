#pragma once

#include <vector>

#include "cli/study_request.hpp"
#include "sim/store/study_reader.hpp"
#include "sim/store/study_writer.hpp"

namespace concordat::cli
{
/// Whether the study has comparison.csv.
[[nodiscard]] bool has_comparison(StudyRequest const& request);

/// What a study of this kind holds beside its summary and comparison: the tables of a design and of a
/// decomposition.
[[nodiscard]] std::vector<store::ExtraFile> write_extras(StudyRequest const& request, store::StudyReader const& study);

/// Every table but results.csv, as it follows from the blocks.
[[nodiscard]] std::vector<store::ExtraFile> derive_tables(StudyRequest const& request, store::StudyReader const& study);
}  // namespace concordat::cli
