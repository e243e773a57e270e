#pragma once

#include "models/gaming/audit.hpp"
#include "models/gaming/falsification.hpp"
#include "models/gaming/temptation.hpp"
#include "sim/core/lanes.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::gaming
{
/// The shipped settings with every indicator manipulable and one effort point per GBP thousand.
inline GamingParams make_params(RewardShape shape = RewardShape::jump)
{
    return {.manipulable = core::Share{1.0},
            .curvature_median = 4.0,
            .curvature_spread = 0.0,
            .detection = core::Share{0.3},
            .penalty = 0.5,
            .trust_lost = core::Share{0.05},
            .cost_per_target = core::Pounds{2000.0},
            .bunching_window = core::Sigma{0.1},
            .effort_per_thousand = 1.0,
            .shape = shape,
            .floor = 0.6,
            .cap = 1.0};
}

/// Areas with the same items, targets T = 1 = S above x0 = 0 and a reward of one each.
struct GamingScene
{
    state::Pack pack{};
    state::Population population{};
    state::Agreement agreement{};
    state::Targets targets{};
    state::Standing standing{};
    state::Performance performance{};
    state::Gaming gaming{};
    GamingParams params{};

    GamingScene(int areas, int items, GamingParams const& with)
        : pack{support::make_small_pack(areas, items)}, params{with}
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(static_cast<std::size_t>(areas)));
        standing.resize(rows, items, 2);
        population.trust = state::PerArea::Constant(rows, 0.5);
        agreement.item = state::AreaIntTable::Constant(rows, items, -1);
        agreement.count.assign(static_cast<std::size_t>(rows), 0);
        for (int i = 0; i < areas; ++i) {
            agreement.count[static_cast<std::size_t>(i)] = items;
            for (int k = 0; k < items; ++k) agreement.item(i, k) = k;
        }
        targets.announced_trend = state::AreaTable::Zero(rows, items);
        targets.stretch = targets.level = state::AreaTable::Ones(rows, items);
        performance.reward = state::AreaTable::Ones(rows, items);
        performance.reported = performance.payment = state::AreaTable::Zero(rows, items);
        performance.contestants = state::AreaIntTable::Zero(rows, items);
        performance.effort = state::PerArea::Zero(rows);
        gaming.resize(rows, items, items);
    }

    void weigh(std::uint32_t replicate = 0, std::uint32_t round = 0)
    {
        Temptation{pack, params}.weigh({.master_seed = 3, .replicate = replicate, .round = round}, agreement, standing,
                                       gaming);
    }
    void falsify() { Falsification{params}.falsify(agreement, targets, gaming, performance); }
    /// Pays as the hit-or-miss rule does.
    void pay()
    {
        performance.payment = (performance.reported >= targets.level).select(performance.reward, 0.0);
    }
    void audit(std::uint32_t replicate = 0)
    {
        Audit{pack, params}.inspect({.master_seed = 3, .replicate = replicate, .round = 0}, agreement, population,
                                    gaming, performance);
    }
};
}  // namespace concordat::gaming
