#pragma once

#include <vector>

#include "models/state/conditions.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::delivery
{
/// Lowers ring-fences where an area has earned it by its inspection class (`state::earned_share`).
/// \param most share of the fenced part of grants that the best class is released from; 0 changes nothing
/// \param cpa_class per area
/// Source: docs/methods/delivery.md; Local Public Service Boards prospectus (2004), background.
void release_earned(core::Share most, std::vector<int> const& cpa_class, state::Conditions& conditions);
}  // namespace concordat::delivery
