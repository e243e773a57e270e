#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/calibration/implausibility.hpp"
#include "analysis/calibration/parameter_moves.hpp"
#include "analysis/calibration/quadratic_emulator.hpp"
#include "analysis/calibration/sieve.hpp"

namespace concordat::calibration
{
/// How survivors were found.
enum class SearchMethod
{
    thinning,          ///< of Latin hypercubes: independent points
    subset_simulation  ///< sample_subset: evenly spread, neighbours in the list may be related
};

/// Points that no wave rules out.
struct Survivors
{
    std::vector<std::vector<double>> points{};  ///< [n][k] in the unit cube; fewer than wanted only where none was found
    double share{};            ///< [share] of the prior that survives all waves; 0 where nothing was found
    std::size_t candidates{};  ///< [count] points tried
    SearchMethod method{};
};

/// Points for the next wave, evenly spread over what no wave has ruled out. Latin hypercubes are thinned;
/// where that would need more than `most_candidates`, or nothing of the first quarter of a million survives,
/// by subset simulation. Without waves the points are one Latin hypercube.
///
/// Source: as `implausibility`; McKay, Beckman and Conover (1979), doi:10.2307/1268522.
/// \param cutoff [standard deviations] usually 3, for the largest implausibility over facts
/// \pre every wave has an emulator of `parameters` coordinates for every fact; wanted >= 1
[[nodiscard]] Survivors draw_survivors(std::vector<Wave> const& waves, std::vector<Fact> const& facts,
                                       std::size_t parameters, std::size_t wanted, double cutoff, std::uint64_t seed,
                                       std::size_t most_candidates = 2'000'000);
}  // namespace concordat::calibration
