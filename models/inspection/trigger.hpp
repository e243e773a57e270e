#pragma once

#include <cstddef>
#include <span>

namespace concordat::inspection
{
/// Chance that at least two of several parties act, each by itself: a Poisson-binomial tail.
/// \param silent [probability] per party that it does not act
[[nodiscard]] double chance_of_two(std::span<double const> silent);

/// Chance that exactly one of the parties acts, `without` left out: by how much the chance above falls
/// with the silence of that party.
[[nodiscard]] double chance_of_one(std::span<double const> silent, std::size_t without);
}  // namespace concordat::inspection
