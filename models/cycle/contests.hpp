#pragma once

#include <cstdint>
#include <vector>

#include "models/incentives/tournament.hpp"
#include "models/state/agreement.hpp"
#include "models/state/joint_items.hpp"
#include "models/state/pack.hpp"
#include "models/state/performance.hpp"

namespace concordat::cycle
{
/// Forms the reference groups of rank-order tournaments: for every rewarded item the nearest areas
/// that chose the same indicator, the area itself included; too small a group holds no contest. Contests may
/// be confined to the indicators that most areas chose.
///
/// Source: docs/methods/incentives.md; Performance Art (2008), recommendation 14 ("other similar areas also
/// selecting the indicators in question").
class Contests
{
  public:
    Contests(state::Pack const& pack, incentives::TournamentParams params) : pack_{pack}, params_{params} {}

    void resize(state::Agreement const& agreement, state::Performance& performance) const;
    /// Fills `contestants` and `rivals` for slots with a reward. Who holds an item together with others contests it
    /// with nobody.
    void form(state::Agreement const& agreement, state::Performance& performance, state::JointItems const& joint = {}) const;
    /// Mean of `value_added` over the rivals of a slot. \pre a contest is held
    [[nodiscard]] double rival_mean(state::Performance const& performance, int area, int slot, int indicator) const;
    /// Rivals with more, and with exactly as much, `value_added`.
    struct Rank
    {
        int ahead{};
        int level{};
    };
    [[nodiscard]] Rank rank(state::Performance const& performance, int area, int slot, int indicator) const;

  private:
    [[nodiscard]] std::vector<std::uint8_t> list_open(state::Agreement const& agreement,
                                                      state::Performance const& performance) const;
    [[nodiscard]] std::size_t first_rival(state::Performance const& performance, int area, int slot) const;
    [[nodiscard]] int most_rivals() const { return params_.max_contestants - 1; }

    state::Pack const& pack_;
    incentives::TournamentParams params_;
};
}  // namespace concordat::cycle
