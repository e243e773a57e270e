#include "models/cycle/block_memory.hpp"

namespace concordat::cycle
{
using core::Lanes;

void BlockMemory::resize(delivery::Technology const& technology, int max_slots, bool apart)
{
    work.resize(technology, max_slots);
    auto const indicators = static_cast<std::size_t>(technology.indicators());
    auto const slots = static_cast<std::size_t>(max_slots);
    for (auto* table : {&gain, &spillover, &total_gain, &total_spillover, &total_baseline, &baseline, &measured, &share,
                        &shortfall}) {
        table->assign(indicators, Lanes{0.0});
    }
    for (auto& kind : effort) kind.assign(indicators, Lanes{0.0});
    for (auto& one : group) {
        for (auto& kind : one.effort) kind.assign(apart ? indicators : 0, Lanes{0.0});
    }
    for (auto& kind : arriving) {
        for (auto& year : kind) year.assign(indicators, Lanes{0.0});
    }
    for (auto* table : {&level, &placeholder, &signed_level, &slot_gain, &slot_true, &slot_value, &paid}) {
        table->assign(slots, Lanes{0.0});
    }
}

bool BlockMemory::has_room(delivery::Technology const& technology, int max_slots, bool apart) const
{
    bool const has_groups = group[of_council].effort[on_outcome].size() == gain.size();
    return work.has_room(technology, max_slots) && (has_groups || !apart);
}
}  // namespace concordat::cycle
