#pragma once

#include <cstdint>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What the rest of the model tells delivery about one year: written by inspection, politics,
/// learning, publication and refresh before partners plan, read by delivery. Neutral values leave
/// delivery as it is. A = padded areas, J = indicators.
struct Conditions
{
    AreaTable measured_slope{};  ///< [effort points per sigma] on measured performance of every indicator, felt by the
                                 ///< council and its partners alike (floors, publication); neutral 0; shape [A, J]
    AreaTable response{};        ///< [factor] on a_ij (practice, support, guidance, innovation); neutral 1; shape [A, J]
    AreaTable slot_weight{};     ///< [factor] on slopes of reward and agreement of an item (ceremonial agreements,
                                 ///< placeholders); neutral 1; shape [A, max_slots]
    PerArea attention{};         ///< [factor] on the focus A_att that being a target brings; neutral 1
    PerArea budget{};            ///< [factor] on budgets (recession, growth, manipulation); neutral 1
    PerArea alignment{};         ///< [share] added to cooperation in the partners' choice to take part; neutral 0
    PerArea inspection_focus{};  ///< [factor] on inspection slopes (steeper for low performers); neutral 1
    PerArea pooling{};           ///< [share] added to chi, how far partners pool; neutral 0
    PerArea fences{};            ///< [factor] on ring-fences, beside what the area's standing says; neutral 1
    PerArea meetings{};          ///< [factor] on what it costs a partner to take part; neutral 1
    PerArea reporting{};         ///< [factor] on the cost of reporting upwards; neutral 1

    void resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t max_slots)
    {
        measured_slope = AreaTable::Zero(areas_padded, indicators);
        response = AreaTable::Constant(areas_padded, indicators, 1.0);
        slot_weight = AreaTable::Constant(areas_padded, max_slots, 1.0);
        for (auto* column : {&attention, &budget, &inspection_focus, &fences, &meetings, &reporting}) {
            *column = PerArea::Constant(areas_padded, 1.0);
        }
        for (auto* column : {&alignment, &pooling}) *column = PerArea::Zero(areas_padded);
    }
    /// Back to neutral, without allocating.
    void clear()
    {
        measured_slope.setZero();
        response.setOnes();
        slot_weight.setOnes();
        for (auto* column : {&attention, &budget, &inspection_focus, &fences, &meetings, &reporting}) column->setOnes();
        for (auto* column : {&alignment, &pooling}) column->setZero();
    }
};
}  // namespace concordat::state
