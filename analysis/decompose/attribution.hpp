#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace concordat::decompose
{
/// Which parts of a whole are present: bit i stands for part i.
using Coalition = std::uint64_t;

inline constexpr std::size_t most_parts = 63;           ///< bits of a coalition less one
inline constexpr std::size_t most_exhaustive_parts = 5; ///< up to here every coalition is looked at

/// How a change is split over parts that may interact.
enum class Method
{
    every_order,    ///< Shapley's value: the mean over all orders in which parts can be added
    first_and_last  ///< the mean of being added first and being added last; the rest is left over
};
[[nodiscard]] Method choose_method(std::size_t parts);

/// The coalitions that have to be known, each once: none of the parts first, all of them last.
/// 2^n for up to `most_exhaustive_parts` parts, else 2 n + 2.
[[nodiscard]] std::vector<Coalition> list_coalitions(std::size_t parts);

/// The value of all parts less the value of none, split over the parts.
struct Attribution
{
    std::vector<double> contribution{};  ///< [n_part]
    std::vector<double> alone{};         ///< [n_part] what the part adds where no other is present
    std::vector<double> last{};          ///< [n_part] what the part adds where all others are present
    double interactions{};  ///< what no part can be given: of three or more together; 0 under every order
    double total{};         ///< value of all less value of none: the contributions and the interactions
};

/// Splits one set of values.
///
/// Under `every_order` a part gets Shapley's value, sum over coalitions S without it of
/// |S|! (n - |S| - 1)! / n! (v(S + part) - v(S)). Under `first_and_last` it gets half of what it adds
/// alone and half of what it adds last. With v written as a sum of interactions (its Moebius
/// transform), a part then gets its own term and half of every pair that it is in, as Shapley gives,
/// and of three or more together nothing is taken as known: that is `interactions`.
/// Parts that change nothing get exactly 0.
/// Source: Shapley (1953), A value for n-person games, Contributions to the Theory of Games II, 307-317.
/// \param values shape [n_coalition], in the order of `list_coalitions(parts)`
[[nodiscard]] Attribution attribute(std::size_t parts, std::span<double const> values);
}  // namespace concordat::decompose
