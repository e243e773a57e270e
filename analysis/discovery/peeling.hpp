#pragma once

#include <cstddef>
#include <vector>

#include "analysis/discovery/region.hpp"

namespace concordat::discovery
{
/// A box on the way from everything to the smallest.
struct Peeled
{
    Region region;
    Tally tally{};
};

/// Cuts that raise density most for each point that they take away, one after the other, until the box would hold
/// fewer than `least_count` points, or holds nothing but what is of interest. The first box is everything.
/// Points with the value at a cut go together. Among equals the first parameter and its lower end are cut.
/// \param peel [share] of the box's points that a cut takes, at least one point
[[nodiscard]] std::vector<Peeled> peel_boxes(Sample const& sample, Ids const& ids, double peel, std::size_t least_count);

/// Ends move out by `peel` of the box's points as long as density does not fall: the move that raises it most first.
[[nodiscard]] Region paste_box(Sample const& sample, Ids const& ids, Region region, double peel);

/// The binomial chance of as many points of interest as the box has or more, at the density that it has
/// without its restrictions of one parameter. 1 where they cut nothing off.
[[nodiscard]] double find_p_value(Sample const& sample, Ids const& ids, Region const& region, std::size_t parameter);
/// The same of one end.
[[nodiscard]] double find_p_value(Sample const& sample, Ids const& ids, Region const& region, std::size_t parameter, Side side);

/// Opens the end with the largest p-value as long as that is above the level.
[[nodiscard]] Region prune_box(Sample const& sample, Ids const& ids, Region region, double level);
}  // namespace concordat::discovery
