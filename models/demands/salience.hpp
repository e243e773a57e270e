#pragma once

#include <cstdint>
#include <vector>

#include "models/demands/demands_params.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::demands
{
/// Gives every indicator its common salience: a known part (PSA and other covariates), shared by
/// both sides, and a residual whose owner is unknown.
///
/// Fitted salience is the same in every replicate; drawn salience has a uniform residual, because
/// a normal one cannot reach the published top-10 share and maximum together with the Gini.
///
/// Source: docs/methods/demands.md
class Salience
{
  public:
    /// \throws core::InputError if the mode is `fitted` and the pack has no fitted salience
    Salience(state::Pack const& pack, SalienceParams const& params);

    void resize(state::Population& population) const;
    /// Fills salience_known and salience_rest.
    void draw(state::Occasion const& when, state::Population& population) const;

  private:
    SalienceParams params_;
    std::vector<std::uint32_t> numbers_{};
    state::PerIndicator known_{};  ///< fitted known part, or the PSA bonus
    state::PerIndicator rest_{};   ///< fitted residual; unused in drawn mode
};
}  // namespace concordat::demands
