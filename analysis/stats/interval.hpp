#pragma once

namespace concordat::stats
{
/// Half the central 90 per cent of a normal quantity [standard deviations].
inline constexpr double half_interval = 1.6448536269514722;

/// From low to high; NaN where too few values are there to say anything.
struct Interval
{
    double low{};
    double high{};

    [[nodiscard]] bool contains(double x) const { return low <= x && x <= high; }
    friend bool operator==(Interval const&, Interval const&) = default;
};
}  // namespace concordat::stats
