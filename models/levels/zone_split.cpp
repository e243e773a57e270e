#include "models/levels/zone_split.hpp"

#include <algorithm>

namespace concordat::levels
{
Settlement ZoneSplit::strike(LevelCase const& item, Pace const& /*pace*/) const
{
    double const split = item.offer + centre_share_ * (item.demand - item.offer);
    if (limits_ == Limits::ignored) return {true, item.scale * split, 0.0};
    if (item.centre_least > item.council_limit) return {};
    return {true, item.scale * std::clamp(split, item.centre_least, item.council_limit), 0.0};
}
}  // namespace concordat::levels
