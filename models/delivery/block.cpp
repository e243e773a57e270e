#include "models/delivery/block.hpp"

namespace concordat::delivery
{
using core::Lanes;

void Powers::resize(std::size_t entries)
{
    for (auto* table : {&aligned_motive, &aligned_power, &measure_motive, &measure_power}) {
        table->assign(entries, Lanes{0.0});
    }
}

void BlockWork::resize(Technology const& technology, int max_slots)
{
    auto const n = static_cast<std::size_t>(max_slots);
    auto const partners = static_cast<std::size_t>(technology.partners());
    std::size_t const entries = n * partners;
    indicator.assign(n, {});
    for (auto* table : {&response, &cosine, &sine, &start, &plan, &side, &next_plan, &gain, &true_gain, &gain_slope, &focus,
                        &steepest}) {
        table->assign(n, Lanes{0.0});
    }
    slope.assign(n, state::Slope{Lanes{0.0}, Lanes{0.0}});
    market.resize(max_slots);
    begin.assign(n + 1, 0);
    partner.assign(entries, 0);
    for (auto* table : {&share, &split, &fixed_motive, &agreed_motive, &own_motive, &reward_weight, &measured, &own,
                        &aligned_slope, &measure_slope}) {
        table->assign(entries, Lanes{0.0});
    }
    inside.resize(entries);
    std::size_t pairs = 0;
    for (int j = 0; j < technology.indicators(); ++j) pairs += technology.producers(j).size();
    outside.resize(pairs);
    auto const indicators = static_cast<std::size_t>(technology.indicators());
    inputs.response.assign(indicators, Lanes{1.0});
    inputs.slope.assign(indicators, Lanes{0.0});
    inputs.shared_motive.assign(indicators, 1.0);
    inputs.ordinary = true;
    for (auto* table : {&slot_weight, &arrival}) table->assign(n, Lanes{1.0});
    for (auto* table : {&felt, &known, &link, &next_link}) table->assign(indicators, Lanes{0.0});
    outside_mask.assign(static_cast<std::size_t>(technology.indicators()), Lanes{1.0});
    for (auto* table : {&usual_budget, &budget, &spend, &pooled}) table->fill(Lanes{0.0});
    for (auto* table : {&discount, &before, &involvement}) table->fill(Lanes{1.0});
    coupling.assign(partners * partners, Lanes{0.0});
    outside_coupling.assign(partners * partners, Lanes{0.0});
    unpaid_coupling.assign(partners * partners, Lanes{0.0});
    std::size_t const blocks = partners * static_cast<std::size_t>(technology.departments());
    usual_fence.assign(blocks, Lanes{0.0});
    fence.assign(blocks, Lanes{0.0});
    block_spend.assign(blocks, Lanes{0.0});
    block_discount.assign(blocks, Lanes{1.0});
    inputs.national_line.assign(blocks, 1.0);
    for (auto* table : {&line_motive, &line_power}) table->assign(blocks, Lanes{0.0});
    for (auto* list : {&bracket.pool, &bracket.pool_before, &bracket.free_spend, &bracket.free_budget}) {
        list->assign(partners, 1.0);
    }
    for (auto* list : {&bracket.block, &bracket.block_before, &bracket.block_spend}) list->assign(blocks, 0.0);
    for (auto* list : {&bracket.coupling, &bracket.constant_coupling}) list->assign(blocks * partners, 0.0);
    bracket.fenced.assign(blocks, 0);
    bracket.plan.assign(n, 0.0);
    bracket.probe.resize(1);
    bracket.probe.slots = 1;
    bracket.probe_slope.assign(1, state::Slope{Lanes{0.0}, Lanes{0.0}});
    fenced = rescued = unsettled = core::LaneMask{false};
}
}  // namespace concordat::delivery
