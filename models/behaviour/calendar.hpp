#pragma once

#include "models/behaviour/behaviour_params.hpp"
#include "models/state/conditions.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::behaviour
{
/// Budgets move once a year: what is agreed in between waits. The council's and its partners' may move at
/// different times.
///
/// Effort lived in the year of an agreement = share x new effort + (1 - share) x the effort before,
/// share = max(0, (12 - lag)/12), the partners' with their own lag; the same for an item in the year after its
/// refresh. Later all is new.
/// Source: docs/methods/behaviour.md; Performance Art (2008): the timetable missed the budget round, and budget
/// timetables of partners are not aligned.
class Calendar
{
  public:
    explicit Calendar(CalendarParams params);

    /// All budgets follow at once.
    [[nodiscard]] bool neutral() const { return first_share_ == 1.0 && !apart(); }
    /// The partners' budgets move at another time than the council's.
    [[nodiscard]] bool apart() const { return partners_share_ != first_share_; }
    /// [share] of the year in which a new or refreshed item is delivered as the council plans.
    [[nodiscard]] double first_share() const { return first_share_; }
    /// [share] The same as its partners plan.
    [[nodiscard]] double partners_share() const { return partners_share_; }
    /// What is lived: exactly `now` where the share is 1.
    [[nodiscard]] static core::Lanes blend(core::Lanes before, core::Lanes now, core::Lanes share)
    {
        return (1.0 - share) * before + share * now;
    }
    /// Takes the cost of new budget years off the effort budgets of a scenario's first year. Call every year, after
    /// the conditions were cleared.
    void change_over(int round, int year, state::Conditions& conditions) const;

  private:
    double first_share_{1.0};
    double partners_share_{1.0};
    double cost_{};  ///< [share] of the first year's budgets
};
}  // namespace concordat::behaviour
