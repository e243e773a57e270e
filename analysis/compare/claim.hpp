#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace concordat::compare
{
/// Which way somebody says that an outcome goes.
enum class ClaimedWay { up, down, none };

/// What a comparison says of a claim.
enum class ClaimClass
{
    supports,     ///< the change is the claimed way and matters, in more than four replicates of five
    contradicts,  ///< it is the other way (or, where none is claimed, any) and matters, in more than four of five
    too_small,    ///< whichever way, it does not matter in more than four of five
    undecided,
    not_measured  ///< no replicate has the outcome
};

struct ClaimFinding
{
    std::size_t count{};        ///< [count] replicates
    double mean{};              ///< change [outcome's unit]
    double low{};               ///< 5 and 95 per cent of replicates
    double high{};
    double up{};                ///< [share] of replicates in which it rises by more than matters
    double down{};              ///< [share] in which it falls by more than matters
    double small{};             ///< [share] in which it changes by less; with the two above it makes 1
    ClaimClass verdict{ClaimClass::not_measured};
};

/// Share of replicates that decides.
inline constexpr double decisive_share = 0.8;

/// Judges a claim by changes under the same luck and assumptions.
/// \param changes one per replicate; NaN are left out
/// \param smallest [outcome's unit] smallest change that matters; >= 0
[[nodiscard]] ClaimFinding judge_claim(std::vector<double> const& changes, ClaimedWay way, double smallest);

/// "supports", "contradicts", "too small", "undecided", "not measured"
[[nodiscard]] std::string_view name_of(ClaimClass verdict);
}  // namespace concordat::compare
