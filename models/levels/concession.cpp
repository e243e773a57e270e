#include "models/levels/concession.hpp"

#include <algorithm>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::levels
{
Concession::Concession(int months, double exponent) : months_{months}, exponent_{exponent}, centre_{}
{
    core::require(months >= 1 && months <= most_months, "talks last some months");
    core::require(exponent > 0.0, "both sides concede at some time");
    centre_ = set_pace(1.0);
}

Pace Concession::set_pace(double habit) const
{
    Pace pace{};
    if (habit == 1.0 && centre_[months_] == 1.0) return centre_;
    double const exponent = 1.0 / (exponent_ * habit);
    for (int month = 1; month < months_; ++month) {
        pace[month] = core::pow(static_cast<double>(month) / months_, exponent);
    }
    pace[months_] = 1.0;
    return pace;
}

Settlement Concession::strike(LevelCase const& item, Pace const& pace) const
{
    if (item.centre_least > item.council_limit) return {};
    if (item.demand <= item.offer) return {true, item.scale * item.demand, 0.0};
    double const highest = std::clamp(item.council_limit, item.offer, item.demand);
    double const lowest = std::clamp(item.centre_least, item.offer, item.demand);
    double offer = item.offer;
    double gap = item.demand - item.offer;
    for (int month = 1; month <= months_; ++month) {
        double const next_offer = item.offer + (highest - item.offer) * pace[month];
        double const next_demand = item.demand - (item.demand - lowest) * centre_[month];
        double const next_gap = next_demand - next_offer;
        // At the deadline both stand at their limits: what rounding leaves between equal limits is nothing.
        if (next_gap <= 0.0 || month == months_) {
            double const part = std::min(1.0, gap / (gap - next_gap));
            return {true, item.scale * (offer + part * (next_offer - offer)), month - 1 + part};
        }
        offer = next_offer;
        gap = next_gap;
    }
    return {};
}
}  // namespace concordat::levels
