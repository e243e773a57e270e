#pragma once

#include <limits>

#include "models/selection/selection_params.hpp"

namespace concordat::support
{
/// Plausible settings for tests of protocols that must not depend on the shipped parameters.
inline selection::SelectionParams make_selection_params(selection::ProtocolKind kind, int cap)
{
    using core::Share;
    constexpr double unlimited = std::numeric_limits<double>::infinity();
    return {
        .cap = cap,
        .kind = kind,
        .offers = {.council_patience = 0.9, .centre_patience = 0.95},
        .auction = {.width = 3.5, .revealed = Share{0.5}},
        .brokered = {.months = 9,
                     .concession = {.most = 0.8,
                                    .most_by_trust = 0.4,
                                    .most_by_mediation = 0.2,
                                    .exponent = 0.3,
                                    .exponent_by_trust = 0.5,
                                    .exponent_by_mediation = 0.5,
                                    .first_by_capability = 0.5,
                                    .first_by_buy_in = 0.5,
                                    .anchor = 0.05},
                     .broker = {.mediation = Share{0.3},
                                .champion_mediation = 0.2,
                                .champion_time = 0.1,
                                .bridges = 6.0,
                                .bridge_noise = 0.5,
                                .links = 6.0,
                                .last_offer = 1.0,
                                .autonomy = Share{0.5},
                                .autonomy_spread = 0.2,
                                .attention = 12.0,
                                .veto = 1.0},
                     .departments = {.late_demands = 2.0,
                                     .announcement = 1.5,
                                     .late_taste = 0.5,
                                     .must_haves = 3,
                                     .tell = Share{0.32},
                                     .insistence = 1.5,
                                     .tell_by_rush = 0.5,
                                     .tell_by_trust = 1.0,
                                     .public_listing = Share{0.0},
                                     .listing_restraint = 0.4,
                                     .send_back = Share{0.5},
                                     .ask_limit = unlimited},
                     .council = {.deal_breakers = 2,
                                 .deal_breaker_loss = 1.5,
                                 .deal_breaker = Share{0.6},
                                 .park = Share{0.25},
                                 .park_slack = 0.5,
                                 .hold = Share{0.5},
                                 .rushed_placeholder = Share{0.05}},
                     .evidence_per_month = 4,
                     .evidence_quality = Share{0.5},
                     .need_weight = 0.6,
                     .advice_need = 1.0,
                     .override_cost = unlimited},
        .freedoms = {.council_gain = {0.5, 0.4, 0.4, 0.5, 0.3, 0.4}, .centre_loss = 0.9, .spread = 0.5},
        .entry = {.money_per_target = 1.0},
    };
}

/// Talks in which nobody does anything but accept what both want: every rule of its own is off.
inline selection::BrokeredParams make_silent_talks()
{
    selection::BrokeredParams params;
    params.months = 9;
    params.concession.exponent = std::numeric_limits<double>::infinity();
    params.broker.veto = 2.0;
    params.departments.insistence = 1.0;
    params.departments.ask_limit = std::numeric_limits<double>::infinity();
    params.override_cost = std::numeric_limits<double>::infinity();
    return params;
}

/// Full concession and mediation and nothing else: the limit in which talks end in the joint package.
inline selection::BrokeredParams make_limit_talks()
{
    auto params = make_silent_talks();
    params.concession.most = 1.0;
    params.broker.mediation = core::Share{1.0};
    params.broker.bridges = 6.0;
    params.broker.links = 6.0;
    params.broker.last_offer = 1.0;
    return params;
}
}  // namespace concordat::support
