#pragma once

#include "models/cycle/model.hpp"
#include "models/cycle/world.hpp"

namespace concordat::cycle
{
/// What a finished round leaves to the rounds that follow it: what areas have become. Everything
/// else of a population is drawn again from the draws of the first round, so that a later round's
/// own parameters act on it (a reform that mends indicators, say). Mechanisms that let more of the
/// population change in place add it here.
struct CarriedState
{
    state::PerArea trust{};             ///< [share] see state::Population
    state::PerArea buy_in{};            ///< [factor]
    state::PerArea cooperation{};       ///< [share]
    state::AreaTable need{};            ///< [s.d.] shape [A, J]
    state::AreaTable trend_deviation{}; ///< [sigma per round] of trends from their indicators' means, shape [A, J]
    state::Standing standing{};

    void resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t departments);
    /// Takes what a round left. \pre `Model::end_round` was called
    void take(World const& world);
    /// Puts it into the world of the next round, under the rules of `model`.
    /// \param first occasion that the population was drawn on, its round 0
    /// \param when occasion of the round that starts
    void give(Model const& model, state::Occasion const& first, state::Occasion const& when, World& world) const;

    /// Every table with its name, in a fixed order.
    template <class Visit>
    void visit(Visit&& see)
    {
        see("trust", trust);
        see("buy_in", buy_in);
        see("cooperation", cooperation);
        see("need", need);
        see("trend_deviation", trend_deviation);
        standing.visit(see);
    }
};
}  // namespace concordat::cycle
