#pragma once

#include "models/cycle/border_spillovers.hpp"
#include "models/selection/joint_areas.hpp"
#include "models/state/joint_items.hpp"

namespace concordat::cycle
{
/// Targets that several councils hold together: each is paid by its own scheme for what all of them achieve on the
/// whole. Seen by one of m holders, with what the others achieve given,
///
///     T' = T_i + sum (T_k - y_k),   x0' = x0_i + sum (x0_k - y_k),   S' = S_i + sum S_k    over the others k
///
/// so that the schemes need not know of it. Items that two or more of a group chose on a subject that it agrees
/// together, and gave a level, are held together.
///
/// Source: docs/methods/incentives.md, joint targets; Holmstrom (1982)
class JointTargets
{
  public:
    JointTargets(state::Pack const& pack, selection::MultiAreaParams const& params) : areas_{pack, params} {}

    [[nodiscard]] bool neutral() const { return areas_.neutral(); }
    /// Gives the tables their sizes; none where nobody agrees together.
    void resize(state::Agreement const& agreement, state::JointItems& joint) const;
    /// Finds the items that are held together as the agreements stand, and what a gain brings to all who hold one.
    /// \param contestants in each slot's contest: who is in one is not paid together
    void list(state::Agreement const& agreement, state::AreaIntTable const& contestants, BorderSpillovers const& border,
              state::JointItems& joint) const;
    /// The targets as each area sees them when the others achieve `results` [sigma], shape [A, slots].
    void see(state::Targets const& targets, state::AreaTable const& results, state::JointItems& joint) const;

  private:
    selection::JointAreas areas_;
};
}  // namespace concordat::cycle
