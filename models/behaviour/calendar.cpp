#include "models/behaviour/calendar.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::behaviour
{
Calendar::Calendar(CalendarParams params)
{
    constexpr double months_per_year = 12.0;
    core::require(params.lag >= 0.0, "budgets do not move before an agreement");
    first_share_ = std::max(0.0, (months_per_year - params.lag) / months_per_year);
}
}  // namespace concordat::behaviour
