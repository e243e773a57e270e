#pragma once

#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// The signed agreements. Items of an area fill slots 0 .. count-1: statutory indicators first,
/// then the chosen ones, each part in ascending indicator number.
struct Agreement
{
    AreaFlagTable selected{};     ///< 1 where indicator j is in area i's agreement, shape [A, J]
    AreaIntTable item{};          ///< [index] indicator in slot k, -1 where empty, shape [A, max_slots]
    std::vector<int> count{};     ///< [items] K_i, statutory and chosen, per padded area
    std::vector<int> statutory{}; ///< [items] leading statutory slots, per padded area
    std::vector<int> forced{};    ///< [items] chosen items outside the council's own best K, per area
    AreaFlagTable imposed{};      ///< 1 where the slot's item is one of the forced ones, shape [A, max_slots]
    AreaFlagTable placeholder{};  ///< 1 where the slot's item has no level yet, shape [A, max_slots]

    [[nodiscard]] int max_slots() const { return static_cast<int>(item.cols()); }
};

/// Target levels, slot by slot. Shape of each table [n_area_padded, max_slots].
struct Targets
{
    AreaTable announced_trend{};  ///< [sigma] x0_ij, what the council says would happen anyway (and what the last target left)
    AreaTable stretch{};          ///< [sigma] S_ij over the announced trend; 0 where the slot has no level
    AreaTable level{};            ///< [sigma] T_ij = x0 + S
};
}  // namespace concordat::state
