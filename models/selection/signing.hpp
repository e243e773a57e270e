#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/selection/item_lists.hpp"
#include "models/state/agreement.hpp"
#include "models/state/population.hpp"

namespace concordat::selection
{
/// [s.d. of value] Stands for a slot that costs nothing however low an item's value: differences of
/// gains stay exact to 1e-10, which with an infinite cost they would not.
inline constexpr double free_slot = -1e6;

/// Gives the agreement its sizes: all statutory items and at most `cap` others per area.
void resize_agreement(int areas, int indicators, ItemLists const& lists, int cap, state::Agreement& agreement);
/// No items anywhere.
void clear_agreement(state::Agreement& agreement);

/// Writes one area's agreement: statutory items, then the chosen candidates.
///
/// \param chosen positions in `lists.candidates`, ascending
/// \param forced one flag per candidate: in the agreement, but not among the council's own best
void sign_agreement(int area, ItemLists const& lists, std::span<int const> chosen, std::span<std::uint8_t const> forced,
                    state::Agreement& agreement);

/// Marks slots whose indicator has no baseline as placeholders.
void mark_missing_baselines(state::Population const& population, state::Agreement& agreement);

/// Marks in `out`, for each candidate, whether it is one of the `places` best values; of equal
/// values the lower position.
void mark_best(std::span<double const> values, int places, std::vector<double>& scratch, std::vector<std::uint8_t>& out);
}  // namespace concordat::selection
