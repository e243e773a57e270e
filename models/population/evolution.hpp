#pragma once

#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::population
{
/// How areas differ from one round to the next (scenarios/parameters/population/evolution.yaml).
struct EvolutionParams
{
    double level_spread{};            ///< [sigma per s.d.] spread of levels over areas; infinite: need never moves
    core::Share need_persistence{};   ///< share of a need that is left after a round in which nothing else happens
    double trend_persistence{};       ///< correlation of an area's trend from round to round
};

/// Moves need and trends from one round to the next: an area that improved more than the others is
/// less in need, and part of what moved it anyway goes on.
///
/// Neutral values (infinite level spread, persistence 1) leave the population as it is to the bit.
///
/// Source: docs/methods/population.md; ONS under-18 conceptions 1998 to 2006 (docs/methods/data_pack.md).
class Evolution
{
  public:
    Evolution(state::Pack const& pack, EvolutionParams const& params);

    /// The need for one indicator after a round.
    /// \param change [sigma] of the true outcome over the round, per padded area
    void move_need(Eigen::Index indicator, state::PerArea const& change, state::Population& population) const;

    /// The trends of a round that follows another one. \pre the population stands as drawn for the first
    /// round under the present parameters; with persistence 1 it stays so.
    /// \param deviation [sigma per round] of the trends before from their indicators' means, shape [A, J]
    void renew_trends(state::Occasion const& when, state::AreaTable const& deviation,
                      state::Population& population) const;

  private:
    EvolutionParams params_;
    std::vector<std::uint32_t> ids_;      ///< of areas
    std::vector<std::uint32_t> numbers_;  ///< of indicators
};
}  // namespace concordat::population
