#include <algorithm>

#include "models/delivery/nash_planner.hpp"

/// What partners know of how indicators move each other.
namespace concordat::delivery
{
using core::lane_count;
using core::Lanes;

/// Motive of one partner on the measure of an indicator outside the agreement.
template <class Power>
Lanes NashPlanner<Power>::felt_outside(BlockWork const& w, int partner, int j) const
{
    double const national = params_.motives.national_line * (1.0 - params_.motives.alignment);
    Lanes felt = reputation_of(partner) * w.inputs.inspected;
    if (partner > 0 && technology_.on_national_line(j, partner)) {
        felt += national * (w.inputs.shared_motive[j] *
                            w.inputs.national_line[line_at(partner, technology_.department(j))]);
    }
    if (w.inputs.singles) felt += single_motive(w, partner, j);
    return felt + w.inputs.slope[j];
}

template <class Power>
Lanes NashPlanner<Power>::share_of(BlockWork const& w, int partner, int j) const
{
    return core::select(w.two_tier, Lanes{technology_.share(1, j, partner)}, Lanes{technology_.share(0, j, partner)});
}

/// Motives of one partner on the measures that it has a hand in, inside the agreement at the slopes of
/// `w.year.slope`; 0 elsewhere.
template <class Power>
void NashPlanner<Power>::gather_felt(BlockWork& w, int partner) const
{
    for (int j = 0; j < technology_.indicators(); ++j) {
        w.year.felt[j] = core::select(share_of(w, partner, j) > 0.0, felt_outside(w, partner, j), Lanes{0.0});
    }
    for (int k = 0; k < w.slots; ++k) {
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            if (w.partner[e] != partner) continue;
            Lanes const felt = w.year.reward_weight[e] * w.year.slope[k].value + w.year.measured[e];
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                int const j = w.indicator[k][lane];
                if (j >= 0 && w.share[e][lane] > 0.0) w.year.felt[j][lane] = felt[lane];
            }
        }
    }
}

/// M = (I - info K)^-1 m by its series, K_jr what a gain of j adds to r.
template <class Power>
void NashPlanner<Power>::count_spillovers(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                          state::Population const& population) const
{
    constexpr int links = 24;  // a fixed number, so that an area's bits do not depend on its block-mates
    double const info = params_.motives.known_spillovers;
    if (info <= 0.0) return;
    auto const& spillovers = population.spillovers;
    if (scheme.foresees()) look_past_reward(w, remaining);
    scheme.price(w.market, w.year.slope);
    // Fences come from the plan without an agreement, so from the constants that are about to be replaced.
    keep_fences(w);
    for (int p = 0; p < technology_.partners(); ++p) {
        gather_felt(w, p);
        w.year.known = w.year.felt;
        w.year.link = w.year.felt;
        for (int n = 0; n < links; ++n) {
            std::fill(w.year.next_link.begin(), w.year.next_link.end(), Lanes{0.0});
            for (std::size_t to = 0; to < w.year.link.size(); ++to) {
                for (int e = spillovers.begin[to]; e < spillovers.begin[to + 1]; ++e) {
                    w.year.next_link[spillovers.from[e]] += info * spillovers.value[e] * w.year.link[to];
                }
            }
            std::swap(w.year.link, w.year.next_link);
            for (std::size_t j = 0; j < w.year.known.size(); ++j) w.year.known[j] += w.year.link[j];
        }
        know_inside(w, p);
        know_outside(w, p, population);
    }
    multipliers_.couple_outside(w);
}

template <class Power>
void NashPlanner<Power>::know_inside(BlockWork& w, int partner) const
{
    for (int k = 0; k < w.slots; ++k) {
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            if (w.partner[e] != partner) continue;
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                int const j = w.indicator[k][lane];
                bool const knows = j >= 0 && w.share[e][lane] > 0.0 && w.involvement[partner][lane] >= 1.0;
                if (knows) w.year.measured[e][lane] += w.year.known[j][lane] - w.year.felt[j][lane];
            }
        }
    }
}

/// Raises the partner's motives outside the agreement anew, every year: what is known changes with slopes.
template <class Power>
void NashPlanner<Power>::know_outside(BlockWork& w, int partner, state::Population const& population) const
{
    Lanes const zero{0.0};
    auto const member = w.involvement[partner] >= Lanes{1.0};
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        for (int const p : technology_.producers(j)) {
            std::size_t const at = entry++;
            if (p != partner) continue;
            Lanes const share = share_of(w, p, j);
            auto const knows = member && w.outside_mask[j] > zero && share > zero;
            Lanes const felt = core::select(knows, w.year.known[j], felt_outside(w, p, j));
            write_outside(w, outside_item(w, population, j), at, share, felt,
                          power_.raise(core::select(felt > zero, felt, zero)));
        }
    }
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
