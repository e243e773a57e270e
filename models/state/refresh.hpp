#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What reopens agreements at the end of years 1 and 2, and what was reopened. Slot tables have
/// shape [A, max_slots], J indicators.
struct Refresh
{
    // Written by measurement before a refresh
    AreaFlagTable redefined{};  ///< 1 where the slot's definition changed in the year that ends
    AreaTable shift{};          ///< [sigma] what all changes of definition so far add to the reported track
    // Written by freedoms before a refresh
    PerArea consent{};          ///< [probability] added to that of moving a target which conditions have overtaken; neutral 0
    // Written by the refresh
    std::vector<std::uint8_t> baseline_known{};  ///< 1 where a baseline that was missing has arrived, per indicator
    AreaFlagTable reopened{};   ///< 1 where this refresh changed or set the level
    AreaTable granted_shift{};  ///< [sigma] part of `shift` that the level follows
    AreaTable granted_shock{};  ///< [sigma] part of the common shocks that the level follows
    PerArea first{};            ///< [items] reopened at the first refresh
    PerArea items{};            ///< [items] reopened in the round
    PerArea with_baseline{};    ///< [items] of them placeholders that got a level
    PerArea redefinitions{};    ///< [items] of them with a new definition
    PerArea shocks{};           ///< [items] of them after a common shock
    PerArea staff_months{};     ///< [FTE-months] spent on all this

    void resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t max_slots)
    {
        baseline_known.assign(static_cast<std::size_t>(indicators), 0);
        for (auto* table : {&redefined, &reopened}) *table = AreaFlagTable::Zero(areas_padded, max_slots);
        for (auto* table : {&shift, &granted_shift, &granted_shock}) *table = AreaTable::Zero(areas_padded, max_slots);
        for (auto* column : {&first, &items, &with_baseline, &redefinitions, &shocks, &staff_months, &consent}) {
            *column = PerArea::Zero(areas_padded);
        }
    }
    /// Back to the start of a round, without allocating.
    void clear()
    {
        std::fill(baseline_known.begin(), baseline_known.end(), std::uint8_t{0});
        for (auto* table : {&redefined, &reopened}) table->setZero();
        for (auto* table : {&shift, &granted_shift, &granted_shock}) table->setZero();
        for (auto* column : {&first, &items, &with_baseline, &redefinitions, &shocks, &staff_months, &consent}) {
            column->setZero();
        }
    }
};
}  // namespace concordat::state
