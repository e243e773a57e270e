#include "models/behaviour/calendar.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::behaviour
{
namespace
{
double share_after(double months)
{
    constexpr double months_per_year = 12.0;
    return std::max(0.0, (months_per_year - months) / months_per_year);
}
}  // namespace

Calendar::Calendar(CalendarParams params)
    : first_share_{share_after(params.lag)},
      partners_share_{share_after(params.lag + params.partners_later)},
      cost_{params.change_over}
{
    core::require(params.lag >= 0.0 && params.partners_later >= 0.0, "budgets do not move before an agreement");
    core::require(cost_ >= 0.0 && cost_ <= 1.0, "a change-over takes a share of budgets");
}

void Calendar::change_over(int round, int year, state::Conditions& conditions) const
{
    if (cost_ == 0.0 || round > 0 || year > 0) return;
    conditions.budget *= 1.0 - cost_;
}
}  // namespace concordat::behaviour
