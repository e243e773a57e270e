#include "models/cycle/joint_targets.hpp"

#include <algorithm>
#include <cmath>

namespace concordat::cycle
{
namespace
{
/// What is looked at to find who holds an item.
struct Held
{
    state::Agreement const& agreement;
    state::AreaIntTable const& contestants;
};

/// The slot in which an area holds a chosen item with a level and without a contest, or -1.
int find_slot(Held const& in, int area, int indicator)
{
    auto const at = static_cast<std::size_t>(area);
    for (int k = in.agreement.statutory[at]; k < in.agreement.count[at]; ++k) {
        if (in.agreement.item(area, k) != indicator) continue;
        return in.agreement.placeholder(area, k) == 0 && in.contestants(area, k) == 0 ? k : -1;
    }
    return -1;
}

state::JointItem find_holders(Held const& in, std::vector<int> const& group, int indicator)
{
    state::JointItem item{.indicator = indicator};
    for (int const i : group) {
        int const k = find_slot(in, i, indicator);
        if (k < 0) continue;
        auto const n = static_cast<std::size_t>(item.holders++);
        item.area[n] = i;
        item.slot[n] = k;
    }
    return item;
}

bool is_held_by(state::JointItem const& item, int area)
{
    return std::find(item.area.begin(), item.area.begin() + item.holders, area) != item.area.begin() + item.holders;
}
}  // namespace

void JointTargets::resize(state::Agreement const& agreement, state::JointItems& joint) const
{
    Eigen::Index const rows = neutral() ? 0 : agreement.item.rows();
    Eigen::Index const slots = neutral() ? 0 : agreement.item.cols();
    joint.list.clear();
    joint.list.reserve(static_cast<std::size_t>(rows * slots));
    joint.holders = state::AreaIntTable::Zero(rows, slots);
    joint.returns = state::AreaTable::Ones(rows, slots);
    for (auto* table : {&joint.expected, &joint.seen.level, &joint.seen.announced_trend, &joint.seen.stretch}) {
        *table = state::AreaTable::Zero(rows, slots);
    }
}

void JointTargets::list(state::Agreement const& agreement, state::AreaIntTable const& contestants,
                        BorderSpillovers const& border, state::JointItems& joint) const
{
    joint.list.clear();
    joint.holders.setZero();
    joint.returns.setOnes();
    for (auto const& group : areas_.groups()) {
        for (int const i : group) {
            auto const at = static_cast<std::size_t>(i);
            for (int k = agreement.statutory[at]; k < agreement.count[at]; ++k) {
                int const j = agreement.item(i, k);
                if (!areas_.covers(j) || joint.holders(i, k) > 0) continue;
                auto const item = find_holders({agreement, contestants}, group, j);
                if (item.holders < 2 || item.area.front() != i) continue;
                for (std::size_t n = 0; n < static_cast<std::size_t>(item.holders); ++n) {
                    joint.holders(item.area[n], item.slot[n]) = item.holders;
                    joint.returns(item.area[n], item.slot[n]) =
                        1.0 + border.share_reaching(item.area[n], j, [&](int other) { return is_held_by(item, other); });
                }
                joint.list.push_back(item);
            }
        }
    }
}

void JointTargets::see(state::Targets const& targets, state::AreaTable const& results, state::JointItems& joint) const
{
    constexpr double rounding = 1e-12;  // [sigma] all who hold a target have met it, or none has
    joint.seen = targets;
    for (auto const& item : joint.list) {
        double missing = 0.0, gained = 0.0, stretch = 0.0;
        for (std::size_t n = 0; n < static_cast<std::size_t>(item.holders); ++n) {
            int const i = item.area[n], k = item.slot[n];
            missing += targets.level(i, k) - results(i, k);
            gained += results(i, k) - targets.announced_trend(i, k);
            stretch += targets.stretch(i, k);
        }
        if (std::abs(missing) < rounding) missing = 0.0;
        for (std::size_t n = 0; n < static_cast<std::size_t>(item.holders); ++n) {
            int const i = item.area[n], k = item.slot[n];
            joint.seen.level(i, k) = results(i, k) + missing;
            joint.seen.announced_trend(i, k) = results(i, k) - gained;
            joint.seen.stretch(i, k) = stretch;
        }
    }
}
}  // namespace concordat::cycle
