#pragma once

#include <cstdint>
#include <vector>

#include "models/cycle/block_memory.hpp"
#include "models/population/population_params.hpp"
#include "models/state/pack.hpp"

namespace concordat::cycle
{
/// Gains that cross borders: on subjects of which the data pack says so, the areas around one get a share of its
/// true gain as their own improvement. Neutral at share 0.
///
/// Source: docs/methods/delivery.md, gains that cross borders
class BorderSpillovers
{
  public:
    /// \throws core::InputError where a share is to cross borders and the pack names no subject that does
    BorderSpillovers(state::Pack const& pack, population::BorderParams const& params);

    [[nodiscard]] bool neutral() const { return share_ == 0.0; }
    /// Makes room for what comes in; none where nothing does.
    void resize(BlockMemory& memory) const;
    /// Writes `border` of all blocks from their gains of this year, `lived.gain`.
    void spread(std::vector<BlockMemory>& blocks) const;
    /// [share] of an area's gain on an indicator that reaches those of the areas around it that `holds(area)` names.
    template <class Holds>
    [[nodiscard]] double share_reaching(int area, int indicator, Holds&& holds) const
    {
        if (neutral() || crosses_[static_cast<std::size_t>(indicator)] == 0) return 0.0;
        auto const& around = around_[static_cast<std::size_t>(area)];
        double reached = 0.0;
        for (int const other : around) reached += holds(other) ? 1.0 : 0.0;
        return around.empty() ? 0.0 : share_ * reached / static_cast<double>(around.size());
    }

  private:
    double share_{};
    std::vector<std::uint8_t> crosses_{};       ///< per indicator
    std::vector<std::vector<int>> around_{};    ///< [index] the areas that each one's gains reach
    std::vector<std::vector<int>> reached_by_{};///< [index] the areas whose gains reach each one
};
}  // namespace concordat::cycle
