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

namespace
{
std::size_t count_pairs(Technology const& technology)
{
    std::size_t pairs = 0;
    for (int j = 0; j < technology.indicators(); ++j) pairs += technology.producers(j).size();
    return pairs;
}
}  // namespace

bool BlockWork::has_room(Technology const& technology, int max_slots) const
{
    auto const partners = static_cast<std::size_t>(technology.partners());
    return begin.size() >= static_cast<std::size_t>(max_slots) + 1 && coupling.size() == partners * partners &&
           block_spend.size() == partners * static_cast<std::size_t>(technology.departments()) &&
           outside_mask.size() == static_cast<std::size_t>(technology.indicators()) &&
           outside.aligned_motive.size() == count_pairs(technology);
}

void BlockWork::resize(Technology const& technology, int max_slots)
{
    auto const n = static_cast<std::size_t>(max_slots);
    auto const partners = static_cast<std::size_t>(technology.partners());
    std::size_t const entries = n * partners;
    indicator.assign(n, {});
    for (auto* table : {&response, &controllability, &relative_value, &cosine, &sine, &start, &plan, &side, &next_plan,
                        &gain, &true_gain, &gain_slope, &steepest}) {
        table->assign(n, Lanes{0.0});
    }
    slope.assign(n, state::Slope{Lanes{0.0}, Lanes{0.0}});
    market.resize(max_slots);
    begin.assign(n + 1, 0);
    partner.assign(entries, 0);
    for (auto* table : {&share, &split, &line, &aligned_line, &fixed_motive, &agreed_motive, &own_motive, &reward_weight, &measured, &own,
                        &aligned_slope, &measure_slope}) {
        table->assign(entries, Lanes{0.0});
    }
    inside.resize(entries);
    outside.resize(count_pairs(technology));
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
    bracket.resize(technology, max_slots);
    fenced = rescued = unsettled = core::LaneMask{false};
}

void BracketBuffers::resize(Technology const& technology, int max_slots)
{
    auto const partners = static_cast<std::size_t>(technology.partners());
    auto const departments = static_cast<std::size_t>(technology.departments());
    row = (partners + core::lane_count - 1) / core::lane_count * core::lane_count;
    for (auto* list : {&pool, &pool_before, &free_spend, &free_budget}) list->assign(row, 1.0);
    for (auto* list : {&block, &block_spend, &free_part}) list->assign(departments * row, 0.0);
    for (auto* list : {&coupling, &constant_coupling}) list->assign(departments * partners * row, 0.0);
    fenced.assign(departments * row, 0);
    fences.reserve(departments * partners);
    producers.assign(static_cast<std::size_t>(max_slots), {});
    plan.assign(static_cast<std::size_t>(max_slots), 0.0);
    probe.resize(1);
    probe.slots = 1;
    probe_slope.assign(1, state::Slope{Lanes{0.0}, Lanes{0.0}});
}
}  // namespace concordat::delivery
