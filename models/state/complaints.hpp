#pragma once

#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// Complaints about agreements, and inspections that they brought. A = padded areas.
struct Complaints
{
    AreaFlagTable raised{};  ///< 1 where an item drew a complaint at the end of the last year, 2 where that was not
                             ///< settled, shape [A, max_slots]
    PerArea made{};          ///< [complaints] of the round, vexatious ones included
    PerArea inspected{};     ///< [years] of the round at whose end somebody called inspectors in
    // Scratch of one area
    std::vector<double> chance{};     ///< [probability] per slot that its item is seen to lag
    std::vector<double> steepness{};  ///< [1/sigma] by how much one more sigma lowers that
    std::vector<double> silent{};     ///< [probability] per party that it leaves nothing unsettled

    void resize(std::int64_t areas_padded, std::int64_t max_slots, std::size_t parties)
    {
        raised = AreaFlagTable::Zero(areas_padded, max_slots);
        for (auto* column : {&made, &inspected}) *column = PerArea::Zero(areas_padded);
        for (auto* row : {&chance, &steepness}) row->assign(static_cast<std::size_t>(max_slots), 0.0);
        silent.assign(parties, 1.0);
    }
    /// Nobody has complained yet.
    void clear()
    {
        raised.setZero();
        for (auto* column : {&made, &inspected}) column->setZero();
    }
};
}  // namespace concordat::state
