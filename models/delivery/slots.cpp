#include <algorithm>
#include <bit>

#include "models/delivery/gather.hpp"
#include "models/delivery/nash_planner.hpp"

/// The items of a block's agreements: who works on them, and what moves whom whatever the reward.
namespace concordat::delivery
{
using core::lane_count;
using core::Lanes;

namespace
{
int tier_of(BlockWork const& w, std::size_t lane) { return w.two_tier[lane] ? 1 : 0; }
}  // namespace

template <class Power>
void NashPlanner<Power>::gather_slots(BlockWork& w, RoundView const& round) const
{
    auto const& agreement = *round.agreement;
    int used = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        used = std::max(used, agreement.count[static_cast<std::size_t>(w.first_area) + lane]);
    }
    w.slots = w.market.slots = used;
    int entry = 0;
    for (int k = 0; k < used; ++k) {
        std::uint32_t bits = 0;
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = agreement.item(w.first_area + static_cast<int>(lane), k);
            w.indicator[k][lane] = j;
            if (j >= 0) bits |= technology_.producer_bits(j);
        }
        gather_item(w, *round.population, k);
        w.begin[k] = entry;
        for (; bits != 0; bits &= bits - 1) {
            w.partner[entry] = std::countr_zero(bits);
            gather_shares(w, k, entry++);
        }
        w.begin[k + 1] = entry;
    }
    gather_lines(w);
    fill_slots(w, round);
}

/// What does not change in a round, of the items in a slot.
template <class Power>
void NashPlanner<Power>::gather_item(BlockWork& w, state::Population const& population, int slot) const
{
    auto const& item = w.indicator[slot];
    auto const of = [&](auto const& values, double empty) {
        return gather(item, empty, [&](std::size_t, int j) { return values[j]; });
    };
    w.cosine[slot] = of(population.cos_distortion, 1.0);
    w.sine[slot] = of(population.sin_distortion, 0.0);
    w.controllability[slot] = of(population.controllability, 0.0);
    w.relative_value[slot] = of(population.relative_value, 0.0);
    w.plan[slot] = Lanes{0.0};
    w.slot_weight[slot] = w.arrival[slot] = Lanes{1.0};
}

/// The same of one of its producers.
template <class Power>
void NashPlanner<Power>::gather_shares(BlockWork& w, int slot, int e) const
{
    int const p = w.partner[e];
    auto const& item = w.indicator[slot];
    w.share[e] = gather(item, 0.0, [&](std::size_t lane, int j) { return technology_.share(tier_of(w, lane), j, p); });
    Lanes const split = gather(item, 0.0, [&](std::size_t lane, int j) { return technology_.split(tier_of(w, lane), j, p); });
    w.split[e] = core::select(w.share[e] > 0.0, split, Lanes{0.0});
}

/// What national lines ask of the producers of every slot.
template <class Power>
void NashPlanner<Power>::gather_lines(BlockWork& w) const
{
    MotiveParams const& motives = params_.motives;
    for (int k = 0; k < w.slots; ++k) {
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            int const p = w.partner[e];
            w.line[e] = w.aligned_line[e] = Lanes{0.0};
            for (std::size_t lane = 0; p > 0 && lane < lane_count; ++lane) {
                int const j = w.indicator[k][lane];
                if (j < 0 || !(w.share[e][lane] > 0.0)) continue;
                double const shared = w.inputs.shared_motive[j];
                if (technology_.on_national_line(j, p)) {
                    double const pull = w.inputs.national_line[line_at(p, technology_.department(j))];
                    w.line[e][lane] = motives.national_line * (1.0 - motives.alignment) * (shared * pull);
                }
                if (w.share[e][lane] >= motives.alignment_min_share) {
                    w.aligned_line[e][lane] = motives.national_line * motives.alignment * shared;
                }
            }
        }
    }
}

/// What depends on the year's inputs: focus, responses, and what moves everybody on the items in the slots.
template <class Power>
void NashPlanner<Power>::fill_slots(BlockWork& w, RoundView const& round) const
{
    MotiveParams const& motives = params_.motives;
    auto const& in = w.inputs;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        double const items = round.agreement->count[static_cast<std::size_t>(w.first_area) + lane];
        w.focus[lane] = items > 0.0 ? 1.0 + motives.attention / (items + motives.attention_base) : 1.0;
    }
    for (int k = 0; k < w.slots; ++k) {
        auto const& item = w.indicator[k];
        Lanes const factor = gather(item, 1.0, [&](std::size_t lane, int j) { return in.response[j][lane]; });
        w.year.pressed[k] = gather(item, 0.0, [&](std::size_t lane, int j) { return in.slope[j][lane]; });
        w.year.response[k] = w.controllability[k] * w.productivity * (factor * in.belief);
    }
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
