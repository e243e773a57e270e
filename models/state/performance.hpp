#pragma once

#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What came of a round. Slot tables have shape [A, max_slots], indicator tables [A, J].
struct Performance
{
    AreaTable measured{};     ///< [sigma] measured track, luck included, at the end of the last year run
    AreaTable outcome{};      ///< [sigma] true track with the same luck
    AreaTable reported{};     ///< [sigma] measured track and the survey's mood, slot by slot
    AreaTable payment{};      ///< [GBP thousand] reward earned, slot by slot
    AreaTable true_gain{};    ///< [sigma] of the round, every indicator
    AreaTable spillover{};    ///< [sigma] of the round, every indicator
    AreaTable baseline_gain{};///< [sigma] gain that the plan without an agreement would have brought
    AreaTable reward{};       ///< [GBP thousand] offered on each slot
    AreaTable expected_payment{};  ///< [GBP thousand] at the plan of year 1, slot by slot
    AreaIntTable contestants{};    ///< [areas] in the slot's contest, 0 where none is held
    std::vector<int> rivals{};     ///< [index] rival areas, shape [A, max_slots, max rivals]
    AreaTable value_added{};       ///< [sigma] expected, later reported, value added; shape [A, J]
    // Year by year, slot tables
    std::vector<AreaTable> year_gain{};    ///< [sigma per round] gain on the measure in each year
    std::vector<AreaTable> year_effect{};  ///< [sigma per round] true gain in each year over that outside the agreement
    AreaTable headway{};           ///< [s.d. of what is still to come] by which the target would be passed at the
                                   ///< effort of the year before, as it looked at the start of the last year
    AreaFlagTable without_level{}; ///< 1 where the item was signed without a level
    AreaFlagTable held{};          ///< 1 where the level that was signed still held in the last year
    AreaTable single_gain{};       ///< [sigma] gain on the measure of indicators with a reward of their own; shape
                                   ///< [A, J], empty where there are none
    // Per area
    PerArea single_reward{};       ///< [GBP thousand] paid for single indicators, beside the grant
    PerArea hearings{};            ///< [count] contested items on which a hearing let bad luck pass
    PerArea effort{};              ///< [effort points^2] spent in the round
    PerArea slack_effort{};        ///< [effort points^2] of it where the budget does not bind
    PerArea agreement_effort{};    ///< [effort points^2] of it on the agreement
    PerArea reporting{};           ///< [years] of ordinary reporting upwards that the round's reporting cost
    PerArea partners_in{};         ///< [share] of partners fully in, mean over years
    PerArea binding{};             ///< [share] of partner-years whose budget binds
    PerArea fenced{};              ///< [share] of years in which a ring-fence binds
    PerArea rescued{};             ///< [count] of years solved by bracketing
    PerArea unsettled{};           ///< [count] of years that no solver settled
};
}  // namespace concordat::state
