#pragma once

#include <cstdint>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What a year of delivery showed in each area: all that learning may look at. Written by delivery
/// at the end of a year.
struct YearResult
{
    PerArea surprise{};       ///< [sigma] mean over the agreement's items of reported less expected change
    PerArea expected_gain{};  ///< [sigma] mean over items of the gain of the year that the plan expected
    PerArea items{};          ///< [items] over which the means are taken
    PerArea contribution{};   ///< [share] mean over partners other than the council of their involvement
    PerArea on_track{};       ///< [share] of targets whose reported performance is at or above its path to the target
    PerArea spend{};          ///< [effort points^2 per round] of all partners

    void resize(std::int64_t areas_padded)
    {
        for (auto* column : {&surprise, &expected_gain, &items, &contribution, &on_track, &spend}) {
            *column = PerArea::Zero(areas_padded);
        }
    }
};
}  // namespace concordat::state
