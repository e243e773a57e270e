#include "models/cycle/block_tables.hpp"
#include "models/cycle/delivery_run.hpp"

/// The end of a round: what it brought, and what is paid for it.
namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

void DeliveryRun::close(World& world) const
{
    for (auto const& memory : world.blocks) {
        close_block(world, memory);
        if (!at_once(world)) keep_efforts(world, memory);
    }
}

void DeliveryRun::price_reports(World& world) const
{
    using incentives::SchemeKind;
    auto const kind = incentives_.scheme;
    if (kind != SchemeKind::linear && kind != SchemeKind::pooled && kind != SchemeKind::tournament) return;
    visit_blocks(world, [&](BlockMemory& memory) {
        auto& w = memory.work;
        for (int k = 0; k < w.slots; ++k) w.market.expected[k] = cell(world.performance.reported, w.first_area, k);
        scheme_->price(w.market, w.year.slope);
        for (int k = 0; k < w.slots; ++k) put(w.year.slope[k].value, world.gaming.slope, w.first_area, k);
    });
}

void DeliveryRun::settle(World& world, core::Share honoured) const
{
    if (compares_areas()) rank_areas(world);
    (void)see_targets(world);
    visit_blocks(world, [&](BlockMemory& memory) { pay(world, memory, honoured.value()); });
}

void DeliveryRun::close_block(World& world, BlockMemory const& memory) const
{
    auto& out = world.performance;
    auto const& w = memory.work;
    auto const& mood = world.shocks.perception.back();
    for (int k = 0; k < w.slots; ++k) {
        Lanes const felt = gather(w.indicator[k], 0.0,
                                  [&](std::size_t, int j) { return mood[j]; });
        put(cell(out.measured, w.first_area, k) + felt, out.reported, w.first_area, k);
    }
    for (std::size_t j = 0; j < memory.total_baseline.size(); ++j) {
        put(memory.total_baseline[j], out.baseline_gain, w.first_area, static_cast<Eigen::Index>(j));
        put(memory.total_spillover[j], out.spillover, w.first_area, static_cast<Eigen::Index>(j));
    }
}

void DeliveryRun::pay(World& world, BlockMemory& memory, double honoured) const
{
    auto& w = memory.work;
    auto& out = world.performance;
    if (scheme_->ranks_areas() || targets_moved(world, memory)) offer_market(world, memory);
    if (!joint_.neutral()) show_joint(world, memory);
    for (int k = 0; k < w.slots; ++k) {
        memory.lived.value[k] = cell(out.reported, w.first_area, k);
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const area = w.first_area + static_cast<int>(lane);
            w.market.rival_gain[k][lane] = 0.0;
            if (out.contestants(area, k) == 0) continue;
            int const j = world.agreement.item(area, k);
            if (scheme_->ranks_areas()) {
                auto const rank = contests_.rank(out, area, k, j);
                w.market.rivals_ahead[k][lane] = rank.ahead;
                w.market.rivals_level[k][lane] = rank.level;
            } else {
                w.market.rival_gain[k][lane] = contests_.rival_mean(out, area, k, j);
            }
        }
    }
    scheme_->pay(w.market, memory.lived.value, memory.lived.paid);
    for (int k = 0; k < w.slots; ++k) put(honoured * memory.lived.paid[k], out.payment, w.first_area, k);
}
}  // namespace concordat::cycle
