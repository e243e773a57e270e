#include <algorithm>

#include "models/cycle/block_tables.hpp"
#include "models/cycle/delivery_run.hpp"

/// What a year showed: for learning, and for the diary of one area.
namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

/// How far ahead of its target every slot is at the start of the last year. \pre `slot_gain` is still that of
/// the year before
void DeliveryRun::note_position(World& world, BlockMemory& memory, int year) const
{
    auto const& w = memory.work;
    auto& out = world.performance;
    int const first = w.first_area;
    for (int k = 0; k < w.slots; ++k) {
        Lanes const level = cell(world.targets.level, first, k);
        if (year == 0) {
            memory.signed_level[k] = level;
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                int const area = first + static_cast<int>(lane);
                bool const open = world.agreement.placeholder.size() > 0 && w.indicator[k][lane] >= 0 &&
                                  world.agreement.placeholder(area, k) != 0;
                out.without_level(area, k) = open ? 1 : 0;
            }
        }
        if (year + 1 < years_per_round) continue;
        Lanes const wanted = joint_.neutral() ? level : w.market.target[k];
        Lanes const ahead = w.year.start[k] + remaining(year) * w.arrival[k] * memory.slot_gain[k] - wanted;
        put(ahead / w.market.spread[k], out.headway, first, k);
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const area = first + static_cast<int>(lane);
            bool const held = w.indicator[k][lane] >= 0 && out.without_level(area, k) == 0 &&
                              level[lane] == memory.signed_level[k][lane];
            out.held(area, k) = held ? 1 : 0;
        }
    }
}

/// What the year brought, slot by slot.
void DeliveryRun::note_gains(World& world, BlockMemory const& memory, int year) const
{
    auto const at = static_cast<std::size_t>(year);
    auto const& w = memory.work;
    for (int k = 0; k < w.slots; ++k) {
        Lanes const outside = gather(w.indicator[k], 0.0,
                                     [&](std::size_t lane, int j) { return memory.lived.baseline[j][lane]; });
        put(memory.slot_gain[k], world.performance.year_gain[at], w.first_area, k);
        put(memory.lived.gain_inside[k] - outside, world.performance.year_effect[at], w.first_area, k);
    }
}

/// \pre `lived.value` holds what came beyond what was expected, gains left out
void DeliveryRun::report_year(World& world, BlockMemory const& memory, int year) const
{
    auto const& w = memory.work;
    auto& out = world.year;
    double const elapsed = 1.0 - remaining(year) + year_weight;
    auto const& mood = world.shocks.perception;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        int const area = w.first_area + static_cast<int>(lane);
        double surprise = 0.0, expected = 0.0, ahead = 0.0, items = 0.0, targets = 0.0;
        for (int k = 0; k < w.slots; ++k) {
            int const j = w.indicator[k][lane];
            if (j < 0) continue;
            double const before = year > 0 ? mood[year - 1][j] : 0.0;
            double const gain = year_weight * memory.slot_gain[k][lane];
            double const believed = w.inputs.belief[lane] * gain;
            surprise += memory.lived.value[k][lane] + mood[year][j] - before + gain - believed;
            expected += believed;
            double const reported = world.performance.measured(area, k) + mood[year][j];
            items += 1.0;
            if (world.agreement.placeholder.size() > 0 && world.agreement.placeholder(area, k) != 0) continue;
            ahead += reported >= elapsed * world.targets.level(area, k) ? 1.0 : 0.0;
            targets += 1.0;
        }
        double const count = std::max(items, 1.0);
        out.surprise[area] = surprise / count;
        out.expected_gain[area] = expected / count;
        out.on_track[area] = ahead / std::max(targets, 1.0);
        out.items[area] = items;
        double involved = 0.0, members = 0.0;
        for (std::size_t p = 1; p < pack_.partner_count(); ++p) {
            if (pack_.partners[p].voice_only) continue;
            involved += w.involvement[p][lane];
            members += 1.0;
        }
        out.contribution[area] = members > 0.0 ? involved / members : 1.0;
    }
}

void DeliveryRun::write_diary(World& world, BlockMemory const& memory, int year) const
{
    auto const& w = memory.work;
    auto& diary = world.diary;
    int const offset = diary.area - w.first_area;
    if (offset < 0 || offset >= static_cast<int>(lane_count)) return;
    auto const lane = static_cast<std::size_t>(offset);
    for (int k = 0; k < w.slots; ++k) {
        int const j = w.indicator[k][lane];
        if (j < 0) continue;
        diary.items.push_back({.year = year,
                               .slot = k,
                               .indicator = j,
                               .plan = w.plan[k][lane],
                               .slope = w.year.slope[k].value[lane],
                               .gain = memory.lived.gain_inside[k][lane],
                               .measured_gain = memory.slot_gain[k][lane],
                               .reported = world.performance.measured(diary.area, k) + world.shocks.perception[year][j]});
    }
    state::Diary::Partners partners{.year = year};
    for (std::size_t p = 0; p < pack_.partner_count(); ++p) {
        partners.involvement.push_back(w.involvement[p][lane]);
        partners.spend.push_back(w.spend[p][lane]);
    }
    diary.partners.push_back(std::move(partners));
}
}  // namespace concordat::cycle
