#include "analysis/calibration/parameter_moves.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"
#include "sim/random/streams.hpp"

namespace concordat::calibration
{
namespace
{
constexpr random::Purpose balance_order{"calibration.balance.order"};
constexpr std::size_t points_of_a_cell = 10;
constexpr std::size_t most_cells = 50;

std::vector<double> list_coordinate(std::vector<std::vector<double>> const& points, std::size_t parameter)
{
    std::vector<double> values;
    for (auto const& point : points) values.push_back(point[parameter]);
    return values;
}

/// Ranks around their mean; those of equal values are the mean of the ranks that they span.
std::vector<double> rank(std::vector<double> const& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    double const middle = 0.5 * static_cast<double>(values.size() - 1);
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
        double const shared = 0.5 * static_cast<double>(first + last - 1) - middle;
        for (std::size_t n = first; n < last; ++n) ranks[order[n]] = shared;
    }
    return ranks;
}

double correlate(std::vector<double> const& a, std::vector<double> const& b)
{
    double cross = 0.0, of_a = 0.0, of_b = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        cross += a[i] * b[i];
        of_a += a[i] * a[i];
        of_b += b[i] * b[i];
    }
    return of_a > 0.0 && of_b > 0.0 ? cross / std::sqrt(of_a * of_b) : 0.0;
}

double distance_from_uniform(std::vector<double> const& sorted)
{
    double most = 0.0;
    double const count = static_cast<double>(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        most = std::max({most, sorted[i] - static_cast<double>(i) / count, static_cast<double>(i + 1) / count - sorted[i]});
    }
    return most;
}

double limit_of_distance(std::size_t count)
{
    double const root = std::sqrt(static_cast<double>(count));
    return 1.358 / (root + 0.12 + 0.11 / root);  // Stephens (1970), 5 %
}

ParameterMove describe_one(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    ParameterMove move;
    for (std::size_t q = 0; q < move_probabilities.size(); ++q) {
        move.posterior[q] = stats::quantile_of_sorted(values, move_probabilities[q]);
    }
    move.shrinkage = 1.0 - (move.posterior[3] - move.posterior[1]) / (move.prior[3] - move.prior[1]);
    move.distance = distance_from_uniform(values);
    move.distance_limit = limit_of_distance(values.size());
    move.moved = move.distance > move.distance_limit;
    return move;
}

/// How many each cell gives, so that the fullest give as few as possible.
std::vector<std::size_t> share_out(std::vector<std::vector<std::size_t>> const& cells, std::size_t wanted)
{
    std::vector<std::size_t> given(cells.size(), 0);
    std::size_t left = wanted;
    for (bool is_any = true; left > 0 && is_any;) {
        is_any = false;
        for (std::size_t c = 0; c < cells.size() && left > 0; ++c) {
            if (given[c] == cells[c].size()) continue;
            ++given[c];
            --left;
            is_any = true;
        }
    }
    return given;
}
}  // namespace

std::vector<ParameterMove> describe_moves(std::vector<std::vector<double>> const& points, double least_correlation)
{
    core::require(points.size() >= 2, "moves are described by two points or more");
    std::vector<ParameterMove> moves;
    std::vector<std::vector<double>> ranks;
    for (std::size_t p = 0; p < points.front().size(); ++p) {
        auto const values = list_coordinate(points, p);
        ranks.push_back(rank(values));
        moves.push_back(describe_one(values));
    }
    for (std::size_t p = 0; p < moves.size(); ++p) {
        for (std::size_t q = 0; q < moves.size(); ++q) {
            double const correlation = p == q ? 0.0 : correlate(ranks[p], ranks[q]);
            if (p != q && std::abs(correlation) >= least_correlation) moves[p].companions.push_back({q, correlation});
        }
        std::stable_sort(moves[p].companions.begin(), moves[p].companions.end(), [](auto const& a, auto const& b) {
            return std::abs(a.correlation) > std::abs(b.correlation);
        });
    }
    return moves;
}

std::vector<std::size_t> balance(std::vector<double> const& scalar, double low, double high, std::size_t wanted,
                                 std::uint64_t seed)
{
    core::require(low < high, "a range to spread over has a width");
    std::size_t const count = std::clamp(wanted / points_of_a_cell, std::size_t{1}, most_cells);
    std::vector<std::vector<std::size_t>> cells(count);
    std::vector<double> draws(scalar.size());
    random::StreamKey const key{.master_seed = seed, .purpose = balance_order};
    for (std::size_t i = 0; i < scalar.size(); ++i) {
        draws[i] = random::uniform(key, static_cast<std::uint32_t>(i));
        if (!(scalar[i] >= low && scalar[i] <= high)) continue;
        auto const cell = static_cast<std::size_t>((scalar[i] - low) / (high - low) * static_cast<double>(count));
        cells[std::min(cell, count - 1)].push_back(i);
    }
    auto const given = share_out(cells, wanted);
    std::vector<std::size_t> chosen;
    for (std::size_t c = 0; c < count; ++c) {
        std::stable_sort(cells[c].begin(), cells[c].end(), [&](std::size_t a, std::size_t b) { return draws[a] < draws[b]; });
        chosen.insert(chosen.end(), cells[c].begin(), cells[c].begin() + static_cast<std::ptrdiff_t>(given[c]));
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}
}  // namespace concordat::calibration
