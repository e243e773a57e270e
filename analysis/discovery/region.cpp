#include "analysis/discovery/region.hpp"

#include <limits>

namespace concordat::discovery
{
namespace
{
constexpr double infinite = std::numeric_limits<double>::infinity();
}

Region::Region(std::size_t parameters) : low_(parameters, -infinite), high_(parameters, infinite) {}

double Region::end(std::size_t parameter, Side side) const { return (side == Side::low ? low_ : high_)[parameter]; }

void Region::move_end(std::size_t parameter, Side side, double value)
{
    (side == Side::low ? low_ : high_)[parameter] = value;
}

void Region::open(std::size_t parameter, Side side)
{
    move_end(parameter, side, side == Side::low ? -infinite : infinite);
}

bool Region::is_open(std::size_t parameter, Side side) const
{
    return end(parameter, side) == (side == Side::low ? -infinite : infinite);
}

bool Region::restricts(std::size_t parameter) const
{
    return !is_open(parameter, Side::low) || !is_open(parameter, Side::high);
}

std::size_t Region::count_restricted() const
{
    std::size_t count = 0;
    for (std::size_t p = 0; p < low_.size(); ++p) count += restricts(p) ? 1U : 0U;
    return count;
}

bool Region::holds(std::vector<double> const& point) const
{
    for (std::size_t p = 0; p < low_.size(); ++p) {
        if (!(point[p] >= low_[p] && point[p] <= high_[p])) return false;
    }
    return true;
}

double Tally::density() const
{
    return count > 0 ? static_cast<double>(of_interest) / static_cast<double>(count) : 0.0;
}

Tally count_points(Sample const& sample, Ids const& ids)
{
    Tally tally{ids.size(), 0};
    for (auto const i : ids) tally.of_interest += sample.of_interest[i] != 0 ? 1U : 0U;
    return tally;
}

Ids select_inside(Sample const& sample, Ids const& ids, Region const& region)
{
    Ids inside;
    for (auto const i : ids) {
        if (region.holds(sample.points[i])) inside.push_back(i);
    }
    return inside;
}
}  // namespace concordat::discovery
