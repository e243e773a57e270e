#include "models/levels/same_percentage.hpp"

#include <algorithm>

namespace concordat::levels
{
Settlement SamePercentage::strike(LevelCase const& item, Pace const& /*pace*/) const
{
    double const baseline =
        std::max(0.0, params_.baseline.value() + params_.baseline_per_need.value() * item.need);
    double const target = params_.percentage.value() * baseline;
    return {true, std::max(params_.least_stretch.value(), target - item.announced), 0.0};
}
}  // namespace concordat::levels
