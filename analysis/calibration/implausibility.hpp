#pragma once

#include <string>
#include <vector>

#include "analysis/calibration/quadratic_emulator.hpp"

namespace concordat::calibration
{
/// What a fact says of the model's outcome.
enum class FactKind
{
    value,     ///< it is about this
    at_least,  ///< it is this or more
    at_most,   ///< it is this or less
};

/// Something known that the model's outcome is held against.
struct Fact
{
    std::string name{};
    FactKind kind{};
    double observed{};        ///< [unit of the outcome]
    double sampling_sd{};     ///< how far what was observed may be from the expectation by luck and measurement
    double discrepancy_sd{};  ///< how far a model with the best parameters may be from the truth
};

/// Distance between fact and forecast in standard deviations of everything that may explain it:
/// emulator, sampling and model discrepancy. 0 on the right side of a one-sided fact; infinite where there is
/// a distance and nothing that may explain it.
/// Source: Craig, Goldstein, Seheult and Smith (1997), doi:10.1007/978-1-4612-2290-3_2; Vernon, Goldstein
/// and Bower (2010), Bayesian Anal. 5(4), 619-669, doi:10.1214/10-BA524; Andrianakis et al. (2015),
/// PLoS Comput. Biol. 11(1), e1003968, doi:10.1371/journal.pcbi.1003968.
[[nodiscard]] double implausibility(Fact const& fact, Forecast const& forecast);

/// The cutoff under which the true parameters stay with this probability, all facts together: errors normal
/// and independent, a one-sided fact at its bound (where it is hardest to keep).
/// \pre confidence in (0, 1), at least one fact
[[nodiscard]] double find_cutoff(std::vector<Fact> const& facts, double confidence);
}  // namespace concordat::calibration
