#include "models/scenario/bind_back_half.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "models/incentives/ratchet.hpp"
#include "models/scenario/bind_money.hpp"

namespace concordat::scenario
{
namespace
{
using incentives::LinearBase;
using incentives::PooledRule;
using incentives::PrizeFund;
using incentives::PrizeKind;
using incentives::SchemeKind;
using incentives::StatutoryReward;
using Name = std::string_view;

constexpr std::array scheme_names{std::pair{Name{"none"}, SchemeKind::none},
                                  std::pair{Name{"threshold"}, SchemeKind::threshold},
                                  std::pair{Name{"pro_rata"}, SchemeKind::pro_rata},
                                  std::pair{Name{"linear"}, SchemeKind::linear},
                                  std::pair{Name{"pooled"}, SchemeKind::pooled},
                                  std::pair{Name{"tournament"}, SchemeKind::tournament}};
constexpr std::array statutory_names{std::pair{Name{"none"}, StatutoryReward::none},
                                     std::pair{Name{"as_others"}, StatutoryReward::as_others}};
constexpr std::array base_names{std::pair{Name{"reward_per_stretch"}, LinearBase::reward_per_stretch},
                                std::pair{Name{"social_value"}, LinearBase::social_value}};
constexpr std::array rule_names{std::pair{Name{"threshold"}, PooledRule::threshold},
                                std::pair{Name{"pro_rata"}, PooledRule::pro_rata}};
constexpr std::array fund_names{std::pair{Name{"per_target"}, PrizeFund::per_target},
                                std::pair{Name{"threshold_expected"}, PrizeFund::threshold_expected}};
constexpr std::array prize_names{std::pair{Name{"money"}, PrizeKind::money},
                                 std::pair{Name{"flexibility"}, PrizeKind::flexibility},
                                 std::pair{Name{"autonomy"}, PrizeKind::autonomy},
                                 std::pair{Name{"mix"}, PrizeKind::mix}};
constexpr std::array regime_names{std::pair{Name{"none"}, inspection::Regime::none},
                                  std::pair{Name{"cpa"}, inspection::Regime::cpa},
                                  std::pair{Name{"caa"}, inspection::Regime::caa}};

constexpr std::array foresight_names{std::pair{Name{"plan"}, incentives::ForesightKind::plan},
                                     std::pair{Name{"exact"}, incentives::ForesightKind::exact}};
incentives::RatchetParams bind_ratchet(config::ParameterReader& in)
{
    return {.weight = in.number("incentives.ratchet.weight"),
            .discount = in.number("incentives.ratchet.discount"),
            .future_rounds = in.integer("incentives.ratchet.future_rounds")};
}

constexpr std::array line_names{std::pair{Name{"all_indicators"}, delivery::LineScope::all_indicators},
                                std::pair{Name{"service_agreements"}, delivery::LineScope::service_agreements}};
constexpr std::array presence_names{std::pair{Name{"everybody_in"}, true}, std::pair{Name{"chosen"}, false}};
}  // namespace

incentives::IncentiveParams bind_incentives(config::ParameterReader& in)
{
    return {
        .scheme = in.choice("incentives.reward_grant.scheme", scheme_names),
        .per_target = in.pounds("incentives.reward_grant.per_target"),
        .statutory = in.choice("incentives.reward_grant.statutory", statutory_names),
        .honoured = in.share("incentives.reward_grant.honoured"),
        .pro_rata = {.floor = in.number("incentives.pro_rata.floor"), .cap = in.number("incentives.pro_rata.cap")},
        .linear = {.base = in.choice("incentives.linear.base", base_names),
                   .social_share = in.number("incentives.linear.social_share"),
                   .comparator_share = in.number("incentives.linear.comparator_share")},
        .pooled = {.rule = in.choice("incentives.pooled.rule", rule_names),
                   .floor = in.number("incentives.pooled.floor"),
                   .cap = in.number("incentives.pooled.cap")},
        .tournament = {.winner_share = in.number("incentives.tournament.winner_share"),
                       .min_contestants = in.integer("incentives.tournament.min_contestants"),
                       .max_contestants = in.integer("incentives.tournament.max_contestants"),
                       .most_chosen = in.integer("incentives.tournament.most_chosen"),
                       .remaining = {}},
        .prize_fund = in.choice("incentives.tournament.prize_fund", fund_names),
        .prize = {.kind = in.choice("incentives.tournament.prize", prize_names),
                  .fences_lifted = in.share("incentives.tournament.fences_lifted"),
                  .autonomy_gained = in.number("incentives.tournament.autonomy_gained")},
        .hearing = {.allowed = in.share("incentives.tournament.hearing_allowed"),
                    .threshold = in.sigma("incentives.tournament.hearing_threshold")},
        .single = {.per_indicator = in.pounds("incentives.single_rewards.per_indicator"),
                   .count = in.integer("incentives.single_rewards.count")},
        .families = {.worth = in.pounds("incentives.families.worth"),
                     .councils = in.integer("incentives.families.councils"),
                     .spread = in.sigma("incentives.families.spread"),
                     .autonomy_gained = in.number("incentives.families.autonomy_gained"),
                     .effort_per_thousand = bind_money(in).effort_per_thousand},
        .foresight = in.choice("incentives.threshold.foresight", foresight_names),
    };
}

inspection::InspectionParams bind_inspection(config::ParameterReader& in)
{
    return {
        .strength = in.number("inspection.assessment.strength"),
        .agreement_weight = in.number("inspection.assessment.agreement_weight"),
        .low_performer_extra = in.number("inspection.assessment.low_performer_extra"),
        .regime = in.choice("inspection.assessment.regime", regime_names),
        .routine = in.flag("inspection.assessment.routine"),
    };
}

delivery::DeliveryParams bind_delivery(config::ParameterReader& in, incentives::IncentiveParams const& incentives)
{
    return {
        .motives = {.effort_per_thousand = bind_worth(in, incentives),
                    .symbolic = bind_symbolic(in, incentives),
                    .council_share = in.number("delivery.motives.council_share"),
                    .pooling = in.number("delivery.motives.pooling"),
                    .national_line = in.number("delivery.motives.national_line"),
                    .lines_on = in.choice("delivery.motives.lines_on", line_names),
                    .alignment = in.number("delivery.motives.alignment"),
                    .partner_reputation = in.number("delivery.motives.partner_reputation"),
                    .lead_share = in.number("delivery.motives.lead_share"),
                    .alignment_min_share = in.number("delivery.motives.alignment_min_share"),
                    .intrinsic = in.number("delivery.motives.intrinsic"),
                    .attention = in.number("delivery.motives.attention"),
                    .attention_base = in.number("delivery.motives.attention_base"),
                    .crowding = in.number("delivery.motives.crowding"),
                    .known_spillovers = in.number("delivery.motives.known_spillovers"),
                    .shared_care = in.number("delivery.motives.shared_care"),
                    .shared_care_after = in.integer("delivery.motives.shared_care_after"),
                    .ratchet_factor = incentives::ratchet_factor(bind_ratchet(in))},
        .production = {.complementarity = in.number("delivery.production.complementarity"),
                       .effort_cost = in.number("delivery.production.effort_cost")},
        .budgets = {.slack = in.number("delivery.budgets.slack"),
                    .overhead = in.number("delivery.budgets.overhead"),
                    .pump_priming = in.number("delivery.budgets.pump_priming"),
                    .ring_fence = in.number("delivery.budgets.ring_fence")},
        .participation = {.everybody_in = in.choice("delivery.participation.presence", presence_names),
                          .duty = in.number("delivery.participation.duty"),
                          .cooperation = in.number("delivery.participation.cooperation"),
                          .meeting_cost = in.number("delivery.participation.meeting_cost"),
                          .scale = in.number("delivery.participation.scale"),
                          .nominal_cost_share = in.number("delivery.participation.nominal_cost_share"),
                          .nominal_involvement = in.number("delivery.participation.nominal_involvement"),
                          .veto = in.share("delivery.participation.veto")},
        .freedoms = {.pooling = in.share("delivery.freedoms.budget_pooling"),
                     .consent = in.share("delivery.freedoms.target_flexing"),
                     .reporting_saved = in.share("delivery.freedoms.monitoring_relief"),
                     .fences_released = in.share("delivery.freedoms.ring_fence_release"),
                     .meetings_saved = in.share("delivery.freedoms.merged_partnerships"),
                     .inspection_saved = in.share("delivery.freedoms.inspection_relief"),
                     .earned_release = in.share("delivery.freedoms.earned_release")},
        .solver = {.tolerance = in.number("delivery.solver.tolerance"), .follow_habit = false},
    };
}

measurement::ShockParams bind_measurement(config::ParameterReader& in)
{
    return {.media_persistence = in.number("measurement.shocks.media_persistence")};
}

welfare::AccountParams bind_welfare(config::ParameterReader& in)
{
    return {
        .cost_of_funds = in.number("welfare.account.cost_of_funds"),
        .cost_of_funds_low = in.number("welfare.account.cost_of_funds_low"),
        .cost_of_funds_high = in.number("welfare.account.cost_of_funds_high"),
        .grant_value = in.number("welfare.account.grant_value"),
        .effort_price = in.number("welfare.account.effort_price"),
        .negotiators = in.number("welfare.account.negotiators"),
        .negotiation_months = in.number("welfare.account.negotiation_months"),
        .official_cost = in.number("welfare.account.official_cost"),
        .ask_cost = in.number("welfare.account.ask_cost"),
        .level_saving = in.number("welfare.account.level_saving"),
        .reporting = in.number("welfare.account.reporting"),
    };
}
}  // namespace concordat::scenario
