#pragma once

#include <optional>

namespace concordat::behaviour
{
/// How effort moves from year to year.
enum class EffortRule
{
    equilibrium,  ///< to the best response at once
    adaptive,     ///< a share of the way to it every year
    aspiration,   ///< from what is above aspiration to what is below, whatever it is worth
};

/// How effort moves (scenarios/parameters/behaviour/effort.yaml).
struct EffortParams
{
    EffortRule rule{};            ///< of the council
    std::optional<EffortRule> partners{};  ///< of its partners; none: the council's
    double adjustment{1.0};       ///< [share/year] lam_adj of the way to the best response
    double shift{};               ///< [share/year] of spending that leaves an indicator above aspiration
    double own_pull{};            ///< [share/year] of the way that an aspiration moves to what was achieved
    int comparators{};            ///< [areas] that an area compares itself with, its nearest
    double comparator_pull{};     ///< [share/year] of the way that it moves to what comparators achieved
};

/// When budgets follow (scenarios/parameters/behaviour/calendar.yaml).
struct CalendarParams
{
    double lag{};             ///< [months] lag_b from sign-off to the council's next budget
    double partners_later{};  ///< [months] by which its partners' next budgets come later than that
    double change_over{};     ///< [share] of the first year's effort budgets that a change of budget years takes
};

/// New practice (scenarios/parameters/behaviour/innovation.yaml).
struct InnovationParams
{
    double rate{};        ///< [probability per indicator and round] inn0, under full cooperation, no fence, no rush
    double gain{1.0};     ///< [factor] on a_ij for the round
    double ring_fence{};  ///< [share] rf, as in delivery
};

struct BehaviourParams
{
    EffortParams effort{};
    CalendarParams calendar{};
    InnovationParams innovation{};
};
}  // namespace concordat::behaviour
