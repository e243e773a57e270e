#pragma once

#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// What a linear reward is paid per sigma of: a fixed price, or a share of the value to society.
enum class LinearBase { reward_per_stretch, social_value };

/// Settings of linear rewards (scenarios/parameters/incentives/linear.yaml).
struct LinearParams
{
    LinearBase base{};
    double social_share{};  ///< [share] of the social value paid to the area (social savings)
    double comparator_share{};  ///< [share] g: weight of the comparators' mean that is subtracted
};

/// Pays for every unit of performance above the announced trend, and charges for every unit below.
///
/// Slope: reward / stretch, or a share of the indicator's value to society ("reward by savings").
/// With a comparator share g the area is paid on y_i - g ybar of its reference group: the slope is
/// the same, the common shock's part of the payment's variance is removed.
///
/// Source: Holmstrom and Milgrom; Holmstrom (1982), docs/methods/incentives.md; savings to society: Paun,
/// paun_more_equal_than_others.txt.
class Linear final : public state::RewardScheme
{
  public:
    explicit Linear(LinearParams params) : params_{params} {}

    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    /// `in.rival_gain` holds the comparators' mean reported value over trend.
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override;
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    [[nodiscard]] double comparator_share() const { return params_.comparator_share; }

  private:
    [[nodiscard]] core::Lanes price_of(state::BlockSlots const& in, int slot) const;
    LinearParams params_;
};

/// g* of A3.1, the comparator share that makes the payment's variance least, and that variance.
struct ComparatorWeight
{
    double share{};     ///< g*
    double variance{};  ///< [sigma^2] V*, per squared slope
};
/// \param own, common [sigma] s.d. of the idiosyncratic and of the common shock
/// \param contestants n >= 2, the area among them
[[nodiscard]] ComparatorWeight best_comparator_share(double own, double common, int contestants);
/// Payment variance per squared slope for any share g.
[[nodiscard]] double payment_variance(double share, double own, double common, int contestants);
}  // namespace concordat::incentives
