#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/levels/level_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::levels
{
/// Strikes the target level of every item: the trend that the council admits plus a bargained
/// stretch.
///
///     x0 = x - sb0 (1 - eq)(1 - tr_i)
///     S  = a_j/.75 [S_L + tau_t (S_C - S_L)],  S_C = G_nat,j if imposed else S_ev; rounded up by
///          `rounding_factor` with probability `rounding_up`
///     T  = x0 + S
///
/// The bracket is the weighted Nash solution between what the council offers and what the centre
/// demands. `LevelTalks` is the whole: other protocols, no room for agreement, placeholders, carry-over.
///
/// Source: docs/methods/levels.md; Nash (1950), Econometrica 18(2), 155-162.
class LevelBargaining
{
  public:
    LevelBargaining(state::Pack const& pack, LevelParams const& params);

    /// Gives the tables the shape of the agreement's; the only call that allocates.
    void resize(state::Agreement const& agreement, state::Targets& targets) const;
    void set(state::Occasion const& when, state::Population const& population,
             state::Agreement const& agreement, state::Targets& targets) const;

  private:
    static constexpr int chunk = 64;  ///< [items] drawn at once
    using Tidiness = std::array<double, chunk>;

    [[nodiscard]] Tidiness draw_tidiness(state::Occasion const& when, state::Agreement const& agreement, int area,
                                         int first_slot) const;
    [[nodiscard]] double bargain(state::Population const& population, int item, bool tidy) const;

    LevelParams params_;
    std::vector<std::uint32_t> ids_{};      ///< the areas' stable ids
    std::vector<std::uint32_t> numbers_{};  ///< the indicators' stable numbers
};
}  // namespace concordat::levels
