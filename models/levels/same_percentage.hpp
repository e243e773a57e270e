#pragma once

#include "models/levels/level_protocol.hpp"

namespace concordat::levels
{
/// The same percentage off the baseline in every area, whatever it takes there: T = g y0,
/// y0 = mean + slope x need. Nobody bargains. Where that lies below the announced trend plus
/// the least stretch, the latter holds.
///
/// The baseline is the distance from a problem solved, in sigma of the three-year change: it is
/// derived from need because packs hold no levels (an assumption).
/// Source: Performance Art (2008), ifg_performance_art.txt, line 295 (infections in hospitals).
class SamePercentage : public LevelProtocol
{
  public:
    explicit SamePercentage(LevelProtocolParams const& params) : params_{params} {}
    [[nodiscard]] Settlement strike(LevelCase const& item, Pace const& pace) const override;
    [[nodiscard]] bool looks_at_need() const override { return true; }

  private:
    LevelProtocolParams params_;
};
}  // namespace concordat::levels
