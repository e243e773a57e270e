#pragma once

#include "cli/library.hpp"
#include "cli/requests.hpp"
#include "cli/sensitivity_record.hpp"
#include "models/scenario/design.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// The assumptions that are moved, and the points at which they are.
struct SensitivityPlan
{
    SensitivityRecord record{};
    scenario::Design design{};
};

/// Chooses assumptions, method and points; without points after adding a problem.
[[nodiscard]] SensitivityPlan plan_sensitivity(SensitivityWish const& wish, Library const& library,
                                               core::Problems& problems);
}  // namespace concordat::cli
