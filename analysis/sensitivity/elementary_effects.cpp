#include "analysis/sensitivity/elementary_effects.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "analysis/stats/bootstrap.hpp"
#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"
#include "sim/random/streams.hpp"

namespace concordat::sensitivity
{
namespace
{
using Points = std::vector<std::vector<double>>;

constexpr random::Purpose first_level{"design.morris.level"};
constexpr random::Purpose step_order{"design.morris.order"};

/// The grid, in full so that a level is the same bits wherever it comes from.
constexpr std::array<double, 4> levels{0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0};
constexpr std::size_t step = 2;  ///< [level] round the corner it is the step down

/// One of 0 ... count - 1.
std::size_t draw_below(std::size_t count, random::StreamKey const& key, std::size_t entity)
{
    double const u = random::uniform(key, static_cast<std::uint32_t>(entity));
    return static_cast<std::size_t>(u * static_cast<double>(count));
}

random::StreamKey name_stream(random::Purpose const& purpose, std::size_t trajectory, std::uint64_t seed)
{
    return {.master_seed = seed, .replicate = static_cast<std::uint32_t>(trajectory), .purpose = purpose};
}

/// The level at which each parameter begins.
std::vector<std::size_t> draw_start(std::size_t trajectory, std::size_t parameters, std::uint64_t seed)
{
    auto const key = name_stream(first_level, trajectory, seed);
    std::vector<std::size_t> start(parameters);
    for (std::size_t p = 0; p < parameters; ++p) start[p] = draw_below(levels.size(), key, p);
    return start;
}

/// The order in which parameters move (Fisher and Yates).
std::vector<std::size_t> draw_order(std::size_t trajectory, std::size_t parameters, std::uint64_t seed)
{
    auto const key = name_stream(step_order, trajectory, seed);
    std::vector<std::size_t> order(parameters);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t last = parameters; last > 1; --last) std::swap(order[last - 1], order[draw_below(last, key, last)]);
    return order;
}

/// The one coordinate in which two neighbours differ.
std::size_t find_moved(std::vector<double> const& before, std::vector<double> const& after)
{
    std::size_t moved = 0, changes = 0;
    for (std::size_t p = 0; p < before.size(); ++p) {
        if (before[p] == after[p]) continue;
        moved = p;
        ++changes;
    }
    core::require(changes == 1, "each step of a trajectory moves one parameter");
    return moved;
}

/// Shape [n_parameter][n_effect], in the order of trajectories.
std::vector<std::vector<double>> collect_effects(Points const& points, std::vector<double> const& values)
{
    std::size_t const length = points.front().size() + 1;
    core::require(points.size() == values.size() && points.size() % length == 0, "trajectories are whole");
    std::vector<std::vector<double>> effects(length - 1);
    for (std::size_t after = 1; after < points.size(); ++after) {
        if (after % length == 0) continue;  // a new trajectory begins
        std::size_t const p = find_moved(points[after - 1], points[after]);
        double const effect = (values[after] - values[after - 1]) / (points[after][p] - points[after - 1][p]);
        if (!std::isnan(effect)) effects[p].push_back(effect);
    }
    return effects;
}

ElementaryEffect summarise(std::vector<double> const& effects, std::uint64_t seed)
{
    std::vector<double> sizes;
    for (double const effect : effects) sizes.push_back(std::abs(effect));
    auto const mean_size = [&sizes](std::span<std::uint32_t const> picked) {
        double sum = 0.0;
        for (auto const i : picked) sum += sizes[i];
        return sum / static_cast<double>(picked.size());
    };
    auto const range = stats::percentile_interval(sizes.size(), mean_size,
                                                  {.seed = seed, .purpose = "analysis.sensitivity.screen"});
    return {.mean = stats::mean(effects),
            .absolute = stats::mean(sizes),
            .spread = std::sqrt(stats::variance(effects)),
            .low = range.low,
            .high = range.high,
            .count = effects.size()};
}
}  // namespace

Points list_trajectory_points(std::size_t trajectories, std::size_t parameters, std::uint64_t seed)
{
    core::require(trajectories > 0 && parameters > 0, "a design has trajectories and parameters");
    Points points;
    points.reserve(trajectories * (parameters + 1));
    for (std::size_t t = 0; t < trajectories; ++t) {
        auto at = draw_start(t, parameters, seed);
        std::vector<double> point(parameters);
        for (std::size_t p = 0; p < parameters; ++p) point[p] = levels[at[p]];
        points.push_back(point);
        for (std::size_t const p : draw_order(t, parameters, seed)) {
            at[p] = (at[p] + step) % levels.size();
            point[p] = levels[at[p]];
            points.push_back(point);
        }
    }
    return points;
}

std::vector<ElementaryEffect> screen(Points const& points, std::vector<double> const& values, std::uint64_t seed)
{
    core::require(!points.empty(), "there is a trajectory to read");
    std::vector<ElementaryEffect> found;
    for (auto const& effects : collect_effects(points, values)) found.push_back(summarise(effects, seed));
    return found;
}
}  // namespace concordat::sensitivity
