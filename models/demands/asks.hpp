#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::demands
{
/// How many asks the departments bring to an area (scenarios/parameters/demands/asks.yaml).
struct AskParams
{
    core::Share gatekeeping{};             ///< gk: how far each department counts the others' aims
    double slot_value_over_ask_cost{};     ///< v / kappa: what a slot is worth in units of an ask
};

/// Asks per area in a contest of departments for scarce slots: the cap under full gatekeeping, the
/// common-pool race under none.
///
///     race = (D - 1)/D cap v/kappa;  asks = cap + (1 - gk) max(0, race - cap)
///
/// Source: Tullock (1980), Efficient rent seeking; docs/methods/demands.md
/// \pre cap >= 0, departments >= 1
[[nodiscard]] double asks_per_area(AskParams const& params, int cap, int departments);

/// The same where gatekeeping is not the parameter's but the centre's of the day.
[[nodiscard]] double asks_per_area(AskParams const& params, double gatekeeping, int cap, int departments);

/// The symmetric equilibrium's asks of one department in the race alone, (D - 1)/D^2 cap v/kappa.
[[nodiscard]] double asks_per_department_in_race(int cap, int departments, double slot_value_over_ask_cost);
}  // namespace concordat::demands
