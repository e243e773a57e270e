#include <algorithm>

#include "models/delivery/gather.hpp"
#include "models/delivery/motives.hpp"
#include "models/delivery/nash_planner.hpp"

namespace concordat::delivery
{
using core::lane_count;
using core::LaneMask;
using core::Lanes;

namespace
{
template <class Table>
Lanes per_area(Table const& table, int first)
{
    return core::load(table.data() + first);
}

/// Where the producer of entry `e` can still do something for a target that a grant rewards.
LaneMask rewarded(BlockWork const& w, int slot, int e)
{
    return w.share[e] > 0.0 && w.arrival[slot] > 0.0 && w.market.reward[slot] > 0.0;
}
}  // namespace

template <class Power>
double NashPlanner<Power>::reputation_of(int partner) const
{
    double const exposure = technology_.partner(partner).reputation;
    return partner == 0 ? exposure : params_.motives.partner_reputation * exposure;
}

template <class Power>
void NashPlanner<Power>::set_budgets(state::Population const& population)
{
    Technology const& tech = technology_;
    double const intrinsic = params_.motives.intrinsic;
    for (auto* list : {&scale_, &cosine_, &sine_}) list->resize(static_cast<std::size_t>(tech.indicators()));
    for (int j = 0; j < tech.indicators(); ++j) {
        cosine_[j] = population.cos_distortion[j];
        sine_[j] = population.sin_distortion[j];
        scale_[j] = population.controllability[j] * population.controllability[j] / params_.production.effort_cost;
    }
    for (int tier = 0; tier < 2; ++tier) {
        auto& budget = budget_[static_cast<std::size_t>(tier)];
        budget.assign(static_cast<std::size_t>(tech.partners()), 0.0);
        for (int j = 0; j < tech.indicators(); ++j) {
            // Equal motives: S = sum of shares times m^q, so every partner spends a^2 m^2 share / (2c).
            double const motive = intrinsic * population.relative_value[j];
            double const a = population.controllability[j];
            double sum = 0.0;
            for (int const p : tech.producers(j)) sum += tech.share(tier, j, p);
            double const rest = sum > 0.0 ? power_.undo_less_one(Lanes{sum})[0] : 0.0;
            for (int const p : tech.producers(j)) {
                budget[p] += a * a * motive * motive * tech.share(tier, j, p) * rest /
                             (2.0 * params_.production.effort_cost);
            }
        }
        for (double& value : budget) {
            value *= params_.budgets.slack * (1.0 - params_.budgets.overhead);
        }
    }
}

template <class Power>
void NashPlanner<Power>::prepare(BlockWork& w, RoundView const& round, int first_area) const
{
    w.first_area = first_area;
    auto const& pack = *round.pack;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        std::size_t const area = static_cast<std::size_t>(first_area) + lane;
        w.two_tier[lane] = area < pack.areas.size() && pack.areas[area].two_tier;
    }
    w.productivity = per_area(round.population->productivity, first_area);
    Lanes const squared = w.productivity * w.productivity;
    bool const unlimited = params_.budgets.slack > 1e300;
    for (int p = 0; p < technology_.partners(); ++p) {
        Lanes const base = core::select(w.two_tier, Lanes{budget_[1][p]}, Lanes{budget_[0][p]});
        w.usual_budget[p] = unlimited ? Lanes{params_.budgets.slack} : base * squared;
        w.budget[p] = w.usual_budget[p];
        w.involvement[p] = Lanes{1.0};
        w.discount[p] = Lanes{1.0};
    }
    w.rebuilt = false;
    (void)read_inputs(w, round);
    read_year(w, round);
    raise_outside(w, round);
    w.year.first_area = first_area;
    plan_before(w);
    gather_slots(w, round);
    mask_agreement(w, round);
    multipliers_.couple_outside(w);
}

template <class Power>
void NashPlanner<Power>::plan_before(BlockWork& w) const
{
    w.slots = 0;
    std::fill(w.outside_mask.begin(), w.outside_mask.end(), Lanes{1.0});
    for (int p = 0; p < technology_.partners(); ++p) w.pooled[p] = Lanes{0.0};
    multipliers_.couple_outside(w);
    w.year.coupling = w.year.outside_coupling;
    multipliers_.settle(w, LaneMask{false});
    w.before = w.discount;
    w.spent_before = w.slack_before = Lanes{0.0};
    for (int p = 0; p < technology_.partners(); ++p) {
        w.spent_before += w.spend[p];
        w.slack_before += core::select(w.discount[p] >= Lanes{1.0}, w.spend[p], Lanes{0.0});
    }
    w.fences_set = false;
}

template <class Power>
void NashPlanner<Power>::mask_agreement(BlockWork& w, RoundView const& round) const
{
    auto const& selected = round.agreement->selected;
    for (int j = 0; j < technology_.indicators(); ++j) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            w.outside_mask[j][lane] = selected(w.first_area + static_cast<int>(lane), j) != 0 ? 0.0 : 1.0;
        }
    }
}

/// Moves a part of what every producer answers for in the agreement's inspection to the lead partner, who has the
/// largest share of the item: of equal ones the first. What all answer for together stays. Overwrites the slot's
/// measured motives, which begin with it.
template <class Power>
void NashPlanner<Power>::name_lead(BlockWork& w, int slot, PartnerLanes const& agreed) const
{
    Lanes const zero{0.0};
    double const moved = params_.motives.lead_share;
    Lanes total = zero, largest = zero;
    for (int e = w.begin[slot]; e < w.begin[slot + 1]; ++e) {
        total += core::select(w.share[e] > zero, agreed[w.partner[e]], zero);
        largest = core::select(w.share[e] > largest, w.share[e], largest);
    }
    for (int e = w.begin[slot]; e < w.begin[slot + 1]; ++e) {
        auto const leads = w.share[e] == largest && w.share[e] > zero;
        Lanes const alone = core::select(leads, total, zero);
        w.year.measured[e] = (1.0 - moved) * agreed[w.partner[e]] + moved * alone;
        largest = core::select(leads, Lanes{2.0}, largest);  // nobody else leads: a share is at most 1
    }
}

/// A producer is moved by inspection of the whole set and its national line whoever takes part; by inspection of the
/// agreement, the line's part that follows it, reward and focus as far as it does.
template <class Power>
void NashPlanner<Power>::begin_year(BlockWork& w) const
{
    MotiveParams const& motives = params_.motives;
    auto const& in = w.inputs;
    Lanes const money = motives.effort_per_thousand * w.payment * motives.ratchet_factor;
    Lanes const one{1.0}, zero{0.0};
    Lanes const focus = (w.focus - one) * w.attention;
    Lanes const buy_in = motives.intrinsic * in.buy_in;
    bool const leads = motives.lead_share > 0.0;
    bool const pools = std::experimental::any_of(w.pooling > 0.0);
    PartnerLanes inspected, agreed;
    for (int p = 0; p < technology_.partners(); ++p) {
        w.pooled[p] = core::select(w.involvement[p] >= one, w.pooling, zero);
        inspected[p] = reputation_of(p) * in.inspected;
        agreed[p] = reputation_of(p) * in.agreed;
    }
    for (int k = 0; k < w.slots; ++k) {
        Lanes const own = buy_in * w.relative_value[k];
        Lanes strongest{0.0}, single{0.0};
        if (in.singles) single = in.single_worth * gather(w.indicator[k], 0.0, [&](std::size_t, int j) { return in.single_reward[j]; });
        if (leads) name_lead(w, k, agreed);
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            int const p = w.partner[e];
            auto const works = w.share[e] > zero;
            Lanes const involved = w.involvement[p] * w.slot_weight[k];
            Lanes const reward = money * involved * ((one - w.pooled[p]) * w.split[e] + w.pooled[p]);
            // Effort whose effect arrives after the round earns nothing.
            w.year.reward_weight[e] = core::select(works && w.arrival[k] > 0.0, reward, zero);
            Lanes const answers = leads ? w.year.measured[e] : agreed[p];
            w.year.measured[e] = core::select(works, inspected[p] + w.line[e] + w.year.pressed[k], zero) +
                                 involved * core::select(works, answers + w.aligned_line[e], zero);
            if (in.singles) w.year.measured[e] += single * w.split[e];
            if (motives.symbolic > 0.0) {
                w.year.measured[e] += core::select(rewarded(w, k, e), involved * motives.symbolic, zero);
            }
            w.year.own[e] = core::select(works, own, zero) * (one + involved * focus);
            if (in.shared_care > 0.0) w.year.own[e] *= care_for_shared(in.shared_care, w.share[e]);
            strongest = core::select(w.year.own[e] > strongest, w.year.own[e], strongest);
        }
        if (!pools) continue;
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            Lanes const pooled = w.pooled[w.partner[e]];
            Lanes const shared = (one - pooled) * w.year.own[e] + pooled * strongest;
            w.year.own[e] = core::select(w.share[e] > 0.0, shared, w.year.own[e]);
        }
    }
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
