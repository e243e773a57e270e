#pragma once

#include "models/delivery/technology.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::delivery
{
/// What moves partners (scenarios/parameters/delivery/motives.yaml).
struct MotiveParams
{
    double effort_per_thousand{};  ///< [effort points per GBP thousand] of a reward of the size on offer
    double symbolic{};             ///< [effort points per sigma] of a grant's mere existence, on rewarded targets
    double council_share{};        ///< [share] council's part of the reward; the rest by base weights
    double pooling{};              ///< [share] chi: rewards, motives and budgets treated as one
    double national_line{};        ///< [effort points per sigma] nu
    LineScope lines_on{LineScope::all_indicators};  ///< of its departments that a national line covers
    double alignment{};            ///< [share] al: how far national lines follow the agreement
    double partner_reputation{};   ///< [ratio] rep_par: partners' weight on the inspected score, council 1
    double lead_share{};           ///< [share] of an item's inspection that its lead partner alone answers for
    double alignment_min_share{};  ///< [share] base share from which an aligned line follows an item
    double intrinsic{};            ///< [effort points per sigma] iota
    double attention{};            ///< [targets] A_att: focus gained by being one of few targets
    double attention_base{};       ///< [targets] added to K_i: priorities that are always there
    double crowding{};             ///< [1 / effort points] kc: money's crowding out of intrinsic motives
    double known_spillovers{};     ///< [share] info: of spillovers between indicators that members of the partnership know
    double shared_care{};          ///< [share] more of its own motive where others deliver all of an indicator
    int shared_care_after{};       ///< [years] of a scenario from which partners care so
    double ratchet_factor{1.0};    ///< [factor] F: what harder targets later leave of the worth of one more sigma
};

/// How efforts combine and what they cost (scenarios/parameters/delivery/production.yaml).
struct ProductionParams
{
    double complementarity{};  ///< rho in (0, 1]: 1 efforts add up, smaller: partners need each other
    double effort_cost{};      ///< [1 / effort points] c
};

/// What partners can spend (scenarios/parameters/delivery/budgets.yaml).
struct BudgetParams
{
    double slack{};        ///< [ratio] kR: budget over the spend of the intrinsic-only plan; inf: no limit
    double overhead{};     ///< [share] of the budget that reporting and negotiating take
    double pump_priming{}; ///< [GBP/target] of the council's own budget in the first year
    double ring_fence{};   ///< [share] rf: of each department's grants that must stay in its block
};

/// When partners join in (scenarios/parameters/delivery/participation.yaml).
struct ParticipationParams
{
    bool everybody_in{};        ///< no choice: every partner takes part
    double duty{};              ///< kappa_d [utility] of a legal duty to cooperate
    double cooperation{};       ///< kappa_c [utility per share] of the partners' cooperation
    double meeting_cost{};      ///< kap_part [utility] meetings, national targets displaced
    double scale{};             ///< s_part [utility] logit scale
    double nominal_cost_share{};   ///< [share] of the meeting cost that nominal members bear
    double nominal_involvement{};  ///< [share] phi_nom of reward and agreement terms felt by nominal members
    core::Share veto{};         ///< probability per year that a member of a board who does not cooperate blocks an item
};

/// What freedoms that an area won are good for (scenarios/parameters/delivery/freedoms.yaml).
struct FreedomParams
{
    core::Share pooling{};            ///< added to chi by leave to pool money
    core::Share consent{};            ///< added to the probability that a target is moved by leave to adapt targets
    core::Share reporting_saved{};    ///< of the cost of reporting by relief from monitoring
    core::Share fences_released{};    ///< of ring-fences by their release
    core::Share meetings_saved{};     ///< of the cost of taking part where partnerships merge
    core::Share inspection_saved{};   ///< of inspection slopes by relief from inspection
    core::Share earned_release{};     ///< of ring-fences that areas of the best inspection class are released from
};

/// Accuracy of the solver (scenarios/parameters/delivery/solver.yaml).
struct SolverParams
{
    double tolerance{};   ///< [sigma] largest change of a plan that counts as settled
    bool follow_habit{};  ///< of several best plans the one nearest to last year's effort, not the better one
};

struct DeliveryParams
{
    MotiveParams motives{};
    ProductionParams production{};
    BudgetParams budgets{};
    ParticipationParams participation{};
    FreedomParams freedoms{};
    SolverParams solver{};
};
}  // namespace concordat::delivery
