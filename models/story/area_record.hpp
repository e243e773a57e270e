#pragma once

#include <vector>

#include "models/state/diary.hpp"
#include "models/state/transcript.hpp"

namespace concordat::story
{
/// How an area stands before or after a round.
struct Standpoint
{
    double capability{};       ///< [s.d.]
    int inspection_class{};    ///< 0 poor, 1 weak, 2 fair, 3 good, 4 excellent
    double trust{};            ///< [share] between area and centre
    double cooperation{};      ///< [share] of the partners
    double buy_in{};           ///< [factor]
    double centre_weight{};    ///< [share] tau, after mediation
    double slot_cost{};        ///< [s.d. of value] what a place in the agreement must be worth
    double payment_belief{1.0};///< [probability] that a reward earned will be honoured
    bool champion{};
    bool sceptic{};            ///< the leader doubts the partnership
    int engagement{};          ///< 0 ignorant, 1 apathetic, 2 engaged, 3 rejecting
    bool political{};          ///< councillors and leaders play a part in the scenario
};

/// One item of an area's agreement and what came of it.
struct ItemRecord
{
    int indicator{};       ///< [index]
    bool statutory{};
    bool imposed{};        ///< outside the council's own best
    bool placeholder{};    ///< has no level
    double trend{};        ///< [sigma] announced
    double stretch{};      ///< [sigma] over the announced trend
    double target{};       ///< [sigma]
    double reward{};       ///< [GBP thousand] offered
    double payment{};      ///< [GBP thousand] earned
    double reported{};     ///< [sigma] at the end of the round
    double outcome{};      ///< [sigma] in truth, luck included
    double inflation{};    ///< [sigma] by which the report is above what was measured
    bool caught{};         ///< by an audit
    double gain{};         ///< [sigma] through effort, in truth
    double usual_gain{};   ///< [sigma] that the plan without an agreement would have brought
    std::vector<int> joint_with{};  ///< [index] areas that hold the item together with this one
    double joint_missing{};///< [sigma] by which all of them together stay behind their targets

    [[nodiscard]] bool met() const { return !placeholder && reported >= target; }
};

/// How the talks went, in counts of items.
struct TalksRecord
{
    double months{};
    double asks{};
    double told{};
    double parked{};
    double late{};
    double late_refused{};
    double prescribed{};   ///< not in the council's draft and worth less than a place to it
    double freedoms{};
    bool entered{true};    ///< the area has an agreement
};

/// All that a story of one area and one round is told from.
struct AreaRecord
{
    int area{};  ///< [index]
    Standpoint beginning{};
    Standpoint ending{};
    TalksRecord talks{};
    int forced{};               ///< [items] outside the council's own best
    std::vector<state::Move> moves{};
    std::vector<ItemRecord> items{};
    std::vector<state::Diary::Item> year_items{};
    std::vector<state::Diary::Partners> year_partners{};
    double partners_in{};       ///< [share] of partners fully in, mean over years
    double effort{};            ///< [effort points^2] spent in the round
    double agreement_effort{};  ///< [effort points^2] of it on the agreement
};
}  // namespace concordat::story
