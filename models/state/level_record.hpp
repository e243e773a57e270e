#pragma once

#include <cstdint>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// How the talks over target levels went. A = padded areas, J = indicators.
struct LevelRecord
{
    /// [months] in which the slot's level was agreed: 0 where at once, the deadline where imposed; shape [A, max_slots]
    AreaTable month{};
    AreaFlagTable imposed{};    ///< 1 where there was no room and the centre set the level; shape [A, max_slots]
    PerArea imposed_items{};    ///< [items] with such a level
    PerArea placeholders{};     ///< [items] signed without a level
    PerArea contested{};        ///< [items] in tournaments, which need no level
    PerArea months{};           ///< [months] until the last level was agreed
    // Sums over the areas that hold the indicator
    PerIndicator demanded{};    ///< [sigma] the national target: all that the centre asked for
    PerIndicator promised{};    ///< [sigma] stretches in the agreements

    void resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t max_slots)
    {
        month = AreaTable::Zero(areas_padded, max_slots);
        imposed = AreaFlagTable::Zero(areas_padded, max_slots);
        for (auto* column : {&imposed_items, &placeholders, &contested, &months}) *column = PerArea::Zero(areas_padded);
        for (auto* column : {&demanded, &promised}) *column = PerIndicator::Zero(indicators);
    }
    /// Back to an empty record, without allocating.
    void clear()
    {
        month.setZero();
        imposed.setZero();
        for (auto* column : {&imposed_items, &placeholders, &contested, &months}) column->setZero();
        for (auto* column : {&demanded, &promised}) column->setZero();
    }
};
}  // namespace concordat::state
