#include "models/incentives/tournament.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/incentives/order_statistics.hpp"
#include "sim/core/check.hpp"

namespace concordat::incentives
{
using core::Lanes;

namespace
{
constexpr double grid_end = contest_grid_end;
constexpr int grid_per_unit = contest_grid_per_unit;
constexpr int grid_points = contest_grid_points;

/// Cubic Hermite interpolation on one grid interval of width `width`, t in [0, 1]; of one number or of lanes.
template <class Number>
Number hermite(Number f0, Number d0, Number f1, Number d1, double width, Number t)
{
    Number const u = 1.0 - t;
    return f0 * u * u * (1.0 + 2.0 * t) + f1 * t * t * (1.0 + 2.0 * u) + width * t * u * (d0 * u - d1 * t);
}

/// Slope and curvature of the chance of a prize at the leads of four contests.
state::Slope look_up_slopes(std::array<ContestTable const*, core::lane_count> const& tables, Lanes lead)
{
    Lanes const low{-grid_end}, high{grid_end};
    Lanes const inside = core::select(lead < low, low, core::select(lead > high, high, lead));
    Lanes const position = (inside + grid_end) * grid_per_unit;
    std::array<std::size_t, core::lane_count> left;
    for (std::size_t lane = 0; lane < left.size(); ++lane) {
        left[lane] = std::min(static_cast<std::size_t>(position[lane]), static_cast<std::size_t>(grid_points - 2));
    }
    auto const slope = [&](std::size_t step) {
        return Lanes{[&](auto lane) { return tables[lane]->slope[left[lane] + step]; }};
    };
    auto const curvature = [&](std::size_t step) {
        return Lanes{[&](auto lane) { return tables[lane]->curvature[left[lane] + step]; }};
    };
    Lanes const t = position - Lanes{[&](auto lane) { return static_cast<double>(left[lane]); }};
    Lanes const before = curvature(0), after = curvature(1);
    return {.value = hermite(slope(0), before, slope(1), after, 1.0 / grid_per_unit, t),
            .derivative = before * (1.0 - t) + after * t};
}
}  // namespace

Tournament::Tournament(TournamentParams params, std::unique_ptr<state::RewardScheme const> fallback)
    : params_{std::move(params)}, fallback_{std::move(fallback)}
{
    core::require(fallback_ != nullptr, "a tournament needs a fallback scheme");
    ContestSettings const settings{params_.winner_share, params_.max_contestants, params_.remaining};
    tables_ = params_.library != nullptr ? params_.library->find_or_make(settings) : make_contest_tables(settings);
}

ContestTable const& Tournament::table(int contestants, double spread_ratio) const
{
    constexpr double tolerance = 1e-6;
    std::size_t const years = params_.remaining.size();
    for (std::size_t t = 0; t < years; ++t) {
        if (std::abs(spread_ratio * spread_ratio - params_.remaining[t]) < tolerance) {
            return (*tables_)[static_cast<std::size_t>(contestants - 2) * years + t];
        }
    }
    core::require(false, "no contest table for this part of the round");
    return tables_->front();
}

double Tournament::look_up_chance(ContestTable const& table, double lead)
{
    double const position = (std::clamp(lead, -grid_end, grid_end) + grid_end) * grid_per_unit;
    auto const left = std::min(static_cast<std::size_t>(position), static_cast<std::size_t>(grid_points - 2));
    double const t = position - static_cast<double>(left);
    return hermite(table.chance[left], table.slope[left], table.chance[left + 1], table.slope[left + 1], 1.0 / grid_per_unit,
                   t);
}

/// All lanes together: a contest's price is asked for in every pass of the solver.
void Tournament::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    fallback_->price(in, out);
    for (int k = 0; k < in.slots; ++k) {
        auto const& contestants = in.contestants[k];
        Lanes const count{[&](auto lane) { return static_cast<double>(contestants[lane]); }};
        auto const held = count > 0.0;
        if (std::experimental::none_of(held)) continue;
        Lanes const scale = in.rival_spread[k];
        std::array<ContestTable const*, core::lane_count> tables;
        tables.fill(&tables_->front());
        Lanes prizes{1.0};
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            if (!held[lane]) continue;
            tables[lane] = &table(contestants[lane], in.own_spread[k][lane] / scale[lane]);
            prizes[lane] = prize_count(params_.winner_share, contestants[lane]);
        }
        state::Slope const at = look_up_slopes(tables, (in.expected[k] - in.trend[k] - in.rival_gain[k]) / scale);
        Lanes const prize = in.reward[k] * count / prizes;
        out[k].value = core::select(held, prize * at.value / scale, out[k].value);
        out[k].derivative = core::select(held, prize * at.derivative / (scale * scale), out[k].derivative);
    }
}

void Tournament::expect(state::BlockSlots const& in, std::span<Lanes> out) const
{
    fallback_->expect(in, out);
    for (int k = 0; k < in.slots; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            int const n = in.contestants[k][lane];
            if (n == 0) continue;
            double const scale = in.rival_spread[k][lane];
            double const lead = (in.expected[k][lane] - in.trend[k][lane] - in.rival_gain[k][lane]) / scale;
            double const prize = in.reward[k][lane] * n / prize_count(params_.winner_share, n);
            out[k][lane] = prize * look_up_chance(table(n, in.own_spread[k][lane] / scale), lead);
        }
    }
}

void Tournament::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    fallback_->steepest(in, out);
    for (int k = 0; k < in.slots; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            int const n = in.contestants[k][lane];
            if (n == 0) continue;
            double const scale = in.rival_spread[k][lane];
            double const prize = in.reward[k][lane] * n / prize_count(params_.winner_share, n);
            out[k][lane] = prize * table(n, in.own_spread[k][lane] / scale).steepest / (scale * scale);
        }
    }
}

void Tournament::pay(state::BlockSlots const& in, std::span<Lanes const> reported, std::span<Lanes> out) const
{
    fallback_->pay(in, reported, out);
    for (int k = 0; k < in.slots; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            int const n = in.contestants[k][lane];
            if (n == 0) continue;
            int const prizes = prize_count(params_.winner_share, n);
            double const left = prizes - in.rivals_ahead[k][lane];
            double const share = std::clamp(left / (in.rivals_level[k][lane] + 1.0), 0.0, 1.0);
            out[k][lane] = share * in.reward[k][lane] * n / prizes;
        }
    }
}

bool symmetric_equilibrium_exists(int contestants, int prizes, double strength)
{
    constexpr int steps = 4000;      // grid of deviations, a profit there is a profit
    constexpr double slack = 1e-9;   // relative to the prize
    WinChance const win{contestants, prizes, 1.0, 1.0};
    double const effort = strength * win.slope(0.0);
    double const stay = strength * win.probability(0.0) - 0.5 * effort * effort;
    double const largest = std::max(effort, 1.0) * 3.0;
    for (int i = 0; i <= steps; ++i) {
        double const other = largest * i / steps;
        double const leave = strength * win.probability(other - effort) - 0.5 * other * other;
        if (leave > stay + slack * strength) return false;
    }
    return true;
}
}  // namespace concordat::incentives
