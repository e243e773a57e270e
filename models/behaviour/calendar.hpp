#pragma once

#include "models/behaviour/behaviour_params.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::behaviour
{
/// Budgets move once a year, in April: what is agreed in between waits.
///
/// Effort lived in the year of an agreement = share x new effort + (1 - share) x the effort before,
/// share = max(0, (12 - lag)/12); the same for an item in the year after its refresh. Later all is new.
/// Source: docs/methods/behaviour.md; Performance Art (2008): the timetable missed the budget round.
class Calendar
{
  public:
    explicit Calendar(CalendarParams params);

    /// Budgets follow at once.
    [[nodiscard]] bool neutral() const { return first_share_ == 1.0; }
    /// [share] of the year in which a new or refreshed item is delivered as planned.
    [[nodiscard]] double first_share() const { return first_share_; }
    /// What is lived: exactly `now` where the share is 1.
    [[nodiscard]] static core::Lanes blend(core::Lanes before, core::Lanes now, core::Lanes share)
    {
        return (1.0 - share) * before + share * now;
    }

  private:
    double first_share_{1.0};
};
}  // namespace concordat::behaviour
