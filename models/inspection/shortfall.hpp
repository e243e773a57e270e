#pragma once

#include "models/state/agreement.hpp"
#include "models/state/complaints.hpp"
#include "models/state/outlook.hpp"

namespace concordat::inspection
{
/// Into `complaints`, how likely each agreed item of an area is to be seen lagging, and by how much one
/// more sigma lowers that. It lags where its expected result stays behind the target by more than
/// `tolerance`:
///
///     chance = Phi(d/s),  steepness = phi(d/s)/s,   d = target - tolerance - expected change
///
/// Both are 0 for statutory items and for those without a level.
/// \param tolerance [sigma] shortfall that nobody minds
/// \param luck_share [share] of the round whose luck nobody knows, above 0: s = s_j sqrt(luck_share)
void find_shortfalls(std::size_t area, state::Outlook const& outlook, state::Agreement const& agreement,
                     state::Targets const& targets, double tolerance, double luck_share, state::Complaints& complaints);
}  // namespace concordat::inspection
