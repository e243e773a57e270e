#include "models/scenario/bind_brokered.hpp"

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using selection::SignOff;
constexpr std::array<std::pair<std::string_view, SignOff>, 2> sign_offs{
    {{"ministerial", SignOff::ministerial}, {"third_party", SignOff::third_party}}};

selection::ConcessionParams bind_concession(config::ParameterReader& in)
{
    return {
        .most = in.number("selection.concession.most"),
        .most_by_trust = in.number("selection.concession.most_by_trust"),
        .most_by_mediation = in.number("selection.concession.most_by_mediation"),
        .exponent = in.number("selection.concession.exponent"),
        .exponent_by_trust = in.number("selection.concession.exponent_by_trust"),
        .exponent_by_mediation = in.number("selection.concession.exponent_by_mediation"),
        .first_base = in.number("selection.concession.first_base"),
        .first_by_capability = in.number("selection.concession.first_by_capability"),
        .first_by_buy_in = in.number("selection.concession.first_by_buy_in"),
        .anchor = in.number("selection.concession.anchor"),
    };
}

selection::BrokerParams bind_broker(config::ParameterReader& in)
{
    return {
        .mediation = in.share("population.bargaining.mediation"),
        .champion_mediation = in.number("selection.broker.champion_mediation"),
        .champion_time = in.number("selection.broker.champion_time"),
        .bridges = in.number("selection.broker.bridges"),
        .bridge_noise = in.number("selection.broker.bridge_noise"),
        .links = in.number("selection.broker.links"),
        .last_offer = in.number("selection.broker.last_offer"),
        .autonomy = in.share("selection.broker.autonomy"),
        .autonomy_spread = in.number("selection.broker.autonomy_spread"),
        .attention = in.number("selection.broker.attention"),
        .veto = in.number("selection.broker.veto"),
    };
}

selection::DepartmentParams bind_departments(config::ParameterReader& in)
{
    return {
        .late_demands = in.number("selection.departments.late_demands"),
        .announcement = in.number("selection.departments.late_announcement"),
        .late_taste = in.number("selection.departments.late_taste"),
        .must_haves = in.integer("selection.departments.must_haves"),
        .tell = in.share("selection.departments.tell"),
        .insistence = in.number("selection.departments.insistence"),
        .tell_by_rush = in.number("selection.departments.tell_by_rush"),
        .tell_by_trust = in.number("selection.departments.tell_by_trust"),
        .public_listing = in.share("selection.departments.public_listing"),
        .listing_restraint = in.number("selection.departments.listing_restraint"),
        .send_back = in.share("selection.departments.send_back"),
        .outcome_areas = in.integer("selection.departments.outcome_areas"),
        .ask_limit = in.number("selection.departments.ask_limit"),
        .earned_autonomy = in.share("selection.departments.earned_autonomy"),
    };
}

selection::CouncilParams bind_council(config::ParameterReader& in)
{
    return {
        .deal_breakers = in.integer("selection.council.deal_breakers"),
        .deal_breaker_loss = in.number("selection.council.deal_breaker_loss"),
        .deal_breaker = in.share("selection.council.deal_breaker"),
        .park = in.share("selection.council.park"),
        .park_slack = in.number("selection.council.park_slack"),
        .hold = in.share("selection.council.hold"),
        .rushed_placeholder = in.share("selection.council.rushed_placeholder"),
    };
}
}  // namespace

selection::BrokeredParams bind_brokered(config::ParameterReader& in)
{
    return {
        .months = in.integer("selection.brokered.months"),
        .concession = bind_concession(in),
        .broker = bind_broker(in),
        .departments = bind_departments(in),
        .council = bind_council(in),
        .evidence_per_month = in.integer("selection.brokered.evidence_per_month"),
        .evidence_quality = in.share("demands.evidence.quality"),
        .need_weight = in.number("demands.values.need_weight"),
        .sign_off = in.choice("selection.brokered.sign_off", sign_offs),
        .advice_need = in.number("selection.brokered.advice_need"),
        .advice_keep = in.number("selection.brokered.advice_keep"),
        .override_cost = in.number("selection.brokered.override_cost"),
    };
}
}  // namespace concordat::scenario
