#pragma once

#include <cstdint>
#include <vector>

#include "models/measurement/recording_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"
#include "models/state/recording.hpp"

namespace concordat::measurement
{
/// Lets recording improve where a partner attends to what it records itself.
///
/// Some of the indicators that are recorded by who delivers them drift: effort E on a target uncovers
/// cases, so reported performance falls by d_rec (1 - exp(-E)) while the outcome gains. Indicators
/// outside the agreement do not drift.
///
/// Source: docs/methods/measurement.md; Performance Art (2008), the falls target of lines 3029-3035.
class DetectionDrift
{
  public:
    DetectionDrift(state::Pack const& pack, RecordingParams const& params);

    /// Which indicators drift and how far; the same in all rounds of a replicate.
    void draw(state::Occasion const& when, state::Recording& recording) const;
    /// Adds the drift of the round to `shift`. E is the effort that brought the round's true gain.
    /// \pre performance.true_gain is complete
    void uncover(state::Population const& population, state::Agreement const& agreement,
                 state::Performance const& performance, state::Recording& recording) const;
    /// Whether the indicator is kept by who delivers it and not by the council or a survey.
    [[nodiscard]] bool recorded_by_partners(int indicator) const { return by_partners_[indicator] != 0; }

  private:
    RecordingParams params_;
    std::vector<std::uint32_t> numbers_{};
    std::vector<std::uint8_t> by_partners_{};
};
}  // namespace concordat::measurement
