#pragma once

#include <memory>
#include <vector>

#include "models/incentives/contest_tables.hpp"
#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// Settings of a rank-order tournament (scenarios/parameters/incentives/tournament.yaml).
struct TournamentParams
{
    double winner_share{};   ///< [share] of contestants that win a prize, in (0, 1)
    int min_contestants{};   ///< [areas] smaller groups hold no contest
    int max_contestants{};   ///< [areas] size of the reference group, the area itself included
    int most_chosen{};       ///< [indicators] on which contests are held, those that most areas chose; 0: all
    std::vector<double> remaining{};  ///< [share] of the round left in each year: 1, 2/3, 1/3
    std::shared_ptr<ContestLibrary> library{};  ///< of tables that were made before; nullptr: they are made
};

/// Pays a fixed prize to the areas of a reference group that improve most.
///
/// The prize fund of a contested target is `reward` per contestant, so the prize is reward n / k.
/// Pay depends on rank only: shocks common to a group cancel. An area whose group is too small is
/// rewarded by the fallback scheme. Slopes treat rivals as alike (exact for two contestants and for
/// equal rivals). Ties across the last winning rank share the prizes that they span. Sabotage and
/// collusion are left out.
///
/// Source: Lazear and Rosen (1981), J. Polit. Econ. 89(5), 841-864;
/// Performance Art (2008), recommendation 14.
class Tournament final : public state::RewardScheme
{
  public:
    Tournament(TournamentParams params, std::unique_ptr<state::RewardScheme const> fallback);

    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override;
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    [[nodiscard]] bool ranks_areas() const override { return true; }
    [[nodiscard]] TournamentParams const& params() const { return params_; }
    [[nodiscard]] state::RewardScheme const& fallback() const { return *fallback_; }

  private:
    [[nodiscard]] ContestTable const& table(int contestants, double spread_ratio) const;
    [[nodiscard]] static double look_up_chance(ContestTable const& table, double lead);

    TournamentParams params_;
    std::unique_ptr<state::RewardScheme const> fallback_;
    std::shared_ptr<ContestTables const> tables_{};
};

/// Whether equal rivals have a pure symmetric equilibrium: no contestant gains by leaving it.
/// \param strength r = W a^2 / (c sigma^2)
[[nodiscard]] bool symmetric_equilibrium_exists(int contestants, int prizes, double strength);
}  // namespace concordat::incentives
