#include "models/demands/asks.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::demands
{
double asks_per_department_in_race(int cap, int departments, double slot_value_over_ask_cost)
{
    core::require(cap >= 0 && departments >= 1, "asks need a cap and at least one department");
    double const d = departments;
    return (d - 1.0) / (d * d) * cap * slot_value_over_ask_cost;
}

double asks_per_area(AskParams const& params, int cap, int departments)
{
    return asks_per_area(params, params.gatekeeping.value(), cap, departments);
}

double asks_per_area(AskParams const& params, double gatekeeping, int cap, int departments)
{
    double const race = departments * asks_per_department_in_race(cap, departments, params.slot_value_over_ask_cost);
    return cap + (1.0 - gatekeeping) * std::max(0.0, race - cap);
}
}  // namespace concordat::demands
