#pragma once

#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// Changes of what is recorded that no outcome stands behind. J indicators, A padded areas.
struct Recording
{
    /// Change of the definition in each year: [sigma], <= 0, shape [J]; 0 where it did not change.
    std::vector<PerIndicator> definition{};
    PerIndicator detection{};   ///< [sigma] d_rec by which closer attention can lower what is reported; 0: none
    AreaTable shift{};          ///< [sigma] on reported performance of the round so far; shape [A, max_slots]
    AreaFlagTable redefined{};  ///< 1 where the slot's definition changed this year; shape [A, max_slots]

    void resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t max_slots, int years)
    {
        definition.assign(static_cast<std::size_t>(years), PerIndicator::Zero(indicators));
        detection = PerIndicator::Zero(indicators);
        shift = AreaTable::Zero(areas_padded, max_slots);
        redefined = AreaFlagTable::Zero(areas_padded, max_slots);
    }
};
}  // namespace concordat::state
