#include "models/delivery/multipliers.hpp"

#include <algorithm>
#include <type_traits>

namespace concordat::delivery
{
using core::LaneMask;
using core::Lanes;

namespace
{
/// One indicator's or slot's producers in the lists of powers.
struct Producers
{
    Powers const& powers;
    std::size_t first;   ///< [index] of the first of them in the lists
    int const* partner;  ///< [index] one for each
    std::size_t count;
};

/// Adds factor m_e V_e V_f of all pairs of producers to M_ef, for both kinds of effort.
/// \param count that of `of`, known when compiling where it is common
template <class Count>
void add_pairs(Producers const& of, Count count, Lanes factor, int partners, Lanes* coupling)
{
    Lanes const* const aligned_power = of.powers.aligned_power.data() + of.first;
    Lanes const* const measure_power = of.powers.measure_power.data() + of.first;
    for (std::size_t a = 0; a < count; ++a) {
        Lanes const aligned = factor * of.powers.aligned_motive[of.first + a] * aligned_power[a];
        Lanes const measure = factor * of.powers.measure_motive[of.first + a] * measure_power[a];
        Lanes* const row = coupling + of.partner[a] * partners;
        for (std::size_t b = 0; b < count; ++b) {
            row[of.partner[b]] += aligned * aligned_power[b] + measure * measure_power[b];
        }
    }
}

void couple_pairs(Producers const& of, Lanes factor, int partners, Lanes* coupling)
{
    using std::integral_constant;
    switch (of.count) {
        case 2: return add_pairs(of, integral_constant<std::size_t, 2>{}, factor, partners, coupling);
        case 3: return add_pairs(of, integral_constant<std::size_t, 3>{}, factor, partners, coupling);
        case 4: return add_pairs(of, integral_constant<std::size_t, 4>{}, factor, partners, coupling);
        case 5: return add_pairs(of, integral_constant<std::size_t, 5>{}, factor, partners, coupling);
        default: return add_pairs(of, of.count, factor, partners, coupling);
    }
}
}  // namespace

template <class Power>
void Multipliers<Power>::couple_outside(BlockWork& w) const
{
    std::fill(w.year.outside_coupling.begin(), w.year.outside_coupling.end(), Lanes{0.0});
    if constexpr (Power::half) {
        std::size_t entry = 0;
        for (int j = 0; j < technology_.indicators(); ++j) {
            auto const producers = technology_.producers(j);
            couple_pairs({w.year.outside, entry, producers.data(), producers.size()}, w.outside_mask[j],
                         technology_.partners(), w.year.outside_coupling.data());
            entry += producers.size();
        }
    }
}

template <class Power>
void Multipliers<Power>::add_slots(BlockWork const& w, int first, int last, std::vector<Lanes>& to) const
{
    for (int k = first; k < last; ++k) {
        auto const entry = static_cast<std::size_t>(w.begin[k]);
        auto const count = static_cast<std::size_t>(w.begin[k + 1]) - entry;
        couple_pairs({w.year.inside, entry, w.partner.data() + entry, count}, w.year.response[k] * w.year.response[k],
                     technology_.partners(), to.data());
    }
}

template <class Power>
void Multipliers<Power>::couple_inside(BlockWork& w) const
{
    if constexpr (Power::half) {
        std::copy(w.year.outside_coupling.begin(), w.year.outside_coupling.end(), w.year.coupling.begin());
        add_slots(w, 0, w.slots, w.year.coupling);
    }
}

template <class Power>
void Multipliers<Power>::couple_unpaid(BlockWork& w) const
{
    if constexpr (Power::half) {
        std::copy(w.year.outside_coupling.begin(), w.year.outside_coupling.end(), w.year.unpaid_coupling.begin());
        add_slots(w, 0, w.year.unpaid, w.year.unpaid_coupling);
    }
}

template <class Power>
void Multipliers<Power>::couple_paid(BlockWork& w) const
{
    if constexpr (Power::half) {
        std::copy(w.year.unpaid_coupling.begin(), w.year.unpaid_coupling.end(), w.year.coupling.begin());
        add_slots(w, w.year.unpaid, w.slots, w.year.coupling);
    }
}

template <class Power>
void Multipliers<Power>::spend_half(BlockWork& w) const
{
    int const partners = technology_.partners();
    double const scale = 0.5 / params_.production.effort_cost;
    for (int p = 0; p < partners; ++p) {
        Lanes sum{0.0};
        Lanes const* const row = w.year.coupling.data() + p * partners;
        for (int r = 0; r < partners; ++r) sum += row[r] * w.discount[r];
        w.spend[p] = scale * power_.spend_factor(w.discount[p]) * sum;
    }
}

template <class Power>
void Multipliers<Power>::spend_general(BlockWork& w) const
{
    int const partners = technology_.partners();
    for (int p = 0; p < partners; ++p) w.spend[p] = Lanes{0.0};
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        auto const producers = technology_.producers(j);
        Lanes const mask = w.outside_mask[j];
        Lanes aligned{0.0}, measure{0.0};
        for (std::size_t a = 0; a < producers.size(); ++a) {
            aligned += w.discount[producers[a]] * w.year.outside.aligned_power[entry + a];
            measure += w.discount[producers[a]] * w.year.outside.measure_power[entry + a];
        }
        Lanes const aligned_rest = mask * power_.undo_less_one(aligned);
        Lanes const measure_rest = mask * power_.undo_less_one(measure);
        for (std::size_t a = 0; a < producers.size(); ++a) {
            std::size_t const e = entry + a;
            w.spend[producers[a]] += w.year.outside.aligned_motive[e] * w.year.outside.aligned_power[e] * aligned_rest +
                                     w.year.outside.measure_motive[e] * w.year.outside.measure_power[e] * measure_rest;
        }
        entry += producers.size();
    }
    for (int k = 0; k < w.slots; ++k) {
        Lanes const squared = w.year.response[k] * w.year.response[k];
        Lanes aligned{0.0}, measure{0.0};
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            aligned += w.discount[w.partner[e]] * w.year.inside.aligned_power[e];
            measure += w.discount[w.partner[e]] * w.year.inside.measure_power[e];
        }
        Lanes const aligned_rest = squared * power_.undo_less_one(aligned);
        Lanes const measure_rest = squared * power_.undo_less_one(measure);
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            w.spend[w.partner[e]] += w.year.inside.aligned_motive[e] * w.year.inside.aligned_power[e] * aligned_rest +
                                     w.year.inside.measure_motive[e] * w.year.inside.measure_power[e] * measure_rest;
        }
    }
    for (int p = 0; p < partners; ++p) {
        w.spend[p] *= 0.5 / params_.production.effort_cost * power_.spend_factor(w.discount[p]);
    }
}

template <class Power>
void Multipliers<Power>::count_spend(BlockWork& w) const
{
    if constexpr (Power::half) {
        spend_half(w);
    } else {
        spend_general(w);
    }
}

template <class Power>
Lanes Multipliers<Power>::update(BlockWork& w, Lanes& pool, LaneMask frozen) const
{
    int const partners = technology_.partners();
    Lanes const one{1.0};
    Lanes change{0.0};
    PartnerLanes wanted;
    for (int p = 0; p < partners; ++p) {
        Lanes const spend = core::select(w.spend[p] > 0.0, w.spend[p], Lanes{1e-300});
        wanted[p] = w.discount[p] * power_.step((1.0 - w.pooled[p]) * w.budget[p] / spend);
    }
    if (std::experimental::any_of(w.pooling > 0.0)) {
        Lanes drawn{0.0}, at_hand{0.0};
        for (int p = 0; p < partners; ++p) {
            auto const draws = wanted[p] < pool && w.pooled[p] > 0.0;
            at_hand += w.pooled[p] * w.budget[p];
            at_hand += core::select(draws, (1.0 - w.pooled[p]) * w.budget[p], Lanes{0.0});
            drawn += core::select(draws, w.spend[p], Lanes{0.0});
        }
        Lanes const next = pool * power_.step(at_hand / core::select(drawn > 0.0, drawn, Lanes{1e-300}));
        pool = core::select(next < one, next, one);
        for (int p = 0; p < partners; ++p) {
            wanted[p] = core::select(wanted[p] < pool && w.pooled[p] > 0.0, pool, wanted[p]);
        }
    }
    for (int p = 0; p < partners; ++p) {
        Lanes next = core::select(wanted[p] < one, wanted[p], one);
        next = core::select(frozen, w.discount[p], next);
        Lanes const moved = std::experimental::abs(next - w.discount[p]);
        change = core::select(moved > change, moved, change);
        w.discount[p] = next;
    }
    return change;
}

template <class Power>
void Multipliers<Power>::settle(BlockWork& w, LaneMask frozen) const
{
    constexpr int most_sweeps = 60;
    constexpr double settled_change = 1e-10;  // keeps budgets within 1e-6 of Rb with room to spare
    // The pool's price is the dearest among those who pool; a partner without any budget of its own
    // (districts where there are none) has the discount 0, which says nothing about the pool.
    Lanes pool{1.0};
    for (int p = 0; p < technology_.partners(); ++p) {
        auto const known = w.pooled[p] > 0.0 && w.discount[p] > 0.0 && w.discount[p] < pool;
        pool = core::select(known, w.discount[p], pool);
    }
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        ++w.sweeps;
        count_spend(w);
        Lanes const change = update(w, pool, frozen);
        frozen = frozen || change < settled_change;
        if (std::experimental::all_of(frozen)) break;
    }
    count_spend(w);
}

template class Multipliers<HalfPower>;
template class Multipliers<GeneralPower>;
}  // namespace concordat::delivery
