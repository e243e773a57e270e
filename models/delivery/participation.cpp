#include "models/delivery/participation.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "models/state/streams.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::delivery
{
using core::lane_count;
using core::Lanes;

Participation::Participation(Technology const& technology, state::Pack const& pack, DeliveryParams const& params,
                             int years)
    : technology_{technology},
      params_{params.participation},
      money_{params.motives.effort_per_thousand},
      years_{years},
      ids_{state::area_ids(pack)}
{
    for (auto const& partner : pack.partners) {
        names_.push_back(static_cast<std::uint32_t>(random::Purpose{partner.code}.hash()));
    }
    for (int tier = 0; tier < 2; ++tier) {
        auto& shares = reward_share_[static_cast<std::size_t>(tier)];
        shares.assign(static_cast<std::size_t>(technology.partners()), 0.0);
        for (int j = 0; j < technology.indicators(); ++j) {
            for (int p = 0; p < technology.partners(); ++p) shares[p] += technology.split(tier, j, p);
        }
        for (double& share : shares) share /= technology.indicators();
    }
}

void Participation::decide(BlockWork& w, state::Occasion const& when, int year, state::Population const& population,
                           Lanes expected_reward) const
{
    Lanes const one{1.0};
    for (int p = 0; p < technology_.partners(); ++p) w.involvement[p] = one;
    if (params_.everybody_in) return;
    Lanes const money = money_ * w.payment;
    Lanes const meetings = params_.meeting_cost * w.meetings;
    auto const key = state::year_key(when, year, purpose::participation, years_);
    auto const first = static_cast<std::size_t>(w.first_area);
    std::span const here = std::span{ids_}.subspan(first, std::min(lane_count, ids_.size() - first));
    std::array<double, lane_count> draws;
    for (int p = 1; p < technology_.partners(); ++p) {
        auto const& partner = technology_.partner(p);
        double const duty = partner.duty_to_cooperate ? params_.duty : 0.0;
        Lanes const share = core::select(w.two_tier, Lanes{reward_share_[1][p]}, Lanes{reward_share_[0][p]});
        Lanes const cooperation = core::load(population.cooperation.data() + w.first_area) + w.alignment;
        Lanes const in = money * share * expected_reward + duty + params_.cooperation * cooperation -
                         meetings;
        Lanes const nominal = duty - params_.nominal_cost_share * meetings;
        Lanes const zero{0.0};
        Lanes best = core::select(in > nominal, in, nominal);
        best = core::select(best > 0.0, best, zero);  // no exponential may overflow
        Lanes const weight_in = core::exp((in - best) / params_.scale);
        Lanes const weight_nominal = core::exp((nominal - best) / params_.scale);
        Lanes const total = weight_in + weight_nominal + core::exp(-best / params_.scale);
        random::fill_uniform(key, here, names_[p], draws);
        for (std::size_t lane = 0; lane < here.size(); ++lane) {
            double const draw = draws[lane] * total[lane];
            if (draw < weight_in[lane]) continue;
            w.involvement[p][lane] = draw < weight_in[lane] + weight_nominal[lane] ? params_.nominal_involvement : 0.0;
        }
    }
}
}  // namespace concordat::delivery
