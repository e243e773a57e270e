#pragma once

#include <array>
#include <vector>

#include "sim/core/lanes.hpp"

namespace concordat::cycle
{
/// The three efforts of a block: for the outcome, for the measure, and for the outcome if the indicator were
/// outside the agreement.
enum EffortKind : std::size_t { on_outcome, on_measure, outside, effort_kinds };

/// Effort per kind and indicator [effort points].
using EffortTable = std::array<std::vector<core::Lanes>, effort_kinds>;

/// What goes into a block's effort [effort points^2 per round].
struct Spending
{
    core::Lanes all{};     ///< of the habit
    core::Lanes slack{};   ///< of it where budgets do not bind
    core::Lanes inside{};  ///< of it on the agreement
};

/// A group of partners that moves its efforts by a rule of its own, in one block of areas.
struct GroupEffort
{
    EffortTable effort{};  ///< what the whole effort would be if everybody followed this group's rule
    Spending spent{};      ///< the group's own
};

/// The groups that may differ.
enum Group : std::size_t { of_council, of_partners, group_count };
}  // namespace concordat::cycle
