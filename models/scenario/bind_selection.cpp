#include "models/scenario/bind_selection.hpp"

#include "models/scenario/bind_brokered.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using selection::ProtocolKind;
using selection::Side;
using selection::StatutorySet;
constexpr std::array<std::pair<std::string_view, StatutorySet>, 2> statutory_sets{
    {{"enforced", StatutorySet::enforced}, {"open", StatutorySet::open}}};
constexpr std::array<std::pair<std::string_view, ProtocolKind>, 5> protocols{
    {{"joint_package", ProtocolKind::joint_package},
     {"brokered_rounds", ProtocolKind::brokered_rounds},
     {"alternating_offers", ProtocolKind::alternating_offers},
     {"double_auction", ProtocolKind::double_auction},
     {"dictator", ProtocolKind::dictator}}};
constexpr std::array<std::pair<std::string_view, Side>, 2> sides{{{"council", Side::council}, {"centre", Side::centre}}};

/// In the order of `state::Freedom`.
std::array<double, state::freedom_count> bind_gains(config::ParameterReader& in)
{
    return {in.number("selection.freedoms.budget_pooling"),      in.number("selection.freedoms.target_flexing"),
            in.number("selection.freedoms.monitoring_relief"),   in.number("selection.freedoms.ring_fence_release"),
            in.number("selection.freedoms.merged_partnerships"), in.number("selection.freedoms.inspection_relief")};
}
}  // namespace

selection::SelectionParams bind_selection(config::ParameterReader& in)
{
    return {
        .cap = in.integer("selection.agreement.cap"),
        .statutory = in.choice("selection.agreement.statutory_set", statutory_sets),
        .perception_measures = in.flag("selection.agreement.perception_measures"),
        .kind = bind_protocol_kind(in),
        .dictator = in.choice("selection.protocol.dictator", sides),
        .offers = {.council_patience = in.number("selection.offers.council_patience"),
                   .centre_patience = in.number("selection.offers.centre_patience"),
                   .first = in.choice("selection.offers.first", sides),
                   .offers = in.integer("selection.offers.horizon")},
        .auction = {.width = in.number("selection.auction.width"), .revealed = in.share("demands.evidence.quality")},
        .brokered = bind_brokered(in),
        .freedoms = {.offered = in.flag("selection.freedoms.offered"),
                     .council_gain = bind_gains(in),
                     .centre_loss = in.number("selection.freedoms.centre_loss"),
                     .spread = in.number("selection.freedoms.spread")},
        .waits_for_baseline = in.flag("levels.placeholders.wait_for_baseline"),
        .entry = {.voluntary = in.flag("selection.entry.voluntary"),
                  .money_per_target = in.number("selection.entry.money_per_target")},
    };
}

selection::ProtocolKind bind_protocol_kind(config::ParameterReader& in)
{
    return in.choice("selection.protocol.kind", protocols);
}
}  // namespace concordat::scenario
