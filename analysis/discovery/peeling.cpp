#include "analysis/discovery/peeling.hpp"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <optional>

namespace concordat::discovery
{
namespace
{
constexpr std::array<Side, 2> sides{Side::low, Side::high};

/// One end moved to another place.
struct Move
{
    std::size_t parameter{};
    Side side{};
    double end{};
    Tally after{};
    double gain{};
};

std::size_t share_of(double share, std::size_t count)
{
    return std::max(std::size_t{1}, static_cast<std::size_t>(share * static_cast<double>(count)));
}

/// Values so that the end under study is the lowest: those of the upper side with their sign changed.
std::vector<double> turn_values(Sample const& sample, Ids const& ids, std::size_t parameter, Side side)
{
    std::vector<double> values;
    values.reserve(ids.size());
    for (auto const i : ids) values.push_back(side == Side::low ? sample.points[i][parameter] : -sample.points[i][parameter]);
    return values;
}

double pick_smallest(std::vector<double> values, std::size_t number)
{
    auto const at = values.begin() + static_cast<std::ptrdiff_t>(number - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// The cut of one end, or nothing where it would take everything.
std::optional<Move> cut_end(Sample const& sample, Ids const& ids, Tally const& tally, std::size_t parameter, Side side, double peel)
{
    auto const values = turn_values(sample, ids, parameter, side);
    double const last_out = pick_smallest(values, share_of(peel, ids.size()));
    double first_in = INFINITY;
    Tally out;
    for (std::size_t n = 0; n < ids.size(); ++n) {
        if (values[n] > last_out) {
            first_in = std::min(first_in, values[n]);
            continue;
        }
        ++out.count;
        out.of_interest += sample.of_interest[ids[n]] != 0 ? 1U : 0U;
    }
    if (out.count == ids.size()) return std::nullopt;
    Move move{parameter, side, side == Side::low ? first_in : -first_in,
              {tally.count - out.count, tally.of_interest - out.of_interest}, 0.0};
    move.gain = (move.after.density() - tally.density()) / static_cast<double>(out.count);
    return move;
}

std::optional<Move> find_cut(Sample const& sample, Ids const& ids, Tally const& tally, double peel, std::size_t least_count)
{
    std::optional<Move> best;
    for (std::size_t p = 0; p < sample.points.front().size(); ++p) {
        for (auto const side : sides) {
            auto const move = cut_end(sample, ids, tally, p, side, peel);
            if (!move || move->after.count < least_count) continue;
            if (!best || move->gain > best->gain) best = move;
        }
    }
    return best;
}

/// The move of one end outwards, or nothing where there is nothing outside.
std::optional<Move> widen_end(Sample const& sample, Ids const& ids, Region const& region, Tally const& tally,
                              std::size_t parameter, Side side, double peel)
{
    auto wide = region;
    wide.open(parameter, side);
    double const sign = side == Side::low ? 1.0 : -1.0, end = sign * region.end(parameter, side);
    Ids outside;
    for (auto const i : select_inside(sample, ids, wide)) {
        if (sign * sample.points[i][parameter] < end) outside.push_back(i);
    }
    if (outside.empty()) return std::nullopt;
    auto const values = turn_values(sample, outside, parameter, side);
    std::size_t const wanted = std::min(outside.size(), share_of(peel, tally.count));
    double const new_end = pick_smallest(values, outside.size() - wanted + 1);  // the nearest are the largest
    Move move{parameter, side, sign * new_end, tally, 0.0};
    for (std::size_t n = 0; n < outside.size(); ++n) {
        if (values[n] < new_end) continue;
        ++move.after.count;
        move.after.of_interest += sample.of_interest[outside[n]] != 0 ? 1U : 0U;
    }
    move.gain = move.after.density() - tally.density();
    return move;
}

/// P(X >= hits) for a binomial X.
double binomial_tail(std::size_t hits, std::size_t count, double probability)
{
    if (hits == 0) return 1.0;
    return boost::math::ibeta(static_cast<double>(hits), static_cast<double>(count - hits + 1), probability);
}

double compare_with(Sample const& sample, Ids const& ids, Region const& region, Region const& wider)
{
    auto const with = count_points(sample, select_inside(sample, ids, region));
    auto const without = count_points(sample, select_inside(sample, ids, wider));
    if (without.count == with.count) return 1.0;
    return binomial_tail(with.of_interest, with.count, without.density());
}
}  // namespace

std::vector<Peeled> peel_boxes(Sample const& sample, Ids const& ids, double peel, std::size_t least_count)
{
    std::vector<Peeled> path{{Region{sample.points.front().size()}, count_points(sample, ids)}};
    Ids inside = ids;
    while (path.back().tally.of_interest < path.back().tally.count) {
        auto const cut = find_cut(sample, inside, path.back().tally, peel, least_count);
        if (!cut) break;
        auto next = path.back().region;
        next.move_end(cut->parameter, cut->side, cut->end);
        inside = select_inside(sample, inside, next);
        path.push_back({std::move(next), cut->after});
    }
    return path;
}

Region paste_box(Sample const& sample, Ids const& ids, Region region, double peel)
{
    auto tally = count_points(sample, select_inside(sample, ids, region));
    for (bool is_moving = true; is_moving;) {
        std::optional<Move> best;
        for (std::size_t p = 0; p < sample.points.front().size(); ++p) {
            for (auto const side : sides) {
                if (region.is_open(p, side)) continue;
                auto const move = widen_end(sample, ids, region, tally, p, side, peel);
                if (!move) {
                    region.open(p, side);  // nothing of the set lies beyond
                } else if (move->gain >= 0.0 && (!best || move->gain > best->gain)) {
                    best = move;
                }
            }
        }
        is_moving = best.has_value();
        if (!best) break;
        region.move_end(best->parameter, best->side, best->end);
        tally = best->after;
    }
    return region;
}

double find_p_value(Sample const& sample, Ids const& ids, Region const& region, std::size_t parameter)
{
    auto wider = region;
    for (auto const side : sides) wider.open(parameter, side);
    return compare_with(sample, ids, region, wider);
}

double find_p_value(Sample const& sample, Ids const& ids, Region const& region, std::size_t parameter, Side side)
{
    auto wider = region;
    wider.open(parameter, side);
    return compare_with(sample, ids, region, wider);
}

Region prune_box(Sample const& sample, Ids const& ids, Region region, double level)
{
    while (true) {
        double worst = level;
        std::optional<Move> weakest;
        for (std::size_t p = 0; p < sample.points.front().size(); ++p) {
            for (auto const side : sides) {
                if (region.is_open(p, side)) continue;
                double const p_value = find_p_value(sample, ids, region, p, side);
                if (!(p_value > worst)) continue;
                worst = p_value;
                weakest = Move{p, side, 0.0, {}, 0.0};
            }
        }
        if (!weakest) return region;
        region.open(weakest->parameter, weakest->side);
    }
}
}  // namespace concordat::discovery
