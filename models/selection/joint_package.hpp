#pragma once

#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/arrays.hpp"
#include "models/state/demands.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::selection
{
/// What the law says about the statutory indicators.
enum class StatutorySet
{
    enforced,  ///< they are in every agreement, outside the cap
    open,      ///< they compete for slots like all others
};

/// Rules of the agreement (scenarios/parameters/selection/agreement.yaml).
struct SelectionParams
{
    int cap{};  ///< [items] most items that an area may choose
    StatutorySet statutory{StatutorySet::enforced};
};

/// Memory that selection reuses between replicates; belongs to one worker. The tables hold one row
/// of `core::lane_count` areas per candidate.
struct SelectionWorkspace
{
    Eigen::ArrayXd joint{};         ///< [s.d. of value] shape [candidate, area of a block]
    Eigen::ArrayXd council{};       ///< [s.d. of value] likewise
    std::vector<double> ranked{};   ///< scratch of the partial sort
    std::vector<int> chosen{};      ///< [index] one area's choice, with one place to spare
};

/// Strikes the package that weighted Nash bargaining over a slot cap gives: the best K <= cap
/// indicators whose joint value (1 - tau) v^L + tau v^C exceeds the area's cost of a slot.
///
/// Values are transferable over the package, so what counts is the weighted sum (logrolling); the
/// dictator is tau = 0 or 1. Equal values go to the lower indicator number. Left out: drafting
/// order, time, telling, late demands.
///
/// Source: docs/methods/selection.md; theory of the package: Nash (1950), Econometrica 18(2),
/// 155-162, with weights as in Kalai (1977), Int. J. Game Theory 6(3), 129-133.
class JointPackage
{
  public:
    JointPackage(state::Pack const& pack, SelectionParams const& params);

    /// Most items of one agreement, statutory and chosen.
    [[nodiscard]] int max_slots() const;
    /// Gives the arrays their sizes; the only call that allocates.
    void resize(state::Agreement& agreement, SelectionWorkspace& workspace) const;
    /// Reads `centre_weight` and `slot_cost` of the population.
    void agree(state::Population const& population, state::Values const& values,
               state::Agreement& agreement, SelectionWorkspace& workspace) const;

  private:
    void clear(state::Agreement& agreement) const;
    void agree_in_block(int first_area, state::Population const& population, state::Agreement& agreement,
                        SelectionWorkspace& workspace) const;

    SelectionParams params_;
    int area_count_{};
    int indicator_count_{};
    std::vector<int> statutory_{};   ///< [index] entering by law, ascending number
    std::vector<int> candidates_{};  ///< [index] competing, ascending number
};
}  // namespace concordat::selection
