#pragma once

#include "models/levels/level_protocol.hpp"

namespace concordat::levels
{
/// A double auction over each level: both limits lie anywhere between offer and demand and are
/// private, unless evidence shows them. Replaces the limits of the case.
///
/// Source: Chatterjee and Samuelson (1983), Operations Research 31(5), 835-851.
class SealedOffers : public LevelProtocol
{
  public:
    [[nodiscard]] Settlement strike(LevelCase const& item, Pace const& pace) const override;
    [[nodiscard]] bool draws_limits() const override { return true; }
};
}  // namespace concordat::levels
