#pragma once

#include <cstdint>

#include "models/cycle/delivery_run.hpp"
#include "models/measurement/shock_sampler.hpp"
#include "models/verification/clean_world.hpp"

namespace concordat::verification
{
/// Three years of the model's own delivery on a clean country with luck of s.d. 1 over the round.
class CleanRound
{
  public:
    /// \pre `country` outlives the round
    CleanRound(CleanWorld const& country, incentives::IncentiveParams const& incentives,
               delivery::DeliveryParams const& delivery, cycle::Neighbourhood const& around = {});

    /// GBP 500 per target, or as a contest's fund per contestant; three in ten win, ten
    /// contestants.
    [[nodiscard]] static incentives::IncentiveParams clean_incentives(
        incentives::SchemeKind scheme);

    /// Gives the world its sizes, the country's tables, and targets one sigma above no trend.
    void furnish(cycle::World& world) const;
    /// Draws every area's own luck, the same whatever `common`, the loading of a factor that moves
    /// all indicators of all areas [sigma per s.d.].
    void draw_luck(cycle::World& world, double common, std::uint32_t replicate = 0) const;
    void run(cycle::World& world) const;

  private:
    CleanWorld const& country_;
    delivery::DeliveryParams delivery_;
    delivery::Technology technology_;
    measurement::ShockSampler shocks_;
    cycle::DeliveryRun run_;
};
}  // namespace concordat::verification
