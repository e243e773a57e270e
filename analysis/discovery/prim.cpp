#include "analysis/discovery/prim.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "analysis/discovery/peeling.hpp"
#include "sim/core/check.hpp"
#include "sim/random/streams.hpp"

namespace concordat::discovery
{
namespace
{
constexpr random::Purpose draw_halves{"discovery.prim.halves"};

void check(std::vector<std::vector<double>> const& points, std::vector<char> const& of_interest, PrimSettings const& settings)
{
    core::require(points.size() == of_interest.size(), "every point is of interest or not");
    for (auto const& point : points) core::require(point.size() == points.front().size(), "all points have the same coordinates");
    core::require(settings.peel > 0.0 && settings.peel <= 0.5, "a step of peeling takes a share of at most a half");
    core::require(settings.least_mass > 0.0 && settings.least_mass < 1.0, "a box holds a share of the points");
}

Quality describe_quality(Tally const& inside, Tally const& all)
{
    return {static_cast<double>(inside.of_interest) / static_cast<double>(all.of_interest), inside.density(),
            static_cast<double>(inside.count) / static_cast<double>(all.count)};
}

/// The step that the rule takes.
Peeled const& choose_step(std::vector<Peeled> const& path, PrimSettings const& settings)
{
    double const least = settings.least_coverage * static_cast<double>(path.front().tally.of_interest);
    auto const is_enough = [&](Peeled const& step) { return static_cast<double>(step.tally.of_interest) >= least; };
    double best_density = 0.0;
    for (auto const& step : path) {
        if (is_enough(step)) best_density = std::max(best_density, step.tally.density());
    }
    Peeled const* chosen = nullptr;
    for (auto const& step : path) {  // from the largest coverage to the smallest
        if (!is_enough(step) || step.tally.density() < best_density - settings.close) continue;
        if (chosen == nullptr || step.region.count_restricted() < chosen->region.count_restricted()) chosen = &step;
    }
    return *chosen;
}

/// A search among some of the points.
struct Found
{
    Region region;
    std::vector<Peeled> path{};
};

std::optional<Found> find_one(Sample const& sample, Ids const& ids, std::size_t least_count, PrimSettings const& settings)
{
    auto const all = count_points(sample, ids);
    if (all.of_interest == 0 || all.of_interest == all.count) return std::nullopt;
    auto path = peel_boxes(sample, ids, settings.peel, std::max(std::size_t{1}, least_count));
    auto region = paste_box(sample, ids, choose_step(path, settings).region, settings.peel);
    double const ends = 2.0 * static_cast<double>(sample.points.front().size());
    region = prune_box(sample, ids, std::move(region), settings.significance / ends);
    if (region.count_restricted() == 0) return std::nullopt;
    return Found{std::move(region), std::move(path)};
}

std::size_t least_of(std::size_t points, PrimSettings const& settings)
{
    return static_cast<std::size_t>(std::ceil(settings.least_mass * static_cast<double>(points)));
}

/// The ids in a random order.
Ids shuffle(Ids const& ids, std::size_t resample, std::size_t number, std::uint64_t seed)
{
    random::StreamKey const key{.master_seed = seed,
                                .replicate = static_cast<std::uint32_t>(resample),
                                .purpose = draw_halves,
                                .period = static_cast<std::uint32_t>(number)};
    std::vector<std::pair<double, std::size_t>> order;
    for (auto const i : ids) order.emplace_back(random::uniform(key, static_cast<std::uint32_t>(i)), i);
    std::sort(order.begin(), order.end());
    Ids out;
    for (auto const& one : order) out.push_back(one.second);
    return out;
}

/// How often half samples choose the same parameters, and what their boxes hold in the other half.
void resample(Sample const& sample, Ids const& ids, std::size_t number, PrimSettings const& settings, std::uint64_t seed, Box& box)
{
    std::vector<std::size_t> chosen(sample.points.front().size(), 0);
    double sum = 0.0;
    std::size_t held = 0;
    for (std::size_t r = 0; r < settings.resamples; ++r) {
        auto const order = shuffle(ids, r, number, seed);
        auto const middle = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
        Ids const half(order.begin(), middle), others(middle, order.end());
        auto const found = find_one(sample, half, least_of(sample.points.size() / 2, settings), settings);
        if (!found) continue;
        for (std::size_t p = 0; p < chosen.size(); ++p) chosen[p] += found->region.restricts(p) ? 1U : 0U;
        auto const outside = count_points(sample, select_inside(sample, others, found->region));
        if (outside.count == 0) continue;
        sum += outside.density();
        ++held;
    }
    box.held_out_density = held > 0 ? sum / static_cast<double>(held) : std::numeric_limits<double>::quiet_NaN();
    for (auto& one : box.restrictions) {
        one.chosen_share = settings.resamples > 0
                               ? static_cast<double>(chosen[one.parameter]) / static_cast<double>(settings.resamples)
                               : std::numeric_limits<double>::quiet_NaN();
    }
}

Restriction describe_restriction(Sample const& sample, Ids const& ids, Region const& region, std::size_t parameter)
{
    Restriction out{.parameter = parameter, .low = region.end(parameter, Side::low), .high = region.end(parameter, Side::high)};
    out.bounds_low = !region.is_open(parameter, Side::low);
    out.bounds_high = !region.is_open(parameter, Side::high);
    double lowest = sample.points.front()[parameter], highest = lowest;
    for (auto const& point : sample.points) {
        lowest = std::min(lowest, point[parameter]);
        highest = std::max(highest, point[parameter]);
    }
    if (!out.bounds_low) out.low = lowest;
    if (!out.bounds_high) out.high = highest;
    out.p_value = find_p_value(sample, ids, region, parameter);
    return out;
}

Box describe(Sample const& sample, Ids const& ids, Found const& found, Tally const& all)
{
    Box box;
    for (std::size_t p = 0; p < sample.points.front().size(); ++p) {
        if (found.region.restricts(p)) box.restrictions.push_back(describe_restriction(sample, ids, found.region, p));
    }
    std::stable_sort(box.restrictions.begin(), box.restrictions.end(),
                     [](auto const& a, auto const& b) { return a.p_value < b.p_value; });
    auto const quality = describe_quality(count_points(sample, select_inside(sample, ids, found.region)), all);
    box.coverage = quality.coverage;
    box.density = quality.density;
    box.mass = quality.mass;
    box.base_density = count_points(sample, ids).density();
    for (auto const& step : found.path) {
        box.trajectory.push_back({describe_quality(step.tally, all), step.region.count_restricted()});
    }
    return box;
}
}  // namespace

std::vector<Box> find_boxes(std::vector<std::vector<double>> const& points, std::vector<char> const& of_interest,
                            PrimSettings const& settings, std::uint64_t seed)
{
    check(points, of_interest, settings);
    std::vector<Box> boxes;
    if (points.empty()) return boxes;
    Sample const sample{points, of_interest};
    Ids left(points.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    auto const all = count_points(sample, left);
    while (boxes.size() < settings.most_boxes) {
        auto const found = find_one(sample, left, least_of(points.size(), settings), settings);
        if (!found) break;
        auto box = describe(sample, left, *found, all);
        if (box.density <= all.density()) break;  // denser than the rest, but not than the whole
        boxes.push_back(std::move(box));
        resample(sample, left, boxes.size(), settings, seed, boxes.back());
        std::erase_if(left, [&](std::size_t i) { return found->region.holds(points[i]); });
    }
    return boxes;
}
}  // namespace concordat::discovery
