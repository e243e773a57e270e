#include <algorithm>
#include <cmath>

#include "models/cycle/block_tables.hpp"
#include "models/cycle/delivery_run.hpp"

/// Targets that several councils hold together, in the plans of each of them.
namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

void DeliveryRun::list_joint(World& world) const
{
    joint_.list(world.agreement, world.performance.contestants, border_, world.joint);
}

state::Targets const& DeliveryRun::see_targets(World& world) const
{
    if (joint_.neutral()) return world.targets;
    joint_.see(world.targets, world.performance.reported, world.joint);
    return world.joint.seen;
}

/// What the holders of an item achieve together is spread wider: each one's own luck adds up as variances do, and
/// what is common to all as it is.
Lanes DeliveryRun::widen(World const& world, int first_area, int slot, Lanes own_variance, Lanes common_variance) const
{
    Lanes out = own_variance + common_variance;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        double const holders = world.joint.holders(first_area + static_cast<int>(lane), slot);
        if (holders > 0.0) out[lane] = holders * own_variance[lane] + holders * holders * common_variance[lane];
    }
    return out;
}

/// Lays what the others are expected to achieve, or report, over the targets that are held together.
void DeliveryRun::show_joint(World const& world, BlockMemory& memory) const
{
    auto& w = memory.work;
    auto const& seen = world.joint.seen;
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const area = w.first_area + static_cast<int>(lane);
            double const holders = world.joint.holders(area, k);
            if (holders == 0.0) continue;
            w.market.target[k][lane] = seen.level(area, k);
            w.market.announced[k][lane] = seen.announced_trend(area, k);
            w.market.stretch[k][lane] = seen.stretch(area, k);
            w.market.social_value[k][lane] = social_value(world, area, w.indicator[k][lane]) / holders;
        }
    }
}

/// Moves what all know of an area's plan the given part of the way to it. Returns the largest distance that there
/// was on items that are held together, per area.
Lanes DeliveryRun::publish_joint(World& world, BlockMemory const& memory, double part) const
{
    auto const& w = memory.work;
    Lanes change{0.0};
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const area = w.first_area + static_cast<int>(lane);
            if (world.joint.holders(area, k) == 0) continue;
            double& shown = world.joint.expected(area, k);
            double const planned = w.year.start[k][lane] + w.plan[k][lane];
            change[lane] = std::max<double>(change[lane], std::abs(planned - shown));
            shown = part >= 1.0 ? planned : shown + part * (planned - shown);
        }
    }
    return change;
}

/// Who agreed with those around counts what of its gain reaches them: as improvement that it wants, and in what is
/// paid for on the whole. \pre motives of the year are set
void DeliveryRun::count_neighbours(World const& world, BlockMemory& memory) const
{
    if (joint_.neutral() || border_.neutral()) return;
    auto& w = memory.work;
    for (int k = 0; k < w.slots; ++k) {
        Lanes const returns = cell(world.joint.returns, w.first_area, k);
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            w.year.own[e] *= returns;
            w.year.reward_weight[e] *= returns;
        }
    }
}
}  // namespace concordat::cycle
