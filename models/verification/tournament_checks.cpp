#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "models/incentives/order_statistics.hpp"
#include "models/incentives/threshold.hpp"
#include "models/incentives/tournament.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/quadrature.hpp"

namespace concordat::verification
{
namespace
{
using incentives::Threshold;
using incentives::Tournament;
using incentives::WinChance;
using state::BlockSlots;

struct Contest
{
    int contestants{};
    int prizes{};
};

std::unique_ptr<Tournament const> make_tournament(Contest contest)
{
    return std::make_unique<Tournament const>(
        incentives::TournamentParams{
            .winner_share = static_cast<double>(contest.prizes) / contest.contestants,
            .min_contestants = 2,
            .max_contestants = contest.contestants,
            .remaining = {1.0}},
        std::make_unique<Threshold const>());
}

/// Sum of the k largest normal order-statistic means over n: the score identity A1.2.
double slope_by_scores(Contest contest)
{
    constexpr int nodes = 400;
    constexpr double half_width = 10.0;
    auto const rule = core::make_gauss_legendre(nodes, -half_width, half_width);
    int const n = contest.contestants;
    double sum = 0.0;
    for (int rank = n - contest.prizes + 1; rank <= n; ++rank) {
        double log_constant = core::log(rank);
        for (int i = 1; i <= n - rank; ++i) log_constant += core::log(rank + i) - core::log(i);
        for (std::size_t i = 0; i < rule.nodes.size(); ++i) {
            double const x = rule.nodes[i];
            double const log_weight = log_constant + (rank - 1) * core::log(core::normal_cdf(x)) +
                                      (n - rank) * core::log(core::normal_cdf(-x));
            sum += rule.weights[i] * x * core::normal_pdf(x) * core::exp(log_weight);
        }
    }
    return sum / n;
}

/// Two areas that are each other's rivals, area 1 with a handicap; the planner's efforts at which
/// neither's expectation of the other is wrong. With handicap 0: the symmetric equilibrium.
struct Equilibrium
{
    double leader{};
    double follower{};
};

Equilibrium find_equilibrium(Tournament const& tournament, Contest contest, double prize,
                             double lead)
{
    constexpr int most_rounds = 200;
    constexpr double half_way = 0.5;
    CleanWorld world{{.areas = 2}};
    world.start();
    world.set_contestants(contest.contestants);
    world.set_everywhere(&BlockSlots::reward, prize * contest.prizes / contest.contestants);
    world.set_start(0, 0, lead);
    Equilibrium believed;
    for (int round = 0; round < most_rounds; ++round) {
        world.set(&BlockSlots::rival_gain, 0, 0, believed.follower);
        world.set(&BlockSlots::rival_gain, 1, 0, lead + believed.leader);
        world.plan(tournament);
        believed.leader += half_way * (world.gain(0, 0) - believed.leader);
        believed.follower += half_way * (world.gain(1, 0) - believed.follower);
    }
    return {world.gain(0, 0), world.gain(1, 0)};
}
}  // namespace

CheckResult check_tournament_slopes()
{
    CheckResult out{
        .title = "Slope of the chance of a prize, and effort, in rank-order tournaments",
        .method =
            "WinChance against published digits and against the score identity; effort by the "
            "planner "
            "in a symmetric equilibrium. Lazear and Rosen (1981); A1.1, A1.2"};
    struct Row
    {
        Contest contest;
        double slope;
    };
    constexpr std::array rows{
        Row{{2, 1}, 0.28209479},  Row{{3, 1}, 0.28209479},   Row{{5, 1}, 0.23259289},
        Row{{10, 1}, 0.15387527}, Row{{10, 2}, 0.25401098},  Row{{10, 3}, 0.31961689},
        Row{{10, 5}, 0.36946013}, Row{{10, 9}, 0.15387527},  Row{{15, 5}, 0.34414107},
        Row{{16, 8}, 0.38009029}, Row{{150, 50}, 0.36157185}};
    constexpr double digits = 1e-8;
    constexpr double quadrature = 1e-10;
    constexpr double solver = 1e-9;
    constexpr int most_planned = 16;  // larger contests need large tables
    for (auto const& row : rows) {
        auto const [n, k] = row.contest;
        double const slope = WinChance{n, k, 1.0, 1.0}.slope(0.0);
        auto const name = fmt::format("n = {}, k = {}", n, k);
        out.add(name + ": slope, published", row.slope, slope, digits);
        out.add(name + ": slope, score identity", slope_by_scores(row.contest), slope, quadrature);
        if (n > most_planned) continue;
        constexpr double prize = 1.5;
        auto const tournament = make_tournament(row.contest);
        double const effort = find_equilibrium(*tournament, row.contest, prize, 0.0).leader;
        out.add(name + ": effort, prize 1.5", prize * slope, effort, solver);
    }
    return out;
}

CheckResult check_handicaps()
{
    CheckResult out{
        .title = "A fixed lead blunts a contest of two and moves the peak in larger ones",
        .method =
            "Planner on both sides of a contest of two, exp(-lead^2 / 4); WinChance for n = 10, k "
            "= 3. "
            "A1.5"};
    constexpr double prize = 1.5;
    constexpr double solver = 1e-9;
    constexpr Contest pair{2, 1};
    auto const tournament = make_tournament(pair);
    double const even = find_equilibrium(*tournament, pair, prize, 0.0).leader;
    for (double const lead : {0.0, 0.5, 1.0, 2.0, 3.0}) {
        auto const found = find_equilibrium(*tournament, pair, prize, lead);
        double const theory = core::exp(-0.25 * lead * lead);
        out.add(fmt::format("n = 2, lead {}: leader's effort over even effort", lead), theory,
                found.leader / even, solver);
        out.add(fmt::format("n = 2, lead {}: follower's effort over even effort", lead), theory,
                found.follower / even, solver);
        out.add(fmt::format("n = 2, lead {}: leader's chance", lead),
                core::normal_cdf(lead / std::sqrt(2.0)),
                WinChance{2, 1, 1.0, 1.0}.probability(lead), 1e-12);
    }
    struct Row
    {
        double lead;
        double slope;
    };
    constexpr std::array rows{Row{-2.0, .02239}, Row{-1.0, .12943}, Row{-.5, .22614},
                              Row{0.0, .31962},  Row{.5, .36560},   Row{1.0, .33867},
                              Row{2.0, .15476}};
    for (auto const& row : rows) {
        out.add(fmt::format("n = 10, k = 3, lead {}: slope", row.lead), row.slope,
                WinChance{10, 3, 1.0, 1.0}.slope(row.lead), 5.1e-6);
    }
    return out;
}

CheckResult check_existence()
{
    CheckResult out{.title = "The flag for a symmetric equilibrium in pure efforts",
                    .method =
                        "1 where the flag is raised, just below and just above the limits of r = W "
                        "a^2 / (c sigma^2) "
                        "in A1; the largest safe r where pay is concave throughout"};
    struct Row
    {
        Contest contest;
        double limit;
        double effort;
    };
    constexpr std::array rows{Row{{2, 1}, 12.3509, 3.4841}, Row{{10, 1}, 5.6045, .8624},
                              Row{{10, 3}, 5.3174, 1.6995}, Row{{10, 5}, 7.2002, 2.6602},
                              Row{{15, 5}, 5.2051, 1.7913}};
    constexpr double margin = 2e-3;
    for (auto const& row : rows) {
        auto const [n, k] = row.contest;
        auto const name = fmt::format("n = {}, k = {}", n, k);
        out.add(fmt::format("{}, r = {:.4f}: exists", name, row.limit - margin), 1.0,
                incentives::symmetric_equilibrium_exists(n, k, row.limit - margin) ? 1.0 : 0.0,
                0.0);
        out.add(fmt::format("{}, r = {:.4f}: exists", name, row.limit + margin), 0.0,
                incentives::symmetric_equilibrium_exists(n, k, row.limit + margin) ? 1.0 : 0.0,
                0.0);
        out.add(name + ": effort at the limit", row.effort,
                row.limit * WinChance{n, k, 1.0, 1.0}.slope(0.0), 1e-4);
    }
    struct Concave
    {
        Contest contest;
        double limit;
    };
    constexpr std::array concave{Concave{{2, 1}, 8.2655}, Concave{{10, 1}, 5.4865},
                                 Concave{{10, 3}, 4.8908}, Concave{{10, 5}, 4.8186},
                                 Concave{{15, 5}, 4.6128}};
    for (auto const& row : concave) {
        auto const [n, k] = row.contest;
        WinChance const win{n, k, 1.0, 1.0};
        double steepest = 0.0;
        for (int i = -4000; i <= 4000; ++i) steepest = std::max(steepest, win.curvature(i * 1e-3));
        out.add(fmt::format("n = {}, k = {}: pay is concave below", n, k), row.limit,
                1.0 / steepest, 1e-4);
    }
    return out;
}

CheckResult check_large_tournament()
{
    CheckResult out{
        .title = "A large contest is a target at the (1 - p) quantile",
        .method =
            "Planner under a tournament and under a threshold set at the expected performance plus "
            "that "
            "quantile; the gap closes as 1/n, so n times it must stay below 1. A1.3 against A2.1"};
    constexpr double prize = 1.0;
    for (Contest const contest :
         {Contest{15, 5}, Contest{30, 10}, Contest{60, 20}, Contest{150, 50}}) {
        auto const tournament = make_tournament(contest);
        double const by_rank = find_equilibrium(*tournament, contest, prize, 0.0).leader;
        double const p = static_cast<double>(contest.prizes) / contest.contestants;
        double const quantile = core::normal_quantile(1.0 - p);
        CleanWorld world{{}};
        world.start();
        world.set_everywhere(&BlockSlots::reward, prize);
        world.set_everywhere(&BlockSlots::target, prize * core::normal_pdf(quantile) + quantile);
        world.plan(Threshold{});
        out.add(fmt::format("n = {}, k = {}: effort", contest.contestants, contest.prizes),
                world.gain(0, 0), by_rank, world.gain(0, 0) / contest.contestants);
    }
    return out;
}
}  // namespace concordat::verification
