#include "models/cycle/block_memory.hpp"

#include <utility>

namespace concordat::cycle
{
using core::Lanes;

void LivedYear::resize(std::size_t indicators, std::size_t slots)
{
    for (auto* table : {&gain, &baseline, &measured, &share, &partners_share}) table->assign(indicators, Lanes{0.0});
    for (auto* table : {&gain_inside, &value, &paid}) table->assign(slots, Lanes{0.0});
}

void BlockMemory::resize(delivery::Technology const& technology, int max_slots, bool apart, delivery::YearRoom room)
{
    work.resize(technology, max_slots, room);
    auto const indicators = static_cast<std::size_t>(technology.indicators());
    auto const slots = static_cast<std::size_t>(max_slots);
    if (room == delivery::YearRoom::own) lived.resize(indicators, slots);
    for (auto* table : {&spillover, &total_spillover, &total_baseline, &shortfall}) {
        table->assign(indicators, Lanes{0.0});
    }
    for (auto& kind : effort) kind.assign(indicators, Lanes{0.0});
    for (auto& one : group) {
        for (auto* table : {&one.effort, &one.before}) {
            for (auto& kind : *table) kind.assign(apart ? indicators : 0, Lanes{0.0});
        }
    }
    for (auto& kind : arriving) {
        for (auto& year : kind) year.assign(indicators, Lanes{0.0});
    }
    for (auto* table : {&level, &placeholder, &trend, &signed_level, &slot_gain}) table->assign(slots, Lanes{0.0});
}

bool BlockMemory::has_room(delivery::Technology const& technology, int max_slots, bool apart,
                           delivery::YearRoom room) const
{
    bool const has_groups = group[of_council].effort[on_outcome].size() == spillover.size();
    return work.has_room(technology, max_slots, room) && (has_groups || !apart);
}

void BlockMemory::swap_year(BlockMemory& other)
{
    std::swap(work.year, other.work.year);
    std::swap(lived, other.lived);
}
}  // namespace concordat::cycle
