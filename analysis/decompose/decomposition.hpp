#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/decompose/attribution.hpp"
#include "analysis/stats/summary.hpp"

namespace concordat::decompose
{
/// What a term of a decomposition is.
enum class TermKind
{
    left,          ///< the difference that is there with no part present
    part,          ///< one part
    interactions,  ///< of three or more parts together, where they are left over
    total          ///< the whole difference
};

/// One term over all replicates.
struct Term
{
    TermKind kind{};
    std::size_t part{};      ///< [index] of a part
    stats::Summary amount{};
    stats::Summary alone{};  ///< of a part: where no other is present
    stats::Summary last{};   ///< of a part: where all others are present
    double share{};          ///< [share] mean amount / mean total; NaN where the total is 0
};

/// Splits a difference in every replicate and says how the terms vary over replicates. In each
/// replicate the terms before the total add up to it, but for the rounding of the last digits.
/// \param values shape [n_coalition][n_replicate], coalitions as in `list_coalitions`; a replicate in
///     which any is NaN is left out
/// \returns what is left, the parts in their order, interactions where the method leaves some over, the total
[[nodiscard]] std::vector<Term> decompose_difference(std::size_t parts,
                                                     std::vector<std::vector<double>> const& values);

/// "left", "part", "interactions", "total".
[[nodiscard]] char const* name_of(TermKind kind);
}  // namespace concordat::decompose
