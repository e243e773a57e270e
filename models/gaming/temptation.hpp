#pragma once

#include <cstdint>
#include <vector>

#include "models/gaming/gaming_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/gaming.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/standing.hpp"

namespace concordat::gaming
{
/// Says which targets of a round could be reported falsely and at what cost.
///
/// A share of the indicators can be manipulated, for the whole replicate. On each of their targets
/// reporting m sigma too much costs k m^2/2, k lognormal and drawn per target: one k for all would
/// leave an empty strip below every target. k is stated in effort and turned into money by what a
/// pound of reward is worth to the area.
///
/// Source: docs/methods/gaming.md; Performance Art (2008), figure 2.3, on what was manipulated.
class Temptation
{
  public:
    Temptation(state::Pack const& pack, GamingParams const& params);

    /// Fills curvature, worth and detection, and clears what the last round left.
    /// \pre gaming has the agreement's size
    void weigh(state::Occasion const& when, state::Agreement const& agreement, state::Standing const& standing,
               state::Gaming& gaming) const;

  private:
    void draw_curvature(state::Occasion const& when, state::Agreement const& agreement, int area,
                        state::Gaming& gaming) const;
    void find_manipulable(state::Occasion const& when, std::vector<std::uint8_t>& flags) const;

    GamingParams params_;
    double log_median_;                     ///< log of the median of k
    std::vector<std::uint32_t> ids_{};      ///< areas' stable ids
    std::vector<std::uint32_t> numbers_{};  ///< indicators' stable numbers
};
}  // namespace concordat::gaming
