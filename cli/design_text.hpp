#pragma once

#include <string>

#include "cli/answer.hpp"
#include "cli/study_view.hpp"

namespace concordat::cli
{
/// Whether an answer goes over several design points, so that tables of each would be too long.
[[nodiscard]] bool has_design(StudyRequest const& request);

/// The name of a design point, else its values: "per_target = 20000".
[[nodiscard]] std::string describe_point(DesignPointRecord const& point);

/// For every scenario the lowest and the highest mean over the design points, and where they are:
/// of its changes against its baseline, of its levels where it is the baseline. A few points are
/// listed with their values.
[[nodiscard]] std::string write_design_answer(Answer const& answer, StudyView const& view);

/// The design points as `design.csv`: number, name and the value of every parameter; empty without
/// a design.
[[nodiscard]] std::string write_design_table(StudyRequest const& request);
}  // namespace concordat::cli
