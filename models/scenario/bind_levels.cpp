#include "models/scenario/bind_levels.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "models/incentives/ratchet.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using levels::ProtocolKind;
using levels::Side;
using Name = std::string_view;

constexpr std::array protocol_names{std::pair{Name{"nash"}, ProtocolKind::nash},
                                    std::pair{Name{"alternating_offers"}, ProtocolKind::alternating_offers},
                                    std::pair{Name{"double_auction"}, ProtocolKind::double_auction},
                                    std::pair{Name{"dictator"}, ProtocolKind::dictator},
                                    std::pair{Name{"concession"}, ProtocolKind::concession},
                                    std::pair{Name{"same_percentage"}, ProtocolKind::same_percentage}};
constexpr std::array side_names{std::pair{Name{"council"}, Side::council}, std::pair{Name{"centre"}, Side::centre}};

levels::LevelProtocolParams bind_protocol(config::ParameterReader& in)
{
    return {
        .kind = in.choice("levels.protocol.kind", protocol_names),
        .dictator = in.choice("levels.protocol.dictator", side_names),
        .first_offer = in.choice("levels.protocol.first_offer", side_names),
        .council_patience = in.number("levels.protocol.council_patience"),
        .centre_patience = in.number("levels.protocol.centre_patience"),
        .offers = in.integer("levels.protocol.offers"),
        .months = in.integer("levels.protocol.months"),
        .boulware = in.number("levels.protocol.boulware"),
        .percentage = in.share("levels.same_percentage.percentage"),
        .baseline = in.sigma("levels.same_percentage.baseline"),
        .baseline_per_need = in.sigma("levels.same_percentage.baseline_per_need"),
        .least_stretch = in.sigma("levels.same_percentage.least_stretch"),
    };
}

/// Part of a linear reward that harder targets will take back: 1 - F.
double foresee_ratchet(config::ParameterReader& in)
{
    return 1.0 - incentives::ratchet_factor({.weight = in.number("incentives.ratchet.weight"),
                                             .discount = in.number("incentives.ratchet.discount"),
                                             .future_rounds = in.integer("incentives.ratchet.future_rounds")});
}
}  // namespace

levels::LevelParams bind_levels(config::ParameterReader& in)
{
    return {
        .local_offer = in.sigma("levels.bargaining.local_offer"),
        .evidence_demand = in.sigma("levels.bargaining.evidence_demand"),
        .centre_weight = in.share("levels.bargaining.centre_weight"),
        .rounding_up = in.share("levels.bargaining.rounding_up"),
        .rounding_factor = in.number("levels.bargaining.rounding_factor"),
        .understatement = in.sigma("levels.bargaining.understatement"),
        .evidence_quality = in.share("demands.evidence.quality"),
        .standard_controllability = in.number("population.indicators.standard_controllability"),
    };
}

levels::LevelTalksParams bind_level_talks(config::ParameterReader& in)
{
    return {
        .bargaining = bind_levels(in),
        .protocol = bind_protocol(in),
        .council_limit = in.sigma("levels.room.council_limit"),
        .centre_least = in.share("levels.room.centre_least"),
        .wait_for_baseline = in.flag("levels.placeholders.wait_for_baseline"),
        .placeholder_weight = in.number("levels.placeholders.weight"),
        .kept_shortfall = in.number("levels.carry_over.kept"),
        .ratchet_weight = in.number("incentives.ratchet.weight"),
        .foreseen_ratchet = foresee_ratchet(in),
        .foresight_understatement = in.sigma("levels.carry_over.foresight_understatement"),
        .bottom_up = in.flag("levels.national.bottom_up"),
        .challenge = in.sigma("levels.national.challenge"),
    };
}

levels::RefreshParams bind_refresh(config::ParameterReader& in)
{
    return {
        .data = in.share("levels.refresh.data"),
        .parked_return = in.share("levels.refresh.parked_return"),
        .flexibility = in.share("levels.refresh.flexibility"),
        .shock_threshold = in.sigma("levels.refresh.shock_threshold"),
        .shock_consent = in.share("levels.refresh.shock_consent"),
        .staff_months = in.number("levels.refresh.staff_months"),
        .signed_after = in.integer("levels.protocol.months"),
    };
}
}  // namespace concordat::scenario
