#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "analysis/stats/summary.hpp"

namespace concordat::compare
{
/// How an outcome goes with the dose of a reform.
enum class DoseShape
{
    rises,        ///< at no step down, at one at least up
    falls,        ///< the other way round
    turns,        ///< up at one step and down at the other
    flat,         ///< no step can be told from none
    one_dose,     ///< the doses are the same: nothing in the reform has a range
    not_measured  ///< no replicate has the outcome at all doses
};

/// Doses of a reform, weak, as stated and strong, under the same luck and assumptions.
struct DoseResponse
{
    std::array<stats::Summary, 3> change{};  ///< against the baseline, dose by dose [outcome's unit]
    std::array<stats::Summary, 2> step{};    ///< from one dose to the next [outcome's unit]
    DoseShape shape{DoseShape::not_measured};
    bool turn_matters{};  ///< both steps are larger than the smallest change that matters
};

/// A step counts where its mean is more than two standard errors from none.
/// \param changes [outcome's unit] one per replicate for each dose; replicates that lack one are left out
/// \param smallest [outcome's unit] smallest change that matters; >= 0
/// \pre the three are of one length
[[nodiscard]] DoseResponse respond_to_doses(std::array<std::vector<double>, 3> const& changes, double smallest);

/// "rises", "falls", "turns", "flat", "one dose", "not measured"
[[nodiscard]] std::string_view name_of(DoseShape shape);
}  // namespace concordat::compare
