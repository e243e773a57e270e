#pragma once

#include <cstddef>
#include <vector>

#include "analysis/stats/summary.hpp"
#include "cli/validation_plan.hpp"
#include "models/state/pack.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
enum class Verdict
{
    none,  ///< a prediction, or nothing was simulated
    hit,
    miss
};

/// A row under one rule of behaviour.
struct ValidationFinding
{
    stats::Summary simulated{};  ///< over replicates; over groups as well where each counts
    Verdict verdict{Verdict::none};
};

/// A value is hit where the simulated 90 per cent interval holds it, a range where it touches it; bounds and
/// existence by the mean. A fitted value is hit where the mean is inside what is known of it.
[[nodiscard]] Verdict judge(ValidationRow const& row, stats::Summary const& simulated);

/// \returns shape [behaviour][row]
/// \pre the study was run for the plan
[[nodiscard]] std::vector<std::vector<ValidationFinding>> score(ValidationPlan const& plan, store::StudyReader const& study,
                                                                state::Pack const& pack);
}  // namespace concordat::cli
