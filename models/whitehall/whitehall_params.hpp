#pragma once

#include "models/whitehall/parliament.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::whitehall
{
/// How departments differ (scenarios/parameters/whitehall/departments.yaml and network.yaml).
struct DepartmentParams
{
    double capability_spread{};    ///< [s.d.] of cap_d
    double late_demand_slope{};    ///< late demands fall by exp(-slope cap_d)
    double placeholder_slope{};    ///< items parked without a level fall by exp(-slope cap_d)
    double noise_slope{};          ///< the centre's noise about need falls by exp(-slope cap_d)
    core::Share leverage_weight{}; ///< how far levers follow what a department's own local arms produce
    core::Share uniformity{};      ///< mean share of local need that a department overlooks
    core::Share network{};         ///< how far all come up to the most capable
};

/// How officials split their effort, and what it does (effort.yaml).
struct EffortParams
{
    core::Share others_weight{};  ///< of the aims of agreements that another department leads
    double agreement_weight{};    ///< [ratio] of agreements against the department's own objectives
    double guidance_gain{};       ///< [share] of a_j gained where the effort behind an indicator doubles
    double support_gain{};        ///< [share] of national lines gained where the effort behind an indicator doubles
};

/// Advice that departments give to areas together (advice.yaml).
struct AdviceParams
{
    core::Share coverage{};      ///< of indicators on which advice is joint
    core::Share coordination{};  ///< of departments' asks that joint advice brings in line, at full coverage
};

/// Boards of public service agreements (boards.yaml, network.yaml).
struct BoardParams
{
    core::Share reveal{};           ///< probability that a board brings up a conflict
    core::Share trade{};            ///< part of a revealed conflict that is traded away
    core::Share known_beforehand{}; ///< probability that a network of officials tells both leads of a conflict
};

/// Ministers for priority agreements (ministers.yaml).
struct MinisterParams
{
    core::Share authority{};             ///< over the departments that contribute
    core::Share announcement_damping{};  ///< part of announcements dropped under full authority
};

/// A fund that is paid only when every key turns (pool.yaml).
struct PoolParams
{
    core::Share size{};                 ///< of the spending on an agreement
    core::Share discretionary_share{};  ///< of a department's spending on it that is free to move, > 0
    double key_cost{};                  ///< [discretionary spending] control given up by turning the key
    core::Share key_belief{};           ///< probability that another key-holder is expected to turn
};

/// Where the gatekeeper's strength comes from.
enum class GatekeepingKind
{
    given,           ///< the parameter of the demands
    from_psa_layer,  ///< an outcome of weights, boards, advice and pools
};

/// gatekeeping.yaml.
struct GatekeepingParams
{
    GatekeepingKind kind{GatekeepingKind::given};
    core::Share given{};               ///< demands.asks.gatekeeping
    core::Share starting{};            ///< what the channels give as they start, < 1: there gatekeeping is `given`
    core::Share corporate_board{};     ///< part of uncoordinated asks that permanent secretaries stop together
    core::Share government_offices{};  ///< part of uncoordinated asks that Government Offices stop
};

/// Departments as rival principals of a partner (common_agency.yaml).
struct CommonAgencyParams
{
    bool enabled{};
    double risk{};            ///< [ratio] r c sigma^2
    core::Share min_share{};  ///< of a partner's work from which a department presses it without a formal line
};

struct WhitehallParams
{
    DepartmentParams departments{};
    EffortParams effort{};
    AdviceParams advice{};
    BoardParams boards{};
    MinisterParams ministers{};
    PoolParams pool{};
    GatekeepingParams gatekeeping{};
    CommonAgencyParams common_agency{};
    ParliamentParams parliament{};
    double named_spillover_scale{};  ///< [factor] as in the population's spillovers
};
}  // namespace concordat::whitehall
