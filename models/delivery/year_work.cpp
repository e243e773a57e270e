#include "models/delivery/year_work.hpp"

namespace concordat::delivery
{
using core::Lanes;

void Powers::resize(std::size_t entries)
{
    for (auto* table : {&aligned_motive, &aligned_power, &measure_motive, &measure_power}) {
        table->assign(entries, Lanes{0.0});
    }
}

bool YearWork::has_room(Technology const& technology, int max_slots) const
{
    auto const partners = static_cast<std::size_t>(technology.partners());
    return start.size() >= static_cast<std::size_t>(max_slots) && coupling.size() == partners * partners &&
           fence.size() == partners * static_cast<std::size_t>(technology.departments()) &&
           felt.size() == static_cast<std::size_t>(technology.indicators()) &&
           outside.aligned_motive.size() == technology.pairs();
}

void YearWork::resize(Technology const& technology, int max_slots)
{
    auto const n = static_cast<std::size_t>(max_slots);
    auto const partners = static_cast<std::size_t>(technology.partners());
    std::size_t const entries = n * partners;
    for (auto* table : {&response, &pressed, &start, &side, &next_plan, &gain, &true_gain, &gain_slope, &steepest}) {
        table->assign(n, Lanes{0.0});
    }
    slope.assign(n, state::Slope{Lanes{0.0}, Lanes{0.0}});
    for (auto* table : {&reward_weight, &measured, &own, &aligned_slope, &measure_slope}) {
        table->assign(entries, Lanes{0.0});
    }
    inside.resize(entries);
    outside.resize(technology.pairs());
    for (auto* table : {&felt, &known, &link, &next_link}) {
        table->assign(static_cast<std::size_t>(technology.indicators()), Lanes{0.0});
    }
    for (auto* table : {&coupling, &outside_coupling, &unpaid_coupling}) table->assign(partners * partners, Lanes{0.0});
    std::size_t const blocks = partners * static_cast<std::size_t>(technology.departments());
    for (auto* table : {&line_motive, &line_power, &fence, &block_spend}) table->assign(blocks, Lanes{0.0});
    block_discount.assign(blocks, Lanes{1.0});
    bracket.resize(technology, max_slots);
    first_area = nobodys;
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
