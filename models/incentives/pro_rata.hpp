#pragma once

#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// Settings of the pro-rata rule (scenarios/parameters/incentives/pro_rata.yaml).
struct ProRataParams
{
    double floor{};  ///< [share] f: below this share of the stretch nothing is paid, in [0, 1]
    double cap{};    ///< [share] share of the stretch at which the reward stops growing, >= floor
};

/// Pays the share of the agreed stretch that was achieved, nothing below a floor, no more than a cap.
///
/// With y measured from the announced trend x0 and s = y/S: payment B min(s, cap) where s >= f, and
/// the jump f B at the floor. Floor 1 with cap 1 is the hit-or-miss rule; floor 0 without a cap is linear
/// above the trend, but never takes money back.
///
/// Source: docs/methods/incentives.md; Isle of Wight LPSA, Schedule 4: 60 to 100 per cent.
class ProRata final : public state::RewardScheme
{
  public:
    explicit ProRata(ProRataParams params) : params_{params} {}

    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override;
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;

  private:
    ProRataParams params_;
};
}  // namespace concordat::incentives
