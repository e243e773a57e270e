#pragma once

#include <cstdint>
#include <vector>

#include "models/population/population_params.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::population
{
/// Draws what areas are like: deprivation where the pack has none, capability and its inspection
/// class, buy-in, trust, cooperation, champions, the centre's weight and the cost of a slot.
///
/// A mediator pulls the centre's weight towards one half; a champion shifts it. Padding areas get
/// the values of an average area.
///
/// Source: docs/methods/population.md; inspection classes: 150 councils of CPA 2002.
class AreaSampler
{
  public:
    AreaSampler(state::Pack const& pack, CapabilityParams const& capability,
                RelationsParams const& relations, BargainingParams const& bargaining);

    void resize(state::Population& population) const;
    void draw(state::Occasion const& when, state::Population& population) const;

  private:
    void draw_deprivation(state::Occasion const& when, state::PerArea& deprivation) const;
    void draw_capability(state::Occasion const& when, state::Population& population) const;
    void draw_relations(state::Occasion const& when, state::Population& population) const;
    void draw_bargaining(state::Occasion const& when, state::Population& population) const;

    CapabilityParams capability_;
    RelationsParams relations_;
    BargainingParams bargaining_;
    std::vector<std::uint32_t> ids_{};     ///< the areas' stable ids
    std::vector<double> deprivation_{};    ///< [s.d.] the pack's; NaN where it has none
    bool deprivation_known_{true};         ///< the pack has it for every area
};
}  // namespace concordat::population
