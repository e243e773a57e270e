#pragma once

#include <cstdint>
#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::politics
{
/// When an agreement is for show (scenarios/parameters/politics/decoupling.yaml).
struct DecouplingParams
{
    core::Share base{};           ///< p0 [probability]
    core::Share if_rejecting{};   ///< p1 [probability] on top where councillors reject the agreement
    core::Share per_forced{};     ///< p2 [probability] on top for an agreement that is all forced
    core::Share imposed_weight{}; ///< [factor] on what imposed items are worth in such an agreement
};

/// An agreement may be signed and put in the cupboard: it brings no focus (att_ij = 1) and items
/// that were imposed count for little. Chance p_lip = p0 + p1 [rejecting] + p2 forced share, at most 1,
/// drawn for every area and round. `standing.ceremonial` tells agreements signed from acted on.
/// Source: Meyer and Rowan (1977), Am. J. Sociol. 83, 340-363; docs/methods/politics.md.
class Decoupling
{
  public:
    Decoupling(state::Pack const& pack, DecouplingParams const& params);

    /// Once a round, after the agreement is settled. Writes `standing.ceremonial`. Off: draws nothing.
    void strike(state::Occasion const& when, state::Agreement const& agreement, state::Standing& standing) const;
    /// Each year before partners plan.
    void apply(state::Agreement const& agreement, state::Standing const& standing, state::Conditions& conditions) const;

  private:
    [[nodiscard]] bool off() const;
    [[nodiscard]] double chance(state::Agreement const& agreement, state::Standing const& standing,
                                std::size_t area) const;

    DecouplingParams params_;
    std::vector<std::uint32_t> ids_{};  ///< the areas' stable ids
};
}  // namespace concordat::politics
