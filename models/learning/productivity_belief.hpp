#pragma once

#include <cstdint>
#include <vector>

#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/standing.hpp"
#include "models/state/year_result.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::learning
{
enum class ProductivityLearning { none, fixed_gain, kalman };

/// How areas learn what their effort is worth (scenarios/parameters/learning/productivity.yaml).
struct ProductivityParams
{
    ProductivityLearning rule{};
    double spread{};        ///< [s.d. of the log] of belief over truth at the start; 0: all are right
    core::Share gain{};     ///< of a relative surprise that moves the belief (fixed_gain)
    core::Sigma noise{};    ///< s.d. of one item's result in one year (kalman)
    double drift{};         ///< [factor^2 a year] variance that a changing world adds (kalman)
    double lowest{};        ///< [factor] bounds of the belief
    double highest{};       ///< [factor]
};

/// What an area believes its effort brings, over what it brings.
///
///     m += K m surprise / expected gain,   K = gain, or v / (v + m^2 noise^2/(items expected^2))
///
/// The plan expects m times the true gain, so that on average m moves by K (1 - m) towards the truth.
/// Under `kalman` v follows v <- (1 - K) v + drift.
/// Source: Kalman (1960), J. Basic Eng. 82, 35-45; docs/methods/learning.md.
class ProductivityBelief
{
  public:
    ProductivityBelief(state::Pack const& pack, ProductivityParams const& params);

    /// Once a replicate: draws what areas believe. Off: draws nothing and leaves 1.
    void begin(state::Occasion const& when, state::Standing& standing) const;
    /// At the end of a year.
    void learn(state::YearResult const& year, state::Standing& standing) const;

  private:
    ProductivityParams params_;
    std::vector<std::uint32_t> ids_{};  ///< the areas' stable ids
};
}  // namespace concordat::learning
