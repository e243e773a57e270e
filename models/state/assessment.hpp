#pragma once

#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What the inspectorate found. A = padded areas, J = indicators.
struct Assessment
{
    // The annual score, per area
    PerArea score{};               ///< [s.d.] the judgement before it is cut into classes
    std::vector<int> star{};       ///< [class] 1 poor to 4 excellent; 0: not scored
    std::vector<int> priced_class{};  ///< CPA class at which this round's inspection slopes were priced
    PerArea red_flags{};           ///< [items] expected to miss their target by far
    PerArea green_flags{};         ///< [items] expected to pass their target by far
    PerArea set_mean{};            ///< [sigma] mean of performance over the whole set
    PerArea item_mean{};           ///< [sigma] mean over items with a level of expected result less target
    double reference_mean{};       ///< [sigma] of `set_mean` over areas at the first score
    double reference_spread{1.0};  ///< [sigma] s.d. of the same
    // Minimum standards
    PerIndicator floor{};          ///< [sigma] F_j; -infinity: no minimum standard
    AreaFlagTable intervened{};    ///< 1 where the centre intervened this year, shape [A, J]
    PerArea below_selected{};      ///< [indicators] of the agreement expected below their floor
    PerArea below_unselected{};    ///< [indicators] outside the agreement expected below their floor
    PerArea interventions{};       ///< [indicators] of the round
    PerArea intervention_cost{};   ///< [GBP thousand] of the round
    PerArea autonomy{};            ///< [factor] on the Government Office's autonomy towards the area; neutral 1

    // Closer watch
    PerArea supervised{};          ///< [flag] 1 where the area is supervised
    PerArea reporting{};           ///< [factor] on the cost of reporting; neutral 1

    void resize(std::int64_t areas_padded, std::int64_t indicators)
    {
        for (auto* column : {&score, &red_flags, &green_flags, &set_mean, &item_mean, &below_selected,
                             &below_unselected, &interventions, &intervention_cost, &supervised}) {
            *column = PerArea::Zero(areas_padded);
        }
        autonomy = reporting = PerArea::Ones(areas_padded);
        star.assign(static_cast<std::size_t>(areas_padded), 0);
        priced_class.assign(static_cast<std::size_t>(areas_padded), 2);
        floor = PerIndicator::Zero(indicators);
        intervened = AreaFlagTable::Zero(areas_padded, indicators);
    }
};
}  // namespace concordat::state
