#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/learning/learning_rule.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/standing.hpp"
#include "sim/random/streams.hpp"

namespace concordat::learning
{
/// Number of levels of a habit: columns of the propensities of `state::Standing`.
inline constexpr std::size_t habit_levels = 3;

/// What is learned, and how (scenarios/parameters/learning/habits.yaml).
struct HabitParams
{
    RuleParams rule{};
    std::array<double, habit_levels> level{};  ///< [factor] low, middle and high, ascending
};

/// What a round paid to those who chose; larger is better. In any unit, but the same for all.
struct HabitPayoffs
{
    state::PerArea concession{};      ///< per area, for the Boulware exponent
    state::PerArea understatement{};  ///< per area
    state::PerArea asking{};          ///< per department

    void resize(std::int64_t areas_padded, std::int64_t departments);
};

/// Three habits that are chosen anew every round among three levels and learned from payoffs: how
/// slowly a council concedes, how much it understates, how much a department asks.
///
/// What another level would have paid is judged by the mean payoff of those who chose it; where
/// nobody did, it is taken to pay the same.
/// Source: docs/methods/learning.md.
class Habits
{
  public:
    Habits(state::Pack const& pack, HabitParams const& params);

    /// Once a replicate.
    void begin(state::Standing& standing) const;
    /// At the start of a round: draws the habits of the round. Off: draws nothing and leaves 1.
    void choose(state::Occasion const& when, state::Standing& standing) const;
    /// At the end of a round.
    void learn(HabitPayoffs const& payoffs, state::Standing& standing) const;

  private:
    using Ids = std::vector<std::uint32_t>;
    using Levels = std::array<double, habit_levels>;

    void choose_one(random::StreamKey const& key, Ids const& ids, state::AreaTable const& propensity,
                    state::PerArea& habit) const;
    void learn_one(state::PerArea const& payoff, std::size_t learners, state::PerArea const& habit, double& experience,
                   state::AreaTable& propensity) const;
    /// Payoff of each level as others show it, and whether anybody chose it.
    struct Example
    {
        Levels mean{};
        std::array<bool, habit_levels> seen{};
    };
    [[nodiscard]] Example watch(state::PerArea const& payoff, std::size_t learners, state::PerArea const& habit) const;
    [[nodiscard]] std::size_t level_of(double factor) const;

    HabitParams params_;
    std::unique_ptr<LearningRule> rule_{};
    Ids areas_{};        ///< stable ids
    Ids departments_{};  ///< hashes of their codes
};
}  // namespace concordat::learning
