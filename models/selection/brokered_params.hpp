#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::selection
{
/// Who decides what is open at the end.
enum class SignOff
{
    ministerial,  ///< the department tells, and the minister may send the agreement back
    third_party,  ///< public advice on the evidence, which the minister may override at a price
};

/// How far the sides give way as the deadline approaches (concession.yaml).
struct ConcessionParams
{
    double most{};               ///< [share] phi0: weight on the other side's gain at the deadline
    double most_by_trust{};      ///< [share] more of it per unit of trust above one half
    double most_by_mediation{};  ///< [share] more of it under full mediation
    double exponent{};           ///< b: below 1 most concessions come late; infinite: none waits
    double exponent_by_trust{};      ///< [log] growth of b per unit of trust above one half
    double exponent_by_mediation{};  ///< [log] growth of b under full mediation
    double first_base{};         ///< [logit] a0 of the chance that the council drafts first
    double first_by_capability{};    ///< [logit per s.d.] a1
    double first_by_buy_in{};        ///< [logit per unit of buy-in] a2
    double anchor{};             ///< [s.d. of value] d_first: what the first drafter's items need less
};

/// What the Government Offices do (broker.yaml).
struct BrokerParams
{
    core::Share mediation{};         ///< med
    double champion_mediation{};     ///< [share] more of it where a champion works
    double champion_time{};          ///< [share] of the months that a champion saves
    double bridges{};                ///< [items per month] tabled under full mediation
    double bridge_noise{};           ///< [s.d. of value] error of the broker's view of an item
    double links{};                  ///< [pairs per month] linked trades under full mediation
    double last_offer{};             ///< [share] of open items with a last offer under full mediation
    core::Share autonomy{};          ///< aut: mean over Government Offices
    double autonomy_spread{};        ///< [share] s.d. over Government Offices
    double attention{};              ///< [asks per area] that an average office can examine
    double veto{};                   ///< chance to contest a draft item without evidence of need; 2: contest everything
};

/// What departments do in the course of the talks (departments.yaml).
struct DepartmentParams
{
    double late_demands{};      ///< [demands per area] lam_late, without any gatekeeper
    double announcement{};      ///< [s.d. of value] what an announcement adds to a late demand
    double late_taste{};        ///< [s.d. of value] of the choice which item a late demand is for
    int must_haves{};           ///< [items] per area that a minister insists on
    core::Share tell{};         ///< p_tell: chance of telling at the deadline, per unit of the centre's weight
    double insistence{};        ///< [factor] on it for must-haves and late demands
    double tell_by_rush{};      ///< growth of it per unit of rush above one half
    double tell_by_trust{};     ///< fall of it per unit of trust above one half
    core::Share public_listing{};  ///< how far proposals and responses are public
    double listing_restraint{};    ///< [share] of telling that full publicity prevents
    core::Share send_back{};    ///< p_back: chance that a missing must-have is sent back, per unit of weight
    int outcome_areas{};        ///< [subject groups] in which the centre asks for one item of the council's choice; 0: it asks for items
    double ask_limit{};         ///< [asks per area] allowed at the start; infinite: no limit
    core::Share earned_autonomy{};  ///< of the asks that areas of the best inspection class are spared
};

/// What councils do in the course of the talks (council.yaml).
struct CouncilParams
{
    int deal_breakers{};             ///< [items] that a council may declare
    double deal_breaker_loss{};      ///< [s.d. of value] loss beyond which an item is one
    core::Share deal_breaker{};      ///< p_db: chance at equal weights
    core::Share park{};              ///< p_park: chance that an item without a baseline is parked
    double park_slack{};             ///< [s.d. of value] joint loss that parking bears
    core::Share hold{};              ///< p_hold: chance to keep an open draft item, per unit of the council's weight
    core::Share rushed_placeholder{};///< chance that an item of the last month gets no level, per unit of rush
};

/// The negotiation month by month.
struct BrokeredParams
{
    int months{9};               ///< T
    ConcessionParams concession{};
    BrokerParams broker{};
    DepartmentParams departments{};
    CouncilParams council{};
    int evidence_per_month{};    ///< [items] n_ev on which evidence is presented
    core::Share evidence_quality{};  ///< eq: chance that it is heard
    double need_weight{};        ///< [s.d. of value per s.d. of need] eta
    SignOff sign_off{SignOff::ministerial};
    double advice_need{};        ///< [s.d. of need] from which advisers let an ask in
    double advice_keep{};        ///< [s.d. of need] from which they let the council keep its item
    double override_cost{};      ///< [s.d. of value] kap_over: price of going against advice
};
}  // namespace concordat::selection
