#pragma once

namespace concordat::stats
{
/// From low to high; NaN where too few values are there to say anything.
struct Interval
{
    double low{};
    double high{};

    [[nodiscard]] bool contains(double x) const { return low <= x && x <= high; }
    friend bool operator==(Interval const&, Interval const&) = default;
};
}  // namespace concordat::stats
