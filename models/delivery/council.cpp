#include "models/delivery/nash_planner.hpp"

/// What of the efforts in a plan is the council's own.
namespace concordat::delivery
{
using core::lane_count;
using core::Lanes;

namespace
{
/// What the council and everybody put into the CES sum of one kind of effort.
struct Contributions
{
    Lanes council{0.0}, everybody{0.0};

    void add(int partner, Lanes amount)
    {
        everybody += amount;
        if (partner == 0) council += amount;
    }
    [[nodiscard]] Lanes part(Lanes otherwise) const
    {
        auto const moved = everybody > 0.0;
        return core::select(moved, council / core::select(moved, everybody, Lanes{1.0}), otherwise);
    }
};

/// Of one indicator.
struct Efforts
{
    Contributions aligned{}, measure{};

    /// The part in the effort for the measure: both kinds of effort by what they bring it.
    template <class Power>
    [[nodiscard]] Lanes part_of_measure(Lanes cosine, Lanes sine, Lanes otherwise, Power const& power) const
    {
        Lanes const by_outcome = cosine * power.undo(aligned.everybody);
        Lanes const alone = sine * power.undo(measure.everybody);
        return Contributions{by_outcome * aligned.part(otherwise) + alone * measure.part(otherwise), by_outcome + alone}
            .part(otherwise);
    }
};
}  // namespace

template <class Power>
Lanes NashPlanner<Power>::council_base(BlockWork const& w, int j) const
{
    return core::select(w.two_tier, Lanes{technology_.share(1, j, 0)}, Lanes{technology_.share(0, j, 0)});
}

template <class Power>
Lanes NashPlanner<Power>::slot_discount(BlockWork const& w, int slot, int partner, bool fenced) const
{
    Lanes g = w.discount[partner];
    if (!fenced) return g;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        int const j = w.indicator[slot][lane];
        if (j >= 0) g[lane] = w.year.block_discount[partner * technology_.departments() + technology_.department(j)][lane];
    }
    return g;
}

template <class Power>
void NashPlanner<Power>::part_outside(BlockWork const& w, PartnerLanes const& discount, bool use_fences,
                                      CouncilPart& out) const
{
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        int const d = technology_.department(j);
        Efforts of;
        for (int const p : technology_.producers(j)) {
            Lanes const g = use_fences ? w.year.block_discount[p * technology_.departments() + d] : discount[p];
            of.aligned.add(p, g * w.year.outside.aligned_power[entry]);
            of.measure.add(p, g * w.year.outside.measure_power[entry]);
            ++entry;
        }
        Lanes const base = council_base(w, j);
        out.outside[j] = out.outcome[j] = of.aligned.part(base);
        out.measure[j] = of.part_of_measure(Lanes{cosine_[j]}, Lanes{sine_[j]}, base, power_);
    }
}

template <class Power>
void NashPlanner<Power>::part_before(BlockWork const& w, CouncilPart& out) const
{
    part_outside(w, w.before, false, out);
}

template <class Power>
void NashPlanner<Power>::part_of_council(BlockWork const& w, CouncilPart& out) const
{
    bool const fenced = std::experimental::any_of(w.fenced);
    part_outside(w, w.discount, fenced, out);
    for (int k = 0; k < w.slots; ++k) {
        Efforts of;
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            int const p = w.partner[e];
            Lanes const g = slot_discount(w, k, p, fenced);
            of.aligned.add(p, g * w.year.inside.aligned_power[e]);
            of.measure.add(p, g * w.year.inside.measure_power[e]);
        }
        Lanes base{0.0};
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            if (w.indicator[k][lane] >= 0) base[lane] = council_base(w, w.indicator[k][lane])[lane];
        }
        Lanes const outcome = of.aligned.part(base);
        Lanes const measure = of.part_of_measure(w.cosine[k], w.sine[k], base, power_);
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j < 0) continue;
            out.outcome[j][lane] = outcome[lane];
            out.measure[j][lane] = measure[lane];
        }
    }
}

template <class Power>
Lanes NashPlanner<Power>::spend_inside(BlockWork const& w, Spender who) const
{
    bool const fenced = std::experimental::any_of(w.fenced);
    int const last = who == Spender::council ? 0 : technology_.partners();
    Lanes total{0.0};
    for (int k = 0; k < w.slots; ++k) {
        Lanes aligned{0.0}, measure{0.0}, aligned_cost{0.0}, measure_cost{0.0};
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            Lanes const g = slot_discount(w, k, w.partner[e], fenced);
            aligned += g * w.year.inside.aligned_power[e];
            measure += g * w.year.inside.measure_power[e];
            if (w.partner[e] > last) continue;
            Lanes const factor = power_.spend_factor(g);
            aligned_cost += factor * w.year.inside.aligned_motive[e] * w.year.inside.aligned_power[e];
            measure_cost += factor * w.year.inside.measure_motive[e] * w.year.inside.measure_power[e];
        }
        total += w.year.response[k] * w.year.response[k] *
                 (aligned_cost * power_.undo_less_one(aligned) + measure_cost * power_.undo_less_one(measure));
    }
    return 0.5 / params_.production.effort_cost * total;
}

template <class Power>
Lanes NashPlanner<Power>::spend_before(BlockWork const& w, Spender who) const
{
    int const last = who == Spender::council ? 0 : technology_.partners();
    Lanes total{0.0};
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        Lanes aligned{0.0}, measure{0.0}, aligned_cost{0.0}, measure_cost{0.0};
        for (int const p : technology_.producers(j)) {
            aligned += w.before[p] * w.year.outside.aligned_power[entry];
            measure += w.before[p] * w.year.outside.measure_power[entry];
            if (p <= last) {
                Lanes const factor = power_.spend_factor(w.before[p]);
                aligned_cost += factor * w.year.outside.aligned_motive[entry] * w.year.outside.aligned_power[entry];
                measure_cost += factor * w.year.outside.measure_motive[entry] * w.year.outside.measure_power[entry];
            }
            ++entry;
        }
        total += (1.0 - w.outside_mask[j]) *
                 (aligned_cost * power_.undo_less_one(aligned) + measure_cost * power_.undo_less_one(measure));
    }
    return 0.5 / params_.production.effort_cost * total;
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
