#pragma once

#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// How the mean score of the agreement turns into reward.
enum class PooledRule { threshold, pro_rata };

/// Settings of rewards on the whole agreement (scenarios/parameters/incentives/pooled.yaml).
struct PooledParams
{
    PooledRule rule{};
    double floor{};  ///< [share] pro-rata: mean score below which nothing is paid
    double cap{};    ///< [share] pro-rata: mean score at which the reward stops growing
};

/// Pays the sum of all rewards on the mean score of the agreement's rewarded targets.
///
/// Score of a target: share of its stretch, (y - x0)/S. The mean of K scores has the variance
/// sum (s_k / (K S_k))^2 (shocks taken as independent), so averaging removes noise: at a threshold
/// on the mean one target's slope is sqrt(K) times that of K separate thresholds.
///
/// Source: docs/methods/incentives.md; reward on achievement across the whole
/// agreement.
class Pooled final : public state::RewardScheme
{
  public:
    explicit Pooled(PooledParams params) : params_{params} {}

    /// `derivative` is taken in the mean score, which all slots of an area share.
    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override;
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    [[nodiscard]] bool pools_the_agreement() const override { return true; }

    /// The mean score of the rewarded slots and its s.d.
    struct Score
    {
        core::Lanes mean{};
        core::Lanes spread{};
        core::Lanes rewarded{};  ///< [targets]
        core::Lanes total{};     ///< [GBP thousand] sum of the rewards
    };
    [[nodiscard]] static Score score(state::BlockSlots const& in, std::span<core::Lanes const> performance);

  private:
    [[nodiscard]] core::Lanes paid_share(core::Lanes mean) const;
    PooledParams params_;
};
}  // namespace concordat::incentives
