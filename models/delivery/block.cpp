#include "models/delivery/block.hpp"

namespace concordat::delivery
{
using core::Lanes;

bool BlockWork::has_room(Technology const& technology, int max_slots, YearRoom room) const
{
    auto const partners = static_cast<std::size_t>(technology.partners());
    return begin.size() >= static_cast<std::size_t>(max_slots) + 1 && share.size() == (begin.size() - 1) * partners &&
           usual_fence.size() == partners * static_cast<std::size_t>(technology.departments()) &&
           outside_mask.size() == static_cast<std::size_t>(technology.indicators()) &&
           (room == YearRoom::lent || year.has_room(technology, max_slots));
}

void BlockWork::resize(Technology const& technology, int max_slots, YearRoom room)
{
    auto const n = static_cast<std::size_t>(max_slots);
    auto const partners = static_cast<std::size_t>(technology.partners());
    std::size_t const entries = n * partners;
    if (room == YearRoom::own) year.resize(technology, max_slots);
    indicator.assign(n, {});
    for (auto* table : {&controllability, &relative_value, &cosine, &sine, &plan}) table->assign(n, Lanes{0.0});
    market.resize(max_slots);
    begin.assign(n + 1, 0);
    partner.assign(entries, 0);
    for (auto* table : {&share, &split, &line, &aligned_line}) table->assign(entries, Lanes{0.0});
    auto const indicators = static_cast<std::size_t>(technology.indicators());
    inputs.response.assign(indicators, Lanes{1.0});
    inputs.slope.assign(indicators, Lanes{0.0});
    inputs.shared_motive.assign(indicators, 1.0);
    inputs.shared_care = 0.0;
    inputs.single_reward.assign(indicators, 0.0);
    inputs.single_worth = Lanes{0.0};
    inputs.singles = false;
    inputs.ordinary = true;
    for (auto* table : {&slot_weight, &arrival}) table->assign(n, Lanes{1.0});
    outside_mask.assign(indicators, Lanes{1.0});
    for (auto* table : {&usual_budget, &budget, &spend, &pooled}) table->fill(Lanes{0.0});
    for (auto* table : {&discount, &before, &involvement}) table->fill(Lanes{1.0});
    std::size_t const blocks = partners * static_cast<std::size_t>(technology.departments());
    usual_fence.assign(blocks, Lanes{0.0});
    inputs.national_line.assign(blocks, 1.0);
    fenced = rescued = unsettled = core::LaneMask{false};
}
}  // namespace concordat::delivery
