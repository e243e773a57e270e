#pragma once

#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "models/state/year_result.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::learning
{
/// How buy-in follows experience (scenarios/parameters/learning/buy_in.yaml).
struct BuyInParams
{
    core::Share rate{};    ///< a year; 0: buy-in stays as drawn
    double base{};         ///< [factor] of an area without trust and success
    double hit_weight{};   ///< [factor] of having all targets on track
    double lowest{};       ///< [factor]
    double highest{};      ///< [factor]
};

/// Buy-in grows with trust and success:
///
///     b += rate (base + tr + hit_weight on_track + politics - b),  kept within its bounds
///
/// Source: docs/methods/learning.md.
class BuyIn
{
  public:
    explicit BuyIn(BuyInParams const& params);

    /// At the end of a year, after trust and politics. Writes `population.buy_in`.
    void follow(state::YearResult const& year, state::Standing const& standing, state::Population& population) const;

  private:
    BuyInParams params_;
};
}  // namespace concordat::learning
