#pragma once

#include <array>
#include <span>
#include <vector>

#include "sim/core/lanes.hpp"

namespace concordat::state
{
/// What a reward scheme may look at, for the slots of one block of `lane_count` areas in one year.
/// Money in GBP thousand, performance in sigma. Empty or unrewarded lanes carry `reward` 0 and
/// neutral values (spread 1, stretch 1), so that no lane ever divides by zero.
struct BlockSlots
{
    int slots{};                              ///< [count] slots in use by any area of the block
    std::vector<core::Lanes> expected{};      ///< [sigma] expected final performance mu_t + planned gain
    std::vector<core::Lanes> target{};        ///< [sigma] T
    std::vector<core::Lanes> stretch{};       ///< [sigma] S = T - x0
    std::vector<core::Lanes> announced{};     ///< [sigma] x0
    std::vector<core::Lanes> spread{};        ///< [sigma] s_t, s.d. of what is still uncertain
    std::vector<core::Lanes> reward{};        ///< [GBP thousand per target] B; 0 where none is offered
    std::vector<core::Lanes> social_value{};  ///< [GBP thousand per sigma] V_j of the area
    // False reports; neutral values: nobody can, nobody is caught
    std::vector<core::Lanes> curvature{};     ///< [GBP thousand per sigma^2] k of the cost of a false report
    std::vector<core::Lanes> detection{};     ///< [probability] pi that it is found
    std::vector<core::Lanes> penalty{};       ///< [GBP thousand] P that is then due beside the loss of the reward
    // Schemes that foresee only
    std::vector<core::Lanes> passive{};       ///< [sigma] expected final performance without the reward
    std::vector<core::Lanes> leverage{};      ///< [sigma^2 per GBP thousand] further gain over the rest of the round per unit of slope
    // Rank-order tournaments only
    std::vector<core::Lanes> own_spread{};    ///< [sigma] idiosyncratic part of `spread`
    std::vector<core::Lanes> rival_spread{};  ///< [sigma] s.d. of rivals' final value added
    std::vector<core::Lanes> trend{};         ///< [sigma] published prediction, from which value added counts
    std::vector<core::Lanes> rival_gain{};    ///< [sigma] rivals' mean expected (or reported) value added
    std::vector<std::array<int, core::lane_count>> contestants{};  ///< [areas] 0 where no contest is held
    std::vector<core::Lanes> rivals_ahead{};  ///< [areas] rivals with more reported value added (for `pay`)
    std::vector<core::Lanes> rivals_level{};  ///< [areas] rivals with exactly as much (for `pay`)

    void resize(int max_slots);
};

/// Slope of expected reward and its derivative, in one more sigma of expected performance.
struct Slope
{
    core::Lanes value{};       ///< [GBP thousand per sigma]
    core::Lanes derivative{};  ///< [GBP thousand per sigma^2]; per unit of mean score in pooled schemes
};

/// A rule that turns measured performance into reward. Schemes work on the slots of a block of
/// areas. Delivery sees schemes through this interface only.
class RewardScheme
{
  public:
    RewardScheme() = default;
    RewardScheme(RewardScheme const&) = delete;
    RewardScheme& operator=(RewardScheme const&) = delete;
    virtual ~RewardScheme() = default;

    /// Slopes at `in.expected`, one per slot.
    virtual void price(BlockSlots const& in, std::span<Slope> out) const = 0;
    /// Expected payment at `in.expected` [GBP thousand], one per slot.
    virtual void expect(BlockSlots const& in, std::span<core::Lanes> out) const = 0;
    /// Payment for a final reported performance [GBP thousand], one per slot.
    virtual void pay(BlockSlots const& in, std::span<core::Lanes const> reported,
                     std::span<core::Lanes> out) const = 0;

    /// Upper bound of the slope's derivative over all expected performances, one per slot: where
    /// it is small, an area's best plan for the slot is unique.
    virtual void steepest(BlockSlots const& in, std::span<core::Lanes> out) const = 0;

    /// Payment depends on the mean score of the whole agreement, so that slopes of one area's
    /// slots move together (solved as one equation in the mean score).
    [[nodiscard]] virtual bool pools_the_agreement() const { return false; }
    /// Slopes count on later revisions of the plan (`passive` and `leverage` are wanted).
    [[nodiscard]] virtual bool foresees() const { return false; }
    /// Slopes depend on what rivals are expected to achieve, so that areas are solved together.
    [[nodiscard]] virtual bool ranks_areas() const { return false; }
};
}  // namespace concordat::state
