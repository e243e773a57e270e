#pragma once

#include <cstdint>
#include <vector>

#include "models/measurement/recording_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/recording.hpp"

namespace concordat::measurement
{
/// Changes definitions of indicators in the middle of agreements.
///
/// Each indicator is redefined with a fixed hazard per year, in all areas at once; what is reported
/// falls from then on while the outcome stays. Whether a target follows is for the refresh to say.
///
/// Source: docs/methods/measurement.md; Performance Art (2008), the falls target of lines 3029-3035.
class DefinitionShocks
{
  public:
    DefinitionShocks(state::Pack const& pack, RecordingParams const& params, int years);

    /// Draws the whole round. \pre recording has its size
    void draw(state::Occasion const& when, state::Recording& recording) const;
    /// Adds the year's changes to `shift` and flags their slots; flags of earlier years are cleared.
    void redefine(int year, state::Agreement const& agreement, state::Recording& recording) const;

  private:
    RecordingParams params_;
    int years_;
    std::vector<std::uint32_t> numbers_{};
};
}  // namespace concordat::measurement
