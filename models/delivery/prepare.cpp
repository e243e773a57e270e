#include <algorithm>

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

Lanes larger(Lanes a, Lanes b) { return core::select(a > b, a, b); }
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
    plan_before(w);
    gather_slots(w, round);
    mask_agreement(w, round);
    multipliers_.couple_outside(w);
}

/// Motives on the measure of partners who answer to a department for it; a rival department may deter.
template <class Power>
void NashPlanner<Power>::raise_lines(BlockWork& w) const
{
    double const national = params_.motives.national_line * (1.0 - params_.motives.alignment);
    for (int p = 0; p < technology_.partners(); ++p) {
        Lanes const inspected = reputation_of(p) * w.inputs.inspected;
        for (int d = 0; d < technology_.departments(); ++d) {
            std::size_t const at = line_at(p, d);
            w.line_motive[at] = inspected + (p > 0 ? national * w.inputs.national_line[at] : 0.0);
            w.line_power[at] = power_.raise(larger(w.line_motive[at], Lanes{0.0}));
        }
    }
}

template <class Power>
void NashPlanner<Power>::raise_outside(BlockWork& w, RoundView const& round) const
{
    auto const& population = *round.population;
    MotiveParams const& motives = params_.motives;
    Lanes const inspected = w.inputs.inspected;
    Lanes const buy_in = motives.intrinsic * w.inputs.buy_in;
    Lanes const zero{0.0};
    double const national = motives.national_line * (1.0 - motives.alignment);
    std::array<Lanes, max_partners> measured, measured_power;
    for (int p = 0; p < technology_.partners(); ++p) {
        measured[p] = reputation_of(p) * inspected;
        measured_power[p] = power_.raise(measured[p]);
    }
    raise_lines(w);
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        double const cosine = population.cos_distortion[j];
        double const sine = population.sin_distortion[j];
        double const sine_power = power_.raise(Lanes{sine})[0];
        double const a = population.controllability[j];
        Lanes const believed = w.inputs.response[j] * w.inputs.belief;
        Lanes const squared = a * a * w.productivity * w.productivity * (believed * believed);
        Lanes const own = buy_in * population.relative_value[j];
        double const shared = w.inputs.shared_motive[j];
        Lanes const slope = w.inputs.slope[j];
        bool const usual = shared == 1.0 && std::experimental::all_of(slope == zero);
        // The response a_ij enters as a^2 in the motives, so that spending needs no further factor.
        for (int const p : technology_.producers(j)) {
            Lanes const share = core::select(w.two_tier, Lanes{technology_.share(1, j, p)},
                                             Lanes{technology_.share(0, j, p)});
            bool const answers = technology_.on_national_line(j, p);
            std::size_t const line = line_at(p, technology_.department(j));
            Lanes felt = answers ? w.line_motive[line] : measured[p];
            Lanes felt_power = answers ? w.line_power[line] : measured_power[p];
            if (!usual) {
                felt = measured[p] + slope;
                if (p > 0 && answers) felt = measured[p] + national * (shared * w.inputs.national_line[line]) + slope;
                felt_power = power_.raise(larger(felt, zero));
            }
            Lanes const aligned = larger(cosine * felt + own, zero);
            w.outside.aligned_power[entry] = share * power_.raise(aligned);
            w.outside.aligned_motive[entry] = squared * aligned;
            w.outside.measure_power[entry] = share * sine_power * felt_power;
            w.outside.measure_motive[entry] = squared * sine * larger(felt, zero);
            ++entry;
        }
    }
}

template <class Power>
void NashPlanner<Power>::plan_before(BlockWork& w) const
{
    w.slots = 0;
    std::fill(w.outside_mask.begin(), w.outside_mask.end(), Lanes{1.0});
    for (int p = 0; p < technology_.partners(); ++p) w.pooled[p] = Lanes{0.0};
    multipliers_.couple_outside(w);
    w.coupling = w.outside_coupling;
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

template <class Power>
void NashPlanner<Power>::begin_year(BlockWork& w) const
{
    MotiveParams const& motives = params_.motives;
    Lanes const money = motives.effort_per_thousand * w.payment * motives.ratchet_factor;
    Lanes const one{1.0}, zero{0.0};
    Lanes const focus = (w.focus - one) * w.attention;
    bool const pools = std::experimental::any_of(w.pooling > 0.0);
    for (int p = 0; p < technology_.partners(); ++p) {
        w.pooled[p] = core::select(w.involvement[p] >= one, w.pooling, zero);
    }
    for (int k = 0; k < w.slots; ++k) {
        Lanes strongest{0.0};
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            int const p = w.partner[e];
            Lanes const involved = w.involvement[p] * w.slot_weight[k];
            w.reward_weight[e] = money * involved * ((one - w.pooled[p]) * w.split[e] + w.pooled[p]);
            // Effort whose effect arrives after the round earns nothing.
            w.reward_weight[e] =
                core::select(w.share[e] > 0.0 && w.arrival[k] > 0.0, w.reward_weight[e], zero);
            w.measured[e] = w.fixed_motive[e] + involved * w.agreed_motive[e];
            w.own[e] = w.own_motive[e] * (one + involved * focus);
            strongest = core::select(w.own[e] > strongest, w.own[e], strongest);
        }
        if (!pools) continue;
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            Lanes const pooled = w.pooled[w.partner[e]];
            Lanes const shared = (one - pooled) * w.own[e] + pooled * strongest;
            w.own[e] = core::select(w.share[e] > 0.0, shared, w.own[e]);
        }
    }
}

template <class Power>
void NashPlanner<Power>::outside_gains_at(BlockWork const& w, PartnerLanes const& discount, bool use_fences,
                                          std::vector<Lanes> const& powers, std::span<Lanes> out) const
{
    Lanes const squared = w.productivity * w.productivity;
    int const departments = technology_.departments();
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        Lanes sum{0.0};
        int const d = technology_.department(j);
        for (int const p : technology_.producers(j)) {
            Lanes const g = use_fences ? w.block_discount[p * departments + d] : discount[p];
            sum += g * powers[entry++];
        }
        Lanes const factor = w.inputs.response[j] * w.inputs.response[j] * w.inputs.belief;
        out[j] = scale_[j] * power_.undo(sum) * squared * factor;
    }
}

template <class Power>
void NashPlanner<Power>::gains_outside(BlockWork const& w, std::span<Lanes> out) const
{
    outside_gains_at(w, w.discount, std::experimental::any_of(w.fenced), w.outside.aligned_power, out);
}

template <class Power>
void NashPlanner<Power>::gains_before(BlockWork const& w, std::span<Lanes> out) const
{
    outside_gains_at(w, w.before, false, w.outside.aligned_power, out);
}

template <class Power>
void NashPlanner<Power>::add_measured(BlockWork const& w, PartnerLanes const& discount, bool use_fences,
                                      std::span<Lanes const> true_gains, std::span<Lanes> out) const
{
    outside_gains_at(w, discount, use_fences, w.outside.measure_power, out);
    for (std::size_t j = 0; j < out.size(); ++j) out[j] = cosine_[j] * true_gains[j] + sine_[j] * out[j];
}

template <class Power>
void NashPlanner<Power>::measured_outside(BlockWork const& w, std::span<Lanes const> true_gains,
                                          std::span<Lanes> out) const
{
    add_measured(w, w.discount, std::experimental::any_of(w.fenced), true_gains, out);
}

template <class Power>
void NashPlanner<Power>::measured_before(BlockWork const& w, std::span<Lanes const> true_gains,
                                         std::span<Lanes> out) const
{
    add_measured(w, w.before, false, true_gains, out);
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
