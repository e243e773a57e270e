#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What areas carry from year to year and from round to round beside the population, whose trust,
/// cooperation and buy-in change in place. Neutral at the start of a replicate: see `settle`.
/// A = padded areas, J = indicators, P = partners, D = departments.
struct Standing
{
    // Beliefs, one per area
    PerArea payment_belief{};       ///< [probability] Pay_i that a reward earned will be honoured
    PerArea cooperation_belief{};   ///< [share] what a partner expects the others to contribute
    PerArea productivity_belief{};  ///< [factor] believed over true own productivity; 1: right
    PerArea partner_trust{};        ///< [share] trp_i among the partners
    PerArea payment_experience{};   ///< [probability] what past settlements alone suggest about payment
    PerArea productivity_variance{};  ///< [factor^2] how unsure an area is of its productivity
    PerArea cooperation_start{};    ///< [share] cooperation belief at the start of the replicate
    // Types of partners, one per area; fixed for a replicate
    PerArea conditional_share{};    ///< [share] of partners that give as they expect others to give
    PerArea hump_share{};           ///< [share] of partners that give less again once others give much
    PerArea steady_contribution{};  ///< [share] mean over all partners of what those give who heed nobody
    PerArea autonomy{};             ///< [factor] on the Government Office's autonomy towards the area; 1: as it is elsewhere
    // Politics, one per area
    PerArea engagement{};           ///< [code] councillors: 0 ignorant, 1 apathetic, 2 engaged, 3 rejecting
    PerArea sceptic{};              ///< [flag] 1 where the leader doubts the partnership
    PerArea political_shift{};      ///< [factor] what councillors and leader add to buy-in in the long run
    PerArea ceremonial{};           ///< [flag] 1 where this round's agreement is signed but not acted on
    // Practice and performance, shape [A, J]
    AreaTable practice{};           ///< [factor] on a_ij: practice known to the area; 1: as drawn
    AreaTable visible_practice{};   ///< [factor] practice that others can see
    AreaTable support{};            ///< [factor] on a_ij: intervention and other help this year; 1: none
    AreaTable level{};              ///< [sigma] true outcome since the start of the replicate
    AreaTable shortfall{};          ///< [sigma] T - y of the last agreement's items, 0 elsewhere
    // Efforts of the last year: everybody's, or the council's where its partners follow a rule of their own
    AreaTable effort_true{};        ///< [effort points] for the outcome
    AreaTable effort_measured{};    ///< [effort points] for the measure
    AreaTable effort_spend{};       ///< [effort points^2 per round, shape A x 2] all, and with slack budgets; negative: not known
    AreaTable partners_true{};      ///< [effort points] the partners', if `partners_spend` is not negative
    AreaTable partners_measured{};  ///< [effort points]
    AreaTable partners_spend{};     ///< [effort points^2 per round, shape A x 2] negative: counted in the council's
    AreaTable fenced_share{};       ///< [factor, shape A x 1] on the ring-fenced share: flexibility won as a prize
    // Learned conduct: propensities of three levels of each habit
    AreaTable concession_propensity{};      ///< shape [A, 3]: low, middle, high Boulware exponent
    AreaTable understatement_propensity{};  ///< shape [A, 3]
    AreaTable asking_propensity{};          ///< shape [D, 3]: of the departments
    PerArea concession_habit{};      ///< [factor] on the Boulware exponent in this round
    PerArea understatement_habit{};  ///< [factor] on understatement in this round
    PerArea asking_habit{};          ///< [factor] on a department's asks in this round, length D
    PerArea habit_experience{};      ///< [rounds] discounted, behind the propensities: concession, understatement, asking

    /// Sizes everything and puts it at its neutral start.
    void resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t departments)
    {
        for (auto* column : {&payment_belief, &productivity_belief, &concession_habit, &understatement_habit,
                             &payment_experience, &autonomy}) {
            *column = PerArea::Constant(areas_padded, 1.0);
        }
        for (auto* column : {&cooperation_belief, &partner_trust, &engagement, &sceptic, &productivity_variance,
                             &cooperation_start, &conditional_share, &hump_share, &steady_contribution,
                             &political_shift, &ceremonial}) {
            *column = PerArea::Zero(areas_padded);
        }
        asking_habit = PerArea::Constant(departments, 1.0);
        habit_experience = PerArea::Ones(3);
        for (auto* table : {&practice, &visible_practice, &support}) {
            *table = AreaTable::Constant(areas_padded, indicators, 1.0);
        }
        for (auto* table : {&level, &shortfall}) *table = AreaTable::Zero(areas_padded, indicators);
        for (auto* table : {&effort_true, &effort_measured, &partners_true, &partners_measured}) {
            *table = AreaTable::Zero(areas_padded, indicators);
        }
        effort_spend = partners_spend = AreaTable::Constant(areas_padded, 2, -1.0);
        fenced_share = AreaTable::Constant(areas_padded, 1, 1.0);
        concession_propensity = AreaTable::Constant(areas_padded, 3, 1.0);
        understatement_propensity = concession_propensity;
        asking_propensity = AreaTable::Constant(departments, 3, 1.0);
    }

    /// Every table with its name, in a fixed order: for saving and for copying between rounds.
    template <class Visit>
    void visit(Visit&& see)
    {
        see("payment_belief", payment_belief);
        see("cooperation_belief", cooperation_belief);
        see("productivity_belief", productivity_belief);
        see("partner_trust", partner_trust);
        see("payment_experience", payment_experience);
        see("productivity_variance", productivity_variance);
        see("cooperation_start", cooperation_start);
        see("conditional_share", conditional_share);
        see("hump_share", hump_share);
        see("steady_contribution", steady_contribution);
        see("autonomy", autonomy);
        see("engagement", engagement);
        see("sceptic", sceptic);
        see("political_shift", political_shift);
        see("ceremonial", ceremonial);
        see("practice", practice);
        see("visible_practice", visible_practice);
        see("support", support);
        see("level", level);
        see("shortfall", shortfall);
        see("effort_true", effort_true);
        see("effort_measured", effort_measured);
        see("effort_spend", effort_spend);
        see("partners_true", partners_true);
        see("partners_measured", partners_measured);
        see("partners_spend", partners_spend);
        see("fenced_share", fenced_share);
        see("concession_propensity", concession_propensity);
        see("understatement_propensity", understatement_propensity);
        see("asking_propensity", asking_propensity);
        see("concession_habit", concession_habit);
        see("understatement_habit", understatement_habit);
        see("asking_habit", asking_habit);
        see("habit_experience", habit_experience);
    }
};
}  // namespace concordat::state
