#include "models/scenario/bind_population.hpp"

#include "models/scenario/bind_selection.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
population::CapabilityParams bind_capability(config::ParameterReader& in)
{
    return {
        .mean = in.number("population.capability.mean"),
        .deprivation_correlation = in.number("population.capability.deprivation_correlation"),
        .class_cuts = {in.number("population.capability.cut_poor_weak"),
                       in.number("population.capability.cut_weak_fair"),
                       in.number("population.capability.cut_fair_good"),
                       in.number("population.capability.cut_good_excellent")},
        .productivity_slope = in.number("population.capability.productivity_slope"),
    };
}

population::RelationsParams bind_relations(config::ParameterReader& in)
{
    return {
        .buy_in_mean = in.number("population.relations.buy_in_mean"),
        .buy_in_spread = in.number("population.relations.buy_in_spread"),
        .buy_in_lowest = in.number("population.relations.buy_in_lowest"),
        .buy_in_highest = in.number("population.relations.buy_in_highest"),
        .trust_mean = in.share("population.relations.trust_mean"),
        .trust_spread = in.share("population.relations.trust_spread"),
        .cooperation_mean = in.share("population.relations.cooperation_mean"),
        .cooperation_spread = in.share("population.relations.cooperation_spread"),
    };
}

/// What a slot must be worth depends on how much else a protocol lets in.
double bind_slot_cost(config::ParameterReader& in)
{
    double const joint = in.number("population.bargaining.slot_cost");
    double const brokered = in.number("selection.brokered.slot_cost");
    return bind_protocol_kind(in) == selection::ProtocolKind::brokered_rounds ? brokered : joint;
}

population::BargainingParams bind_bargaining(config::ParameterReader& in)
{
    return {
        .centre_weight = in.share("population.bargaining.centre_weight"),
        .centre_weight_spread = in.share("population.bargaining.centre_weight_spread"),
        .centre_weight_lowest = in.share("population.bargaining.centre_weight_lowest"),
        .centre_weight_highest = in.share("population.bargaining.centre_weight_highest"),
        .mediation = in.share("population.bargaining.mediation"),
        .mediation_pull = in.share("population.bargaining.mediation_pull"),
        .champion_share = in.share("population.bargaining.champion_share"),
        .champion_shift = in.number("population.bargaining.champion_shift"),
        .slot_cost = bind_slot_cost(in),
        .slot_cost_spread = in.number("population.bargaining.slot_cost_spread"),
    };
}

population::IndicatorParams bind_indicators(config::ParameterReader& in)
{
    return {
        .controllability_mean = in.number("population.indicators.controllability_mean"),
        .controllability_spread = in.number("population.indicators.controllability_spread"),
        .controllability_lowest = in.number("population.indicators.controllability_lowest"),
        .controllability_highest = in.number("population.indicators.controllability_highest"),
        .perception_controllability = in.number("population.indicators.perception_controllability"),
        .noise = in.sigma("population.indicators.noise"),
        .perception_noise = in.sigma("population.indicators.perception_noise"),
        .common_spread = in.sigma("population.indicators.common_spread"),
        .distortion_mean = in.number("population.indicators.distortion_mean"),
        .distortion_highest = in.number("population.indicators.distortion_highest"),
        .lag_one = in.share("population.indicators.lag_one"),
        .lag_two = in.share("population.indicators.lag_two"),
        .missing_baseline = in.share("population.indicators.missing_baseline"),
        .top_down = in.share("population.indicators.top_down"),
        .national_gain_lowest = in.sigma("population.indicators.national_gain_lowest"),
        .national_gain_highest = in.sigma("population.indicators.national_gain_highest"),
    };
}

population::NeedAndTrendParams bind_need_and_trend(config::ParameterReader& in)
{
    return {
        .deprivation_loading = in.number("population.need_and_trend.deprivation_loading"),
        .trend_mean = in.sigma("population.need_and_trend.trend_mean"),
        .trend_mean_spread = in.sigma("population.need_and_trend.trend_mean_spread"),
        .trend_spread = in.sigma("population.need_and_trend.trend_spread"),
    };
}

population::SocialValueParams bind_social_value(config::ParameterReader& in)
{
    return {
        .median = in.pounds("population.social_value.median"),
        .log_spread = in.number("population.social_value.log_spread"),
    };
}

population::SpilloverParams bind_spillovers(config::ParameterReader& in)
{
    return {
        .density = in.share("population.spillovers.density"),
        .smallest = in.number("population.spillovers.smallest"),
        .largest = in.number("population.spillovers.largest"),
        .named_scale = in.number("population.spillovers.named_scale"),
    };
}

population::EvolutionParams bind_evolution(config::ParameterReader& in)
{
    return {
        .level_spread = in.number("population.evolution.level_spread"),
        .need_persistence = in.share("population.evolution.need_persistence"),
        .trend_persistence = in.number("population.evolution.trend_persistence"),
    };
}
}  // namespace

population::PopulationParams bind_population(config::ParameterReader& in)
{
    return {
        .capability = bind_capability(in),
        .relations = bind_relations(in),
        .bargaining = bind_bargaining(in),
        .indicators = bind_indicators(in),
        .need_and_trend = bind_need_and_trend(in),
        .social_value = bind_social_value(in),
        .spillovers = bind_spillovers(in),
        .border = {.share = in.share("population.spillovers.across_borders"),
                   .areas = in.integer("population.spillovers.areas_around")},
        .evolution = bind_evolution(in),
    };
}
}  // namespace concordat::scenario
