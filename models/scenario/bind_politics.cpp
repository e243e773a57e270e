#include "models/scenario/bind_politics.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using politics::EngagementMode;
using Name = std::string_view;

constexpr std::array engagement_names{std::pair{Name{"none"}, EngagementMode::none},
                                      std::pair{Name{"drawn"}, EngagementMode::drawn}};
constexpr std::array inspection_names{std::pair{Name{"stays"}, false}, std::pair{Name{"ends"}, true}};

politics::ElectionParams bind_elections(config::ParameterReader& in)
{
    return {
        .flip = in.share("politics.elections.flip"),
        .sceptic = in.share("politics.elections.sceptic"),
        .partner_retreat = in.share("politics.elections.partner_retreat"),
    };
}

politics::EngagementParams bind_engagement(config::ParameterReader& in)
{
    return {
        .mode = in.choice("politics.engagement.mode", engagement_names),
        .ignorant = in.share("politics.engagement.ignorant"),
        .engaged = in.share("politics.engagement.engaged"),
        .rejecting = in.share("politics.engagement.rejecting"),
        .engaged_effect = in.number("politics.engagement.engaged_effect"),
        .apathetic_effect = in.number("politics.engagement.apathetic_effect"),
        .rejecting_effect = in.number("politics.engagement.rejecting_effect"),
        .sceptic_effect = in.number("politics.engagement.sceptic_effect"),
    };
}

politics::DecouplingParams bind_decoupling(config::ParameterReader& in)
{
    return {
        .base = in.share("politics.decoupling.base"),
        .if_rejecting = in.share("politics.decoupling.if_rejecting"),
        .per_forced = in.share("politics.decoupling.per_forced"),
        .imposed_weight = in.share("politics.decoupling.imposed_weight"),
    };
}

politics::RecessionParams bind_recession(config::ParameterReader& in)
{
    return {
        .severity = in.number("politics.recession.severity"),
        .round = in.integer("politics.recession.round"),
        .first_year = in.integer("politics.recession.first_year"),
        .shock_years = in.integer("politics.recession.shock_years"),
        .budget_fall = in.share("politics.recession.budget_fall"),
        .retreat = in.share("politics.recession.retreat"),
        .centre_weight = in.share("politics.recession.centre_weight"),
        .telling = in.share("politics.recession.telling"),
        .late_factor = in.number("politics.recession.late_factor"),
    };
}

politics::AbolitionParams bind_abolition(config::ParameterReader& in)
{
    return {
        .round = in.integer("politics.abolition.round"),
        .year = in.integer("politics.abolition.year"),
        .honour = in.share("politics.abolition.honour"),
        .expected = in.share("politics.abolition.expected"),
        .foresight = in.integer("politics.abolition.foresight"),
        .inspection_ends = in.choice("politics.abolition.inspection", inspection_names),
    };
}
}  // namespace

PoliticsGroup bind_politics(config::ParameterReader& in)
{
    return {
        .elections = bind_elections(in),
        .engagement = bind_engagement(in),
        .decoupling = bind_decoupling(in),
        .recession = bind_recession(in),
        .abolition = bind_abolition(in),
    };
}
}  // namespace concordat::scenario
