#pragma once

#include "models/levels/level_protocol.hpp"

namespace concordat::levels
{
/// Both sides give way month by month, from offer and demand towards their limits, along
/// (t/T)^(1/b): with b below 1 late, as deadlines make people do. They agree where the two claims
/// meet; within a month claims move in a straight line. With equal exponents they meet at
/// t*/T = (D/(D + Z))^b up to that line, at the level that splits the way D : Z to the limits.
///
/// No side goes beyond what the other asked for at the start, so that limits count only inside the
/// zone.
/// Source: Faratin, Sierra and Jennings (1998), Robotics and Autonomous Systems 24, 159-182; Roth,
/// Murnighan and Schoumaker (1988), American Economic Review 78(4), 806-823, on deadlines.
class Concession : public LevelProtocol
{
  public:
    /// \param months T, from 1 to `most_months`
    Concession(int months, double exponent);
    [[nodiscard]] Settlement strike(LevelCase const& item, Pace const& pace) const override;
    [[nodiscard]] Pace set_pace(double habit) const override;

  private:
    int months_;
    double exponent_;
    Pace centre_;
};
}  // namespace concordat::levels
