#include "models/scenario/bind_demands.hpp"

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using demands::SalienceMode;
constexpr std::array<std::pair<std::string_view, SalienceMode>, 2> salience_modes{
    {{"fitted", SalienceMode::fitted}, {"drawn", SalienceMode::drawn}}};

demands::SalienceParams bind_salience(config::ParameterReader& in)
{
    return {
        .mode = in.choice("demands.salience.mode", salience_modes),
        .psa_bonus = in.number("demands.salience.psa_bonus"),
        .residual_spread = in.number("demands.salience.residual_spread"),
        .local_echo = in.number("demands.salience.local_echo"),
        .centre_part = in.share("demands.salience.centre_part"),
        .reference_weight = in.share("demands.salience.reference_weight"),
    };
}

demands::EvidenceParams bind_evidence(config::ParameterReader& in)
{
    return {
        .quality = in.share("demands.evidence.quality"),
        .council_noise = in.number("demands.evidence.council_noise"),
        .capability_slope = in.number("demands.evidence.capability_slope"),
        .centre_noise = in.number("demands.evidence.centre_noise"),
        .champion_centre_noise = in.number("demands.evidence.champion_centre_noise"),
    };
}

demands::ValueParams bind_values(config::ParameterReader& in)
{
    return {
        .need_weight = in.number("demands.values.need_weight"),
        .taste_spread = in.number("demands.values.taste_spread"),
        .missing_baseline = in.number("demands.values.missing_baseline"),
        .perception = in.number("demands.values.perception"),
        .unachievable = in.number("demands.values.unachievable"),
        .partner_voice = in.number("demands.values.partner_voice"),
        .standard_controllability = in.number("population.indicators.standard_controllability"),
    };
}
}  // namespace

demands::DemandsParams bind_demands(config::ParameterReader& in)
{
    return {
        .salience = bind_salience(in),
        .evidence = bind_evidence(in),
        .values = bind_values(in),
        .announcements = {.rate = in.number("demands.announcements.rate"),
                          .size = in.number("demands.announcements.size")},
    };
}

demands::AskParams bind_asks(config::ParameterReader& in)
{
    return {
        .gatekeeping = in.share("demands.asks.gatekeeping"),
        .slot_value_over_ask_cost = in.number("demands.asks.slot_value_over_ask_cost"),
    };
}
}  // namespace concordat::scenario
