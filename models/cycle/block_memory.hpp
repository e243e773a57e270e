#pragma once

#include <array>
#include <vector>

#include "models/delivery/block.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::cycle
{
/// The three efforts of a block: for the outcome, for the measure, and for the outcome if the indicator were
/// outside the agreement.
enum EffortKind : std::size_t { on_outcome, on_measure, outside, effort_kinds };

/// Effort per kind and indicator [effort points].
using EffortTable = std::array<std::vector<core::Lanes>, effort_kinds>;

/// What goes into a block's effort [effort points^2 per round].
struct Spending
{
    core::Lanes all{};     ///< of the habit
    core::Lanes slack{};   ///< of it where budgets do not bind
    core::Lanes inside{};  ///< of it on the agreement
};

/// A group of partners that moves its efforts by a rule of its own, in one block of areas.
struct GroupEffort
{
    EffortTable effort{};  ///< what the whole effort would be if everybody followed this group's rule
    EffortTable before{};  ///< the same before this year's move, where the groups' budgets move at different times
    Spending spent{};      ///< the group's own
};

/// The groups that may follow rules of their own.
enum Group : std::size_t { of_council, of_partners, group_count };

/// What living a year of one block writes, anew in every year: blocks may hand one along as they do delivery::YearWork.
struct LivedYear
{
    // Per indicator
    std::vector<core::Lanes> gain{};       ///< [sigma per round] true gain
    std::vector<core::Lanes> baseline{};   ///< [sigma per round] true gain if it were outside the agreement
    std::vector<core::Lanes> measured{};   ///< [sigma per round] gain on the measure, where effort does not follow at once
    std::vector<core::Lanes> share{};      ///< [share] of the year that is lived as planned
    std::vector<core::Lanes> partners_share{};  ///< [share] the partners', where their budgets move at another time
    // Per slot
    std::vector<core::Lanes> gain_inside{};///< [sigma per round] true gain that arrives
    std::vector<core::Lanes> value{};      ///< scratch
    std::vector<core::Lanes> paid{};       ///< [GBP thousand] scratch

    /// Sizes every table.
    void resize(std::size_t indicators, std::size_t slots);
};

/// What delivery remembers of one block of areas between the years of a round.
struct BlockMemory
{
    delivery::BlockWork work{};
    LivedYear lived{};
    std::vector<core::Lanes> spillover{};  ///< [sigma per round] spillovers of every indicator, last year
    std::vector<core::Lanes> border{};     ///< [sigma per round] of it what the areas around bring; empty: nothing does
    std::vector<core::Lanes> total_spillover{};
    std::vector<core::Lanes> total_baseline{};  ///< [sigma] the same of `baseline`
    // Where effort does not follow at once, or shows late: see delivery_effort.cpp
    std::vector<core::Lanes> shortfall{};  ///< [sigma] aspiration less prospect, per indicator
    EffortTable effort{};                  ///< that an area has come to make, per indicator
    std::array<GroupEffort, group_count> group{};  ///< where council and partners follow rules of their own
    /// Gains [sigma per round] of last year's and of the year before's effort, of the same three; where gains lag.
    std::array<std::array<std::vector<core::Lanes>, 2>, effort_kinds> arriving{};
    Spending spent{};                      ///< of the habit
    std::vector<core::Lanes> level{};      ///< [sigma] targets of the year before, per slot
    std::vector<core::Lanes> placeholder{};///< [flag] of the year before, per slot
    std::vector<core::Lanes> trend{};      ///< [sigma per round] x_ij of the items, per slot
    std::vector<core::Lanes> signed_level{};///< [sigma] targets as they were signed, per slot
    std::vector<core::Lanes> slot_gain{};  ///< [sigma per round] gain on the measure that arrives this year, per slot

    /// Sizes every table. Call once. \param apart council and partners follow rules of their own
    void resize(delivery::Technology const& technology, int max_slots, bool apart, delivery::YearRoom room);
    /// Whether it has room for that already. A round may begin in it whatever round was there before.
    [[nodiscard]] bool has_room(delivery::Technology const& technology, int max_slots, bool apart,
                                delivery::YearRoom room) const;
    [[nodiscard]] std::size_t indicators() const { return spillover.size(); }
    /// Changes what years write with another block, whose year is over.
    void swap_year(BlockMemory& other);
};
}  // namespace concordat::cycle
