#pragma once

#include <cstdint>
#include <vector>

#include "models/state/centre.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/whitehall/psa_layer.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// Conflicts between indicators (the negative named spillovers of the pack) that the boards of public
/// service agreements bring up and trade away.
///
///     P(revealed) = 1 - (1 - board)(1 - network)(1 - authority priority)
///     left = 1 - revealed [1 - (1 - trade)(1 - omega)]
///
/// omega is how far others' aims behind the indicator that suffers are counted (1 where one department
/// leads both). Whether a conflict is revealed is drawn per pair of indicators and round: a better
/// board reveals what a worse one did, and more.
///
/// Source: ifg_performance_art.txt, lines 2300 and 2936; docs/methods/whitehall.md
class DeliveryBoards
{
  public:
    DeliveryBoards(state::Pack const& pack, WhitehallParams const& params, PsaLayer const& layer);

    /// Fills conflict_left and conflict_scale.
    void settle(state::Occasion const& when, state::Centre& centre) const;
    /// Puts what is left of named conflicts into the population's spillovers. Calling it twice is the
    /// same as once. \pre the spillovers are drawn
    void apply(state::Centre const& centre, state::Population& population) const;

  private:
    struct Conflict
    {
        int position{};         ///< [index] among the pack's named spillovers
        int from{}, to{};       ///< [index] of indicators
        std::uint32_t from_number{}, to_number{};
        double value{};         ///< [sigma per sigma] before any trade, negative
        double revealed{};      ///< probability
        double traded{};        ///< [share] of it once revealed
    };
    std::vector<Conflict> conflicts_{};
};
}  // namespace concordat::whitehall
