#include "models/incentives/falsified_target.hpp"

#include <limits>

#include "models/state/false_report.hpp"
#include "sim/core/normal_pair.hpp"

namespace concordat::incentives
{
using core::Lanes;

Lanes FalsifiedTarget::window_of(state::BlockSlots const& in, int slot)
{
    return state::find_false_window(in.reward[slot], in.detection[slot], in.penalty[slot], in.curvature[slot]);
}

FalsifiedTarget::FalsifiedTarget(state::BlockSlots const& in, int slot, Lanes window)
    : reward_{in.reward[slot]},
      spread_{in.spread[slot]},
      at_stake_{in.detection[slot] * (in.reward[slot] + in.penalty[slot])},
      window_{window},
      z_target_{(in.target[slot] - in.expected[slot]) / spread_},
      z_window_{z_target_ - window_ / spread_}
{
    auto const target = core::normal_pair(z_target_), end = core::normal_pair(z_window_);
    pdf_target_ = target.pdf;
    pdf_window_ = end.pdf;
    between_ = target.cdf - end.cdf;
    Lanes const given = in.curvature[slot];
    curvature_ = core::select(given < std::numeric_limits<double>::infinity(), given, Lanes{0.0});
}

state::Slope FalsifiedTarget::slope() const
{
    Lanes const closer = z_target_ * spread_ * between_ + spread_ * (pdf_target_ - pdf_window_);
    Lanes const honest = at_stake_ * pdf_target_ / spread_;
    return {.value = curvature_ * closer + honest,
            .derivative = curvature_ * (window_ / spread_ * pdf_window_ - between_) + honest * z_target_ / spread_};
}

Lanes FalsifiedTarget::worth() const
{
    // E[(T - y)^2; T - mbar < y < T], from the truncated normal's moments.
    Lanes const squared = spread_ * spread_ *
                          ((z_target_ * z_target_ + 1.0) * between_ + z_target_ * pdf_target_ -
                           (2.0 * z_target_ - z_window_) * pdf_window_);
    return reward_ * core::normal_cdf(-z_target_) + (reward_ - at_stake_) * between_ - 0.5 * curvature_ * squared;
}
}  // namespace concordat::incentives
