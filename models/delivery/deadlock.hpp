#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::delivery
{
/// Has a board that decides unanimously block joint work on items: for a year the reward and what
/// aligns partners with the agreement move nobody there.
///
/// Each of the n partners that produce an item blocks it with probability veto (1 - cooperation), so
/// that it is blocked with
///
///     1 - [1 - veto (1 - cooperation)]^n
///
/// Source: docs/methods/delivery.md; Local Public Service Boards prospectus (2004), on boards.
class Deadlock
{
  public:
    /// \param veto probability per year of a partner that does not cooperate at all; 0: nobody blocks
    /// \param years of a round
    Deadlock(state::Pack const& pack, core::Share veto, int years);

    /// [probability] that an item is blocked in a year.
    [[nodiscard]] double chance(std::size_t area, int item, double cooperation) const;
    /// Lowers the weight of blocked slots to 0 and adds them to `blocked`, per area.
    void block(state::Occasion const& when, int year, state::Agreement const& agreement,
               state::Population const& population, state::AreaTable& slot_weight, state::PerArea& blocked) const;

  private:
    core::Share veto_;
    int years_;
    std::vector<std::uint32_t> ids_{};
    std::vector<std::uint32_t> numbers_{};
    std::vector<bool> two_tier_{};
    std::array<std::vector<int>, 2> members_{};  ///< [partners] that produce each indicator, per tier
};
}  // namespace concordat::delivery
