#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/population/population_params.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::population
{
/// Draws which indicators' gains move which others: a sparse random matrix, in which the pack's
/// named spillovers and conflicts take their own places.
///
/// Givers stand in ascending number within a receiver, so that sums over them do not depend on the
/// order of the pack's rows.
///
/// One uniform per ordered pair decides both whether there is a spillover and how strong it is.
///
/// Source: docs/methods/population.md
class SpilloverSampler
{
  public:
    SpilloverSampler(state::Pack const& pack, SpilloverParams const& params);

    void resize(state::Population& population) const;
    void draw(state::Occasion const& when, state::Population& population) const;

  private:
    SpilloverParams params_;
    std::vector<std::uint32_t> numbers_{};
    std::vector<std::size_t> by_number_{};                ///< indicators in ascending number
    std::vector<std::vector<state::Spillover>> named_{};  ///< by receiving indicator
};
}  // namespace concordat::population
