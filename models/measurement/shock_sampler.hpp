#pragma once

#include <cstdint>
#include <vector>

#include "models/measurement/purposes.hpp"
#include "models/state/agreement.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/shocks.hpp"
#include "sim/random/streams.hpp"

namespace concordat::measurement
{
/// Settings of noise and common shocks (scenarios/parameters/measurement/shocks.yaml).
struct ShockParams
{
    double media_persistence{};  ///< [correlation] of the media factor from year to year, in [0, 1)
};

/// Draws what happens to measured performance besides effort.
///
/// Each year adds sigma_j sqrt(Dt) of idiosyncratic luck and L_jm sqrt(Dt) of every common factor
/// (recession, media, other). On indicators that measure what people say the media factor is a
/// passing mood instead: an AR(1) level that shifts the survey of that year and nothing else.
/// Changed definitions and recording that improves with attention are mechanisms of their own; false
/// reports are models/gaming's.
///
/// Source: docs/methods/measurement.md; Performance Art (2008) on perception measures.
class ShockSampler
{
  public:
    ShockSampler(state::Pack const& pack, ShockParams params, int years);

    void resize(state::Shocks& shocks) const;
    /// \pre population is drawn; agreement tells which columns of luck are needed
    void draw(state::Occasion const& when, state::Population const& population, state::Agreement const& agreement,
              state::Shocks& shocks) const;

  private:
    void draw_factors(state::Occasion const& when, state::Population const& population, state::Shocks& shocks) const;

    ShockParams params_;
    int years_;
    int areas_{};
    std::vector<std::uint32_t> ids_{};
    std::vector<std::uint32_t> numbers_{};
    std::vector<std::uint8_t> perception_{};
};
}  // namespace concordat::measurement
