#pragma once

#include "models/levels/level_protocol.hpp"

namespace concordat::levels
{
enum class Limits
{
    hold,
    ignored,  ///< whoever dictates takes no notice of them
};

/// Splits the zone between offer and demand at the centre's share of it, and keeps within both
/// sides' limits. The share is the centre's weight (Nash), its part of the pie when offers
/// alternate, or all or nothing (a dictator). There is no room where the centre's least lies above
/// the council's limit.
///
/// Source: Nash (1950), Econometrica 18(2), 155-162; Rubinstein (1982), Econometrica 50(1), 97-109.
class ZoneSplit : public LevelProtocol
{
  public:
    explicit ZoneSplit(double centre_share, Limits limits = Limits::hold)
        : centre_share_{centre_share}, limits_{limits}
    {
    }
    [[nodiscard]] Settlement strike(LevelCase const& item, Pace const& pace) const override;

  private:
    double centre_share_;
    Limits limits_;
};
}  // namespace concordat::levels
