#pragma once

#include <cstdint>
#include <vector>

#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::politics
{
/// How councils change hands (scenarios/parameters/politics/elections.yaml).
struct ElectionParams
{
    core::Share flip{};     ///< [probability] a year that control changes; 0: never
    core::Share sceptic{};  ///< [probability] that a new leader doubts the partnership
    core::Share partner_retreat{};  ///< taken off cooperation under such a leader; 0: none
};

/// Local elections: where control changes, the new leader doubts the partnership in a share of
/// cases, and a doubting predecessor is gone. In the long run `sceptic` of areas have such a leader.
/// Councils vote in different years, so that the chance is the same each year.
/// Source: docs/methods/politics.md.
class Elections
{
  public:
    Elections(state::Pack const& pack, ElectionParams const& params);

    /// Once a year. Changes `standing.sceptic`. Off: draws nothing.
    void hold(state::Occasion const& when, int year, state::Standing& standing) const;
    /// Before partners choose whether to take part.
    void apply(state::Standing const& standing, state::Conditions& conditions) const;

  private:
    ElectionParams params_;
    std::vector<std::uint32_t> ids_{};  ///< the areas' stable ids
};
}  // namespace concordat::politics
