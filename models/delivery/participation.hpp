#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/delivery/block.hpp"
#include "models/delivery/params.hpp"
#include "models/state/occasion.hpp"
#include "models/state/population.hpp"
#include "sim/random/streams.hpp"

namespace concordat::delivery
{
namespace purpose
{
inline constexpr random::Purpose participation{"delivery.participation"};
/// By area and indicator, period = year since the first round: a board that blocks an item.
inline constexpr random::Purpose deadlock{"delivery.deadlock"};
inline constexpr std::array all{participation, deadlock};
}  // namespace purpose

/// Decides each year which partners are in, nominal members or out of joint delivery.
///
/// Logit over U_in = rho_gbp s_p Pay E[reward] + kappa_d duty + kappa_c (coop + alignment) - kap_part,
/// U_nominal = kappa_d duty - share kap_part, U_out = 0. Nominal members feel a share phi_nom of the
/// reward and of what aligns them with the agreement and do not pool; those who are out follow their
/// national line and their own motives. The council is always in.
///
/// The reward of a partner is its share of the whole reward by spending power: (1 - council share)
/// split over the partners by their mean base share.
/// Source: docs/methods/delivery.md; Performance Art (2008), recommendation 18 ("remain around the table").
class Participation
{
  public:
    Participation(Technology const& technology, state::Pack const& pack, DeliveryParams const& params, int years);

    /// Fills `w.involvement`. \pre `w.payment` and `w.alignment` are set. \param expected_reward [GBP thousand] of each area of the block
    void decide(BlockWork& w, state::Occasion const& when, int year, state::Population const& population,
                core::Lanes expected_reward) const;

  private:
    Technology const& technology_;
    ParticipationParams params_;
    double money_{};                      ///< [effort points per GBP thousand] rho_gbp
    int years_{};
    std::vector<std::uint32_t> ids_{};    ///< the areas' stable ids
    std::vector<std::uint32_t> names_{};  ///< per partner: hash of its code, names its draws
    std::array<std::vector<double>, 2> reward_share_{};  ///< [share] per tier and partner
};
}  // namespace concordat::delivery
