#pragma once

#include <cstdint>
#include <vector>

#include "models/behaviour/behaviour_params.hpp"
#include "models/state/bargain.hpp"
#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::behaviour
{
/// New practices found in a round.
struct Innovations
{
    struct Find
    {
        std::int32_t area{};       ///< [index]
        std::int32_t indicator{};  ///< [index]
    };
    std::vector<Find> finds{};
};

/// Rarely, an area finds a better way: a_ij x gain for the rest of the round.
///
/// Each indicator with probability inn0 coop_i (1 - rf)(1 - rush_i), so the number in an area is nearly
/// Poisson; it is drawn so, from one uniform draw per area, and the indicators from further ones, by their
/// order of number. An indicator found twice counts once.
///
/// Source: docs/methods/behaviour.md
class Innovation
{
  public:
    Innovation(state::Pack const& pack, InnovationParams params);

    [[nodiscard]] bool neutral() const { return params_.rate <= 0.0 || params_.gain == 1.0; }
    void resize(Innovations& found) const;
    /// Draws a round's finds. Call once a round, before its first year.
    void draw(state::Occasion const& when, state::Population const& population, state::Bargain const& bargain,
              Innovations& found) const;
    /// Multiplies the year's responses. Call every year, after the conditions were cleared.
    void apply(Innovations const& found, state::Conditions& conditions) const;

  private:
    InnovationParams params_;
    std::vector<std::uint32_t> ids_{};    ///< the areas' stable ids
    std::vector<std::int32_t> by_number_{};  ///< indicators in ascending number
};
}  // namespace concordat::behaviour
