#include <algorithm>

#include "models/delivery/motives.hpp"
#include "models/delivery/nash_planner.hpp"

/// What partners do outside the agreement: motives, their powers, and the gains that come of them.
namespace concordat::delivery
{
using core::Lanes;

namespace
{
Lanes larger(Lanes a, Lanes b) { return core::select(a > b, a, b); }
}  // namespace

/// Motives on the measure of partners who answer to a department for it; a rival department may deter.
template <class Power>
void NashPlanner<Power>::raise_lines(BlockWork& w) const
{
    double const national = params_.motives.national_line * (1.0 - params_.motives.alignment);
    for (int p = 0; p < technology_.partners(); ++p) {
        Lanes const inspected = reputation_of(p) * w.inputs.inspected;
        for (auto const department : technology_.partner(p).national_line) {
            std::size_t const at = line_at(p, department.index());
            w.year.line_motive[at] = inspected + (p > 0 ? national * w.inputs.national_line[at] : 0.0);
            w.year.line_power[at] = power_.raise(larger(w.year.line_motive[at], Lanes{0.0}));
        }
    }
}

/// What every producer of an indicator outside the agreement shares.
template <class Power>
typename NashPlanner<Power>::OutsideItem NashPlanner<Power>::outside_item(BlockWork const& w,
                                                                          state::Population const& population,
                                                                          int j) const
{
    double const sine = population.sin_distortion[j];
    double const a = population.controllability[j];
    Lanes const believed = w.inputs.response[j] * w.inputs.belief;
    return {.cosine = population.cos_distortion[j],
            .sine = sine,
            .sine_power = power_.raise(Lanes{sine})[0],
            .squared = a * a * w.productivity * w.productivity * (believed * believed),
            .own = params_.motives.intrinsic * w.inputs.buy_in * population.relative_value[j]};
}

/// Motives of one producer and their powers, from what it feels on the measure. The response a_ij enters as
/// a^2 in the motives, so that spending needs no further factor.
template <class Power>
void NashPlanner<Power>::write_outside(BlockWork& w, OutsideItem const& item, std::size_t entry, Lanes share,
                                       Lanes felt, Lanes felt_power) const
{
    Lanes const zero{0.0};
    Lanes own = item.own;
    if (w.inputs.shared_care > 0.0) own *= care_for_shared(w.inputs.shared_care, share);
    Lanes const aligned = larger(item.cosine * felt + own, zero);
    w.year.outside.aligned_power[entry] = share * power_.raise(aligned);
    w.year.outside.aligned_motive[entry] = item.squared * aligned;
    w.year.outside.measure_power[entry] = share * item.sine_power * felt_power;
    w.year.outside.measure_motive[entry] = item.squared * item.sine * larger(felt, zero);
}

template <class Power>
Lanes NashPlanner<Power>::single_motive(BlockWork const& w, int partner, int j) const
{
    Lanes const split = core::select(w.two_tier, Lanes{technology_.split(1, j, partner)}, Lanes{technology_.split(0, j, partner)});
    return w.inputs.single_worth * w.inputs.single_reward[j] * split;
}

template <class Power>
void NashPlanner<Power>::raise_outside(BlockWork& w, RoundView const& round) const
{
    auto const& population = *round.population;
    MotiveParams const& motives = params_.motives;
    Lanes const inspected = w.inputs.inspected;
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
        OutsideItem const item = outside_item(w, population, j);
        double const shared = w.inputs.shared_motive[j];
        Lanes const slope = w.inputs.slope[j];
        bool const single = w.inputs.singles && w.inputs.single_reward[j] > 0.0;
        bool const usual = shared == 1.0 && !single && std::experimental::all_of(slope == zero);
        for (int const p : technology_.producers(j)) {
            auto const& shares = technology_.shares(entry);
            Lanes const share = core::select(w.two_tier, Lanes{shares[1]}, Lanes{shares[0]});
            bool const answers = technology_.on_national_line(j, p);
            std::size_t const line = line_at(p, technology_.department(j));
            Lanes felt = answers ? w.year.line_motive[line] : measured[p];
            Lanes felt_power = answers ? w.year.line_power[line] : measured_power[p];
            if (!usual) {
                felt = measured[p] + slope;
                if (p > 0 && answers) felt = measured[p] + national * (shared * w.inputs.national_line[line]) + slope;
                if (single) felt += single_motive(w, p, j);
                felt_power = power_.raise(larger(felt, zero));
            }
            write_outside(w, item, entry, share, felt, felt_power);
            ++entry;
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
            Lanes const g = use_fences ? w.year.block_discount[p * departments + d] : discount[p];
            sum += g * powers[entry++];
        }
        Lanes const factor = w.inputs.response[j] * w.inputs.response[j] * w.inputs.belief;
        out[j] = scale_[j] * power_.undo(sum) * squared * factor;
    }
}

template <class Power>
void NashPlanner<Power>::gains_outside(BlockWork const& w, std::span<Lanes> out) const
{
    outside_gains_at(w, w.discount, std::experimental::any_of(w.fenced), w.year.outside.aligned_power, out);
}

template <class Power>
void NashPlanner<Power>::gains_before(BlockWork const& w, std::span<Lanes> out) const
{
    outside_gains_at(w, w.before, false, w.year.outside.aligned_power, out);
}

template <class Power>
void NashPlanner<Power>::add_measured(BlockWork const& w, PartnerLanes const& discount, bool use_fences,
                                      std::span<Lanes const> true_gains, std::span<Lanes> out) const
{
    outside_gains_at(w, discount, use_fences, w.year.outside.measure_power, out);
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
