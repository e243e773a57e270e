#include "models/behaviour/joint_effort.hpp"

#include <cmath>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::behaviour
{
using core::Lanes;

JointEffort::JointEffort(double complementarity) : power_{complementarity}
{
    core::require(complementarity > 0.0 && complementarity <= 1.0, "efforts are substitutes or complements");
    constexpr double usual = 2.0 / 3.0;
    constexpr double rounding = 1e-4;  // ".6667" in a file means two thirds
    two_thirds_ = std::abs(complementarity - usual) < rounding;
    if (two_thirds_) power_ = usual;
}

/// sum^(1/rho)
Lanes JointEffort::undo(Lanes sum) const
{
    return two_thirds_ ? sum * std::experimental::sqrt(sum) : core::pow(sum, Lanes{1.0 / power_});
}

Lanes JointEffort::join(Lanes council, Lanes partners, Lanes part) const
{
    Lanes const zero{0.0}, one{1.0};
    // Lone groups and equal indices keep their bits; many indicators are of one group, and are done with here.
    auto const lone = part >= one || council == partners;
    auto const alone = lone || part <= zero;
    Lanes const simple = core::select(lone, council, partners);
    if (std::experimental::all_of(alone)) return simple;
    auto const council_leads = council >= partners;
    Lanes const larger = core::select(council_leads, council, partners);
    Lanes const smaller = core::select(council_leads, partners, council);
    Lanes const leading = core::select(council_leads, part, one - part);
    // In units of the larger, so that nothing overflows.
    Lanes const ratio = core::select(larger > zero, smaller / core::select(larger > zero, larger, one), one);
    Lanes const sum = leading + (one - leading) * core::pow(ratio, Lanes{power_});
    return core::select(alone, simple, larger * undo(sum));
}
}  // namespace concordat::behaviour
