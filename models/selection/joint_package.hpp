#pragma once

#include <cstdint>
#include <vector>

#include "models/selection/item_lists.hpp"
#include "models/selection/selection_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/arrays.hpp"
#include "models/state/demands.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::selection
{
/// Memory that selection reuses between replicates; belongs to one worker. The tables hold one row
/// of `core::lane_count` areas per candidate.
struct SelectionWorkspace
{
    Eigen::ArrayXd joint{};         ///< [s.d. of value] shape [candidate, area of a block]
    Eigen::ArrayXd council{};       ///< [s.d. of value] likewise
    std::vector<double> ranked{};   ///< scratch of the partial sort
    std::vector<int> chosen{};      ///< [index] one area's choice, with one place to spare
    std::vector<std::uint8_t> forced{};  ///< per candidate, of one area: not among the council's own best
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
    /// The same with weights of the centre of one's own. \pre `centre_weight` is aligned and padded
    void agree(state::PerArea const& centre_weight, state::Population const& population, state::Values const& values,
               state::Agreement& agreement, SelectionWorkspace& workspace) const;

  private:
    void agree_in_block(int first_area, state::Population const& population, state::Agreement& agreement,
                        SelectionWorkspace& workspace) const;

    SelectionParams params_;
    int area_count_{};
    int indicator_count_{};
    ItemLists lists_;
};
}  // namespace concordat::selection
