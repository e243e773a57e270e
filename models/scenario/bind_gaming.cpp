#include "models/scenario/bind_gaming.hpp"

#include "models/scenario/bind_money.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
gaming::RewardShape shape_of(incentives::SchemeKind scheme)
{
    using gaming::RewardShape;
    using incentives::SchemeKind;
    switch (scheme) {
        case SchemeKind::none: return RewardShape::none;
        case SchemeKind::threshold: return RewardShape::jump;
        case SchemeKind::pro_rata: return RewardShape::pro_rata;
        case SchemeKind::linear: return RewardShape::slope;
        case SchemeKind::pooled: return RewardShape::slope;
        case SchemeKind::tournament: return RewardShape::contest;
    }
    return RewardShape::none;
}
}  // namespace

gaming::GamingParams bind_gaming(config::ParameterReader& in, incentives::IncentiveParams const& incentives)
{
    return {
        .manipulable = in.share("gaming.manipulation.indicators"),
        .curvature_median = in.number("gaming.manipulation.curvature"),
        .curvature_spread = in.number("gaming.manipulation.curvature_spread"),
        .detection = in.share("gaming.audit.detection"),
        .penalty = in.number("gaming.audit.penalty"),
        .trust_lost = in.share("gaming.audit.trust_lost"),
        .cost_per_target = in.pounds("gaming.audit.cost_per_target"),
        .bunching_window = in.sigma("gaming.manipulation.bunching_window"),
        .effort_per_thousand = bind_worth(in, incentives),
        .shape = shape_of(incentives.scheme),
        .floor = incentives.pro_rata.floor,
        .cap = incentives.pro_rata.cap,
    };
}
}  // namespace concordat::scenario
