#pragma once

#include <vector>

namespace concordat::cycle
{
inline constexpr int years_per_round = 3;

/// [share] of the round that is left at the start of each year: 1, 2/3, 1/3.
[[nodiscard]] inline std::vector<double> remaining_shares()
{
    std::vector<double> out;
    for (int t = 0; t < years_per_round; ++t) {
        out.push_back(static_cast<double>(years_per_round - t) / years_per_round);
    }
    return out;
}
}  // namespace concordat::cycle
