#include "analysis/calibration/subset_sampler.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <numeric>

#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"
#include "sim/random/streams.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::calibration
{
namespace
{
using Points = std::vector<std::vector<double>>;
using Index = Eigen::Index;

constexpr random::Purpose choose_line{"calibration.subset.line"};
constexpr random::Purpose choose_turn{"calibration.subset.turn"};
constexpr random::Purpose choose_place{"calibration.subset.place"};

constexpr double level_share = 0.2;           // survivors of a level: a fifth keeps the steps' errors about equal
constexpr std::size_t least_points = 500;     // of a level: its share is then known within 9 %
constexpr std::size_t most_levels = 60;       // a share of 10^-42: nothing is left
constexpr std::uint32_t moves_of_a_level = 2; // per parameter
constexpr std::uint32_t last_moves = 6;       // per parameter, at the cutoff
constexpr std::uint32_t most_cuts = 60;       // of one line; then the point stays

/// Which line a point moves along, and how far both ways.
struct Line
{
    std::vector<double> direction{};
    double from{};
    double to{};
};

/// Directions in which the survivors of a level lie: a factor of their covariance.
Eigen::MatrixXd find_shape(Points const& points, std::size_t parameters)
{
    auto const k = static_cast<Index>(parameters);
    double const count = static_cast<double>(points.size());
    std::vector<double> mean(parameters, 0.0);
    for (auto const& point : points) {
        for (std::size_t p = 0; p < parameters; ++p) mean[p] += point[p] / count;
    }
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(k, k);
    for (auto const& point : points) {
        for (Index p = 0; p < k; ++p) {
            for (Index q = 0; q <= p; ++q) {
                covariance(p, q) += (point[static_cast<std::size_t>(p)] - mean[static_cast<std::size_t>(p)]) *
                                    (point[static_cast<std::size_t>(q)] - mean[static_cast<std::size_t>(q)]) / count;
            }
        }
    }
    for (Index p = 0; p < k; ++p) covariance(p, p) += 1e-12;  // one survivor, or all in a plane
    Eigen::LLT<Eigen::MatrixXd> const factor{covariance};
    return factor.matrixL();
}

/// Moves a set of points within {implausibility <= level}.
class Mover
{
  public:
    Mover(Sieve const& sieve, double cutoff, std::size_t level, std::uint64_t seed)
        : sieve_{sieve}, cutoff_{cutoff}, level_{static_cast<std::uint32_t>(level)}, seed_{seed}
    {
    }
    /// \return [count] places tried
    std::size_t move(Points& points, Eigen::MatrixXd const& shape, std::uint32_t step) const
    {
        auto lines = draw_lines(points, shape, step);
        std::vector<std::size_t> open(points.size());
        std::iota(open.begin(), open.end(), std::size_t{0});
        std::size_t tried = 0;
        for (std::uint32_t cut = 0; cut < most_cuts && !open.empty(); ++cut) {
            tried += open.size();
            open = try_places(points, lines, open, step, cut);
        }
        return tried;
    }

  private:
    random::StreamKey name(random::Purpose const& purpose, std::uint32_t step) const
    {
        return {.master_seed = seed_, .replicate = level_, .purpose = purpose, .period = step};
    }

    /// Normal draws, shape [n_point rounded up][k].
    Eigen::ArrayXXd draw_turns(std::span<std::uint32_t const> ids, std::size_t parameters, std::uint32_t step) const
    {
        std::size_t const rows = (ids.size() + 7) / 8 * 8;  // whole packets, so that every column is aligned
        Eigen::ArrayXXd turns(static_cast<Index>(rows), static_cast<Index>(parameters));
        for (std::uint32_t q = 0; q < parameters; ++q) {
            random::fill_normal(name(choose_turn, step), ids, q, {turns.col(q).data(), rows});
        }
        return turns;
    }

    std::vector<Line> draw_lines(Points const& points, Eigen::MatrixXd const& shape, std::uint32_t step) const
    {
        std::size_t const k = points.front().size();
        std::vector<std::uint32_t> ids(points.size());
        std::iota(ids.begin(), ids.end(), 0U);
        std::vector<double> kinds(points.size());
        random::fill_uniform(name(choose_line, step), ids, 0, kinds);
        auto const turns = draw_turns(ids, k, step);
        std::vector<Line> lines;
        for (std::size_t i = 0; i < points.size(); ++i) {
            std::vector<double> direction(k, 0.0);
            if (kinds[i] < 0.5) {
                direction[static_cast<std::size_t>(2.0 * kinds[i] * static_cast<double>(k))] = 1.0;
            } else {
                turn(direction, shape, turns, static_cast<Index>(i));
            }
            lines.push_back(reach_walls(points[i], std::move(direction)));
        }
        return lines;
    }

    static void turn(std::vector<double>& direction, Eigen::MatrixXd const& shape, Eigen::ArrayXXd const& turns, Index row)
    {
        for (std::size_t q = 0; q < direction.size(); ++q) {
            double const z = turns(row, static_cast<Index>(q));
            for (std::size_t p = q; p < direction.size(); ++p) direction[p] += shape(static_cast<Index>(p), static_cast<Index>(q)) * z;
        }
    }

    static Line reach_walls(std::vector<double> const& at, std::vector<double> direction)
    {
        Line line{std::move(direction), -1e300, 1e300};
        for (std::size_t p = 0; p < at.size(); ++p) {
            double const d = line.direction[p];
            if (d == 0.0) continue;
            line.from = std::max(line.from, ((d > 0.0 ? 0.0 : 1.0) - at[p]) / d);
            line.to = std::min(line.to, ((d > 0.0 ? 1.0 : 0.0) - at[p]) / d);
        }
        return line;
    }

    /// Points whose place was outside stay open, their lines cut back.
    std::vector<std::size_t> try_places(Points& points, std::vector<Line>& lines, std::vector<std::size_t> const& open,
                                        std::uint32_t step, std::uint32_t cut) const
    {
        Points places;
        std::vector<double> offsets(open.size());
        std::vector<std::uint32_t> const ids(open.begin(), open.end());
        random::fill_uniform(name(choose_place, step), ids, cut, offsets);
        for (double& offset : offsets) {
            std::size_t const i = open[places.size()];
            auto const& line = lines[i];
            offset = line.from + offset * (line.to - line.from);
            places.push_back(points[i]);
            for (std::size_t p = 0; p < places.back().size(); ++p) {
                places.back()[p] = std::clamp(places.back()[p] + offset * line.direction[p], 0.0, 1.0);
            }
        }
        auto const kept = sieve_.keep(places, cutoff_);
        std::vector<std::size_t> still;
        for (std::size_t n = 0; n < open.size(); ++n) {
            if (kept[n] != 0) {
                points[open[n]] = places[n];
            } else {
                (offsets[n] < 0.0 ? lines[open[n]].from : lines[open[n]].to) = offsets[n];
                still.push_back(open[n]);
            }
        }
        return still;
    }

    Sieve const& sieve_;
    double cutoff_{};
    std::uint32_t level_{};
    std::uint64_t seed_{};
};

Points select_within(Points const& points, std::vector<double> const& worst, double level)
{
    Points within;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (worst[i] <= level) within.push_back(points[i]);
    }
    return within;
}
}  // namespace

SubsetSample sample_subset(Sieve const& sieve, std::size_t parameters, std::size_t wanted, double cutoff, std::uint64_t seed)
{
    core::require(wanted > 0 && parameters > 0, "a sample has points and parameters");
    std::size_t const count = std::max(wanted, least_points);
    SubsetSample out{random::latin_hypercube(count, parameters, seed), 1.0, count};
    double reached = std::numeric_limits<double>::infinity();
    for (std::size_t level = 0; level < most_levels; ++level) {
        auto const worst = sieve.measure(out.points);
        double const next = std::max(cutoff, stats::quantile(worst, level_share));
        auto const within = select_within(out.points, worst, next);
        if (within.empty() || (next >= reached && next > cutoff)) break;  // nowhere nearer to the facts
        reached = next;
        out.share *= static_cast<double>(within.size()) / static_cast<double>(count);
        for (std::size_t i = 0; i < count; ++i) out.points[i] = within[i % within.size()];
        auto const shape = find_shape(within, parameters);
        Mover const mover{sieve, next, level, seed};
        bool const is_last = next == cutoff;
        auto const steps = (is_last ? last_moves : moves_of_a_level) * static_cast<std::uint32_t>(parameters);
        for (std::uint32_t step = 0; step < steps; ++step) out.candidates += mover.move(out.points, shape, step);
        if (!is_last) continue;
        out.points.resize(wanted);
        return out;
    }
    return {{}, 0.0, out.candidates};
}
}  // namespace concordat::calibration
