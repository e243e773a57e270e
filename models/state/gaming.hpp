#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// Misreporting of one round: who could, who did, who was caught. A = padded areas.
struct Gaming
{
    AreaTable curvature{};      ///< [GBP thousand per sigma^2] k of the cost k m^2/2 of reporting m too much;
                                ///< infinite where the indicator cannot be manipulated; shape [A, max_slots]
    AreaTable slope{};          ///< [GBP thousand per sigma] slope of reward at settlement, looked at where reward
                                ///< has no jump; neutral 0; shape [A, max_slots]
    AreaTable inflation{};      ///< [sigma] m added to what is reported; shape [A, max_slots]
    AreaTable penalty{};        ///< [GBP thousand] due if caught; shape [A, max_slots]
    AreaFlagTable misreported{};///< 0 honest, 1 every unit inflated, 2 a jump reached falsely; shape [A, max_slots]
    AreaFlagTable caught{};     ///< 1 where an audit found it; shape [A, max_slots]
    std::vector<std::uint8_t> manipulable{};  ///< 1 where an indicator's measurement can be manipulated, per indicator
    // Per area
    PerArea worth{};            ///< [effort points per GBP thousand] of reward money, as the area believes in it
    PerArea detection{};        ///< [probability] pi that a false report is found
    PerArea targets{};          ///< [items] that carry a reward
    PerArea misreports{};       ///< [items]
    PerArea catches{};          ///< [items]
    PerArea just_above{};       ///< [items] reported within the bunching window above their target
    PerArea just_below{};       ///< [items] reported within it below their target
    PerArea effort{};           ///< [effort points^2] spent on manipulation
    PerArea fines{};            ///< [GBP thousand] paid by who was caught
    PerArea withheld{};         ///< [GBP thousand] reward lost by who was caught
    PerArea audit_cost{};       ///< [GBP thousand]

    void resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t max_slots)
    {
        manipulable.assign(static_cast<std::size_t>(indicators), 0);
        curvature = AreaTable::Constant(areas_padded, max_slots, std::numeric_limits<double>::infinity());
        for (auto* table : {&slope, &inflation, &penalty}) *table = AreaTable::Zero(areas_padded, max_slots);
        for (auto* table : {&misreported, &caught}) *table = AreaFlagTable::Zero(areas_padded, max_slots);
        for (auto* column : {&worth, &detection, &targets, &misreports, &catches, &just_above, &just_below, &effort,
                             &fines, &withheld, &audit_cost}) {
            *column = PerArea::Zero(areas_padded);
        }
    }
};
}  // namespace concordat::state
