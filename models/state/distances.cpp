#include "models/state/distances.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/elementary.hpp"

namespace concordat::state
{
namespace
{
constexpr double pi = 3.14159265358979323846;
constexpr double radian_per_degree = pi / 180.0;
constexpr double earth_radius = 6371.0;  // [km] mean

bool lie_somewhere(Pack const& pack)
{
    return std::all_of(pack.areas.begin(), pack.areas.end(),
                       [](Area const& area) { return std::isfinite(area.latitude) && std::isfinite(area.longitude); });
}

/// On a map that is flat around both, which is what neighbours need.
double distance_on_ground(Area const& a, Area const& b)
{
    double const between = 0.5 * (a.latitude + b.latitude) * radian_per_degree;
    double const north = (a.latitude - b.latitude) * radian_per_degree;
    double const east = (a.longitude - b.longitude) * radian_per_degree * core::cos(between);
    return earth_radius * std::sqrt(north * north + east * east);
}

double distance_by_rank(Pack const& pack, int from, int to)
{
    if (from == to) return 0.0;
    auto const& near = pack.areas[static_cast<std::size_t>(from)].neighbours;
    auto const found = std::find(near.begin(), near.end(), AreaId{to});
    return found == near.end() ? static_cast<double>(pack.area_count()) : static_cast<double>(found - near.begin()) + 1.0;
}
}  // namespace

Eigen::ArrayXXd measure_distances(Pack const& pack)
{
    auto const areas = static_cast<int>(pack.area_count());
    bool const known = lie_somewhere(pack);
    Eigen::ArrayXXd out{areas, areas};
    for (int j = 0; j < areas; ++j) {
        for (int i = 0; i < areas; ++i) {
            out(i, j) = known ? distance_on_ground(pack.areas[static_cast<std::size_t>(i)], pack.areas[static_cast<std::size_t>(j)])
                              : distance_by_rank(pack, i, j);
        }
    }
    return out;
}

std::vector<std::vector<int>> list_nearest(Pack const& pack, int count)
{
    auto const areas = static_cast<int>(pack.area_count());
    auto const distance = measure_distances(pack);
    std::vector<std::vector<int>> out(pack.area_count());
    for (int i = 0; i < areas; ++i) {
        auto& near = out[static_cast<std::size_t>(i)];
        for (int j = 0; j < areas; ++j) {
            if (j != i) near.push_back(j);
        }
        std::sort(near.begin(), near.end(), [&](int a, int b) {
            if (distance(i, a) != distance(i, b)) return distance(i, a) < distance(i, b);
            return pack.areas[static_cast<std::size_t>(a)].id < pack.areas[static_cast<std::size_t>(b)].id;
        });
        near.resize(std::min(near.size(), static_cast<std::size_t>(count)));
    }
    return out;
}
}  // namespace concordat::state
