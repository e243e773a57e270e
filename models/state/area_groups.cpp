#include "models/state/area_groups.hpp"

#include <algorithm>

#include "models/state/distances.hpp"

namespace concordat::state
{
namespace
{
/// The free area whose distances to the other free ones add up to most; equal ones by id.
int find_outermost(std::vector<int> const& free, Eigen::ArrayXXd const& distance, Pack const& pack)
{
    int best = -1;
    double furthest = -1.0;
    for (int const i : free) {
        double sum = 0.0;
        for (int const j : free) sum += distance(i, j);
        bool const first = best >= 0 && sum == furthest &&
                           pack.areas[static_cast<std::size_t>(i)].id < pack.areas[static_cast<std::size_t>(best)].id;
        if (sum > furthest || first) best = i;
        furthest = std::max(furthest, sum);
    }
    return best;
}

/// Takes a group of `size` areas out of the free ones.
std::vector<int> take_group(std::vector<int>& free, std::size_t size, Eigen::ArrayXXd const& distance, Pack const& pack)
{
    int const start = find_outermost(free, distance, pack);
    std::sort(free.begin(), free.end(), [&](int a, int b) {
        if (distance(start, a) != distance(start, b)) return distance(start, a) < distance(start, b);
        return pack.areas[static_cast<std::size_t>(a)].id < pack.areas[static_cast<std::size_t>(b)].id;
    });
    auto const end = free.begin() + static_cast<std::ptrdiff_t>(size);
    std::vector<int> group{free.begin(), end};
    free.erase(free.begin(), end);
    std::sort(group.begin(), group.end());
    return group;
}
}  // namespace

std::vector<std::vector<int>> form_groups(Pack const& pack, int most)
{
    auto const distance = measure_distances(pack);
    std::vector<std::vector<int>> groups;
    for (int region = 0; region < static_cast<int>(pack.regions.size()); ++region) {
        std::vector<int> free;
        for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
            if (pack.areas[static_cast<std::size_t>(i)].region.index() == region) free.push_back(i);
        }
        auto const room = static_cast<std::size_t>(most);
        for (std::size_t left = (free.size() + room - 1) / room; left > 0; --left) {
            groups.push_back(take_group(free, (free.size() + left - 1) / left, distance, pack));
        }
    }
    return groups;
}
}  // namespace concordat::state
