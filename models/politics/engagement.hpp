#pragma once

#include <cstdint>
#include <vector>

#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::politics
{
enum class EngagementMode { none, drawn };

/// Codes of `state::Standing::engagement`.
namespace attitude
{
inline constexpr double ignorant = 0.0;
inline constexpr double apathetic = 1.0;
inline constexpr double engaged = 2.0;
inline constexpr double rejecting = 3.0;
}  // namespace attitude

/// What councillors make of the agreement (scenarios/parameters/politics/engagement.yaml).
struct EngagementParams
{
    EngagementMode mode{};
    core::Share ignorant{};   ///< of areas
    core::Share engaged{};    ///< of areas
    core::Share rejecting{};  ///< of areas; the rest are apathetic
    double engaged_effect{};    ///< [factor] on buy-in in the long run
    double apathetic_effect{};  ///< [factor]
    double rejecting_effect{};  ///< [factor]
    double sceptic_effect{};    ///< [factor] of a leader who doubts the partnership
};

/// Councillors' attitude, drawn once a replicate, and what politics adds to buy-in.
///
/// Attitudes are cut from one draw in the order rejecting, ignorant, apathetic, engaged: more
/// engagement is taken from apathy alone, with everybody else as before.
/// Source: Performance Art (2008), chapter 6; docs/methods/politics.md.
class Engagement
{
  public:
    Engagement(state::Pack const& pack, EngagementParams const& params);

    /// Once a replicate. Writes `standing.engagement`. Off: draws nothing.
    void begin(state::Occasion const& when, state::Standing& standing) const;
    /// Each year after elections. Writes `standing.political_shift`.
    void sway(state::Standing& standing) const;

  private:
    [[nodiscard]] double effect_of(double code) const;

    EngagementParams params_;
    std::vector<std::uint32_t> ids_{};  ///< the areas' stable ids
};
}  // namespace concordat::politics
