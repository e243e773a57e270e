#pragma once

#include <cstddef>
#include <vector>

#include "sim/store/schema.hpp"

namespace concordat::compare
{
/// How one scenario fares among all, replicate by replicate under the same luck.
///
/// These are statements about luck: in which share of possible worlds the scenario comes out best.
/// A standard error says how precisely the replicates tell that share; more replicates shrink it.
struct ScenarioRank
{
    double best{};                 ///< [probability] of being best; ties share the replicate evenly
    double best_error{};           ///< Monte Carlo standard error
    double mean_rank{};            ///< 1 is best; ties take the mean of their places
    double mean_rank_error{};
    double regret{};               ///< [unit of the outcome] mean of best value in the replicate less own, >= 0
    double regret_error{};
    std::vector<double> ranks{};   ///< [probability] of place 1, 2, ... shape [scenario]; ties share places evenly
};

/// Scenarios of one design point by one outcome.
struct Ranks
{
    std::size_t replicates{};               ///< [count] used
    std::size_t missing{};                  ///< [count] left out because some scenario has no value there
    std::vector<ScenarioRank> scenarios{};  ///< in the order given; probabilities NaN without replicates
    /// [index] by mean rank, best first; equal ones in the order given
    std::vector<std::size_t> order{};
};

/// \param values shape [scenario][replicate]; NaN: the outcome does not exist there
/// \pre at least one scenario, all of one length, and a direction that is better
/// Source: regret under common draws, Savage (1951), doi:10.1080/01621459.1951.10500768; rank
/// probabilities, Law (2015), Simulation Modeling and Analysis, 5th ed., section 10.4.
[[nodiscard]] Ranks rank_scenarios(std::vector<std::vector<double>> const& values, store::Direction direction);
}  // namespace concordat::compare
