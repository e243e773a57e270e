#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "models/delivery/additive_crowding.hpp"
#include "models/incentives/linear.hpp"
#include "models/incentives/none.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::verification
{
namespace
{
using incentives::Linear;
using incentives::NoReward;
using state::BlockSlots;

constexpr double solver = 1e-10;
}  // namespace

CheckResult check_teams()
{
    CheckResult out{.title = "Partners who share a reward free-ride",
                    .method =
                        "Planner, n equal partners, linear reward of slope 1 split equally; then "
                        "pooled. Holmstrom "
                        "(1982); A3.2"};
    for (double const rho : complementarities) {
        for (int const n : {1, 2, 3, 5, 6, 10}) {
            for (double const pooling : {0.0, 1.0}) {
                CleanSettings settings{
                    .shares = std::vector<double>(static_cast<std::size_t>(n), 1.0 / n)};
                settings.delivery.production.complementarity = rho;
                settings.delivery.motives.council_share = 1.0 / n;
                settings.delivery.motives.pooling = pooling;
                CleanWorld world{settings};
                world.start();
                world.set_everywhere(&BlockSlots::reward, 1.0);
                world.plan(Linear{{}});
                double cost = 0.0;
                for (int p = 0; p < n; ++p) cost += world.spend(0, p);
                constexpr double first_best = 0.5;
                auto const name =
                    fmt::format("rho = {:.2f}, n = {}{}", rho, n, pooling > 0.0 ? ", pooled" : "");
                double const theory = pooling > 0.0 ? 1.0 : 1.0 / n;
                out.add(name + ": effort", theory, world.gain(0, 0), solver);
                out.add(name + ": surplus over first best",
                        pooling > 0.0 ? 1.0 : (2.0 * n - 1.0) / (n * n),
                        (world.gain(0, 0) - cost) / first_best, solver);
            }
        }
    }
    return out;
}

CheckResult check_complements()
{
    CheckResult out{.title = "Complementary partners with unequal motives",
                    .method =
                        "Planner, three partners moved by inspection to different degrees, against "
                        "published digits "
                        "and against every partner's first-order condition. A3.3"};
    struct Row
    {
        double response;
        std::array<double, 3> relative;
        double rho, effort;
    };
    constexpr std::array rows{
        Row{.8, {1, .6, .05}, 1., 1.102571}, Row{.8, {1, .6, .05}, .7, 1.039152},
        Row{.8, {1, .6, .05}, .4, .978565},  Row{1., {1, 1, .05}, 1., 1.551684},
        Row{1., {1, 1, .05}, .7, 1.475178},  Row{1., {1, 1, .05}, .4, 1.393955}};
    constexpr double motive = 1.7;
    constexpr double total = .8 * .8 + .5 * .5 + .3 * .3;
    std::vector<double> const shares{.64 / total, .25 / total, .09 / total};
    for (auto const& row : rows) {
        CleanSettings settings{.shares = shares};
        settings.delivery.production.complementarity = row.rho;
        settings.delivery.motives.partner_reputation = 1.0;
        CleanWorld world{settings};
        for (std::size_t p = 0; p < 3; ++p) world.pack.partners[p].reputation = row.relative[p];
        world.population.controllability.setConstant(row.response);
        world.inspection.any_indicator.setConstant(motive);
        world.start();
        world.plan(NoReward{});
        double const effort = world.gain(0, 0) / row.response;
        auto const name = fmt::format("a = {}, rho = {}", row.response, row.rho);
        out.add(name + ": joint effort", row.effort, effort, 1e-6);
        double worst = 0.0;
        for (std::size_t p = 0; p < 3; ++p) {
            double const own = std::sqrt(2.0 * world.spend(0, static_cast<int>(p)));
            double const weight = core::pow(shares[p], 0.5 * (2.0 - row.rho));
            double const marginal = row.response * motive * row.relative[p] * weight *
                                    core::pow(own, row.rho - 1.0) *
                                    core::pow(effort, 1.0 - row.rho);
            worst = std::max(worst, std::abs(own - marginal));
        }
        out.add(name + ": largest residual of the first-order conditions", 0.0, worst, solver);
    }
    return out;
}

CheckResult check_two_tasks()
{
    CheckResult out{.title = "Tasks that crowd each other: pay for one takes from the other",
                    .method =
                        "AdditiveCrowding, a benchmark of its own beside the planner, against "
                        "closed forms for two "
                        "tasks and published digits for four. Holmstrom and Milgrom (1991); A4.1"};
    constexpr double own_measured = .2, own_other = .5, d = .5;
    delivery::AdditiveCrowding const pair{{.effort_cost = 1.0, .substitution = d}};
    auto const respond = [&](double pay) {
        return pair.respond(std::array{pay + own_measured, own_other}).effort;
    };
    out.add("two tasks, pay .6: measured task", .733333, respond(.6)[0], 1e-6);
    out.add("two tasks, pay .6: other task", .133333, respond(.6)[1], 1e-6);
    constexpr double step = 1e-3;
    out.add("two tasks: slope of the other task in pay", -d / (1.0 - d * d),
            (respond(.6 + step)[1] - respond(.6 - step)[1]) / (2.0 * step), 1e-10);
    out.add("two tasks: other task at the corner, pay .8", 0.0, respond(.8)[1], 1e-12);
    out.add("two tasks: measured task beyond the corner, pay 1", 1.0 + own_measured,
            respond(1.0)[0], 1e-12);
    constexpr std::array motives{1., .8, .3, .1};
    struct Row
    {
        char const* what;
        double limit;
        std::array<double, 4> effort;
        double price;
    };
    constexpr double no_limit = 1e9;
    for (auto const& row :
         {Row{"four tasks", no_limit, {.835165, .549451, 0, 0}, .415385},
          Row{"four tasks, at most .7 in all", .7, {.492857, .207143, 0, 0}, .655}}) {
        delivery::AdditiveCrowding const tasks{
            {.effort_cost = 1.0, .substitution = .3, .most_effort = row.limit}};
        auto const found = tasks.respond(motives);
        for (std::size_t j = 0; j < motives.size(); ++j) {
            out.add(fmt::format("{}: effort {}", row.what, j + 1), row.effort[j], found.effort[j],
                    1e-6);
        }
        out.add(fmt::format("{}: price of effort", row.what), row.price, found.price, 1e-6);
    }
    return out;
}

CheckResult check_budgets()
{
    CheckResult out{
        .title = "A fixed budget: rewarding one indicator takes from the others",
        .method = "Planner, one partner, three linear rewards, a budget that binds. A4.3"};
    constexpr std::array rewards{1.2, .5, .3};
    constexpr std::array efforts{.804482, .335201, .201120};
    constexpr double budget = 0.4, multiplier = 1.491643;
    for (double const rho : complementarities) {
        CleanSettings settings{.indicators = 3};
        settings.delivery.production.complementarity = rho;
        CleanWorld world{settings};
        world.start();
        world.set_budget(0, budget);
        for (int k = 0; k < 3; ++k)
            world.set(&BlockSlots::reward, 0, k, rewards[static_cast<std::size_t>(k)]);
        for (auto const way : {CleanWorld::Solver::planner, CleanWorld::Solver::bracketing}) {
            world.plan(Linear{{}}, way);
            auto const name =
                fmt::format("rho = {:.2f}, {}", rho,
                            way == CleanWorld::Solver::planner ? "planner" : "bracketing");
            for (int k = 0; k < 3; ++k) {
                out.add(fmt::format("{}: effort {}", name, k + 1),
                        efforts[static_cast<std::size_t>(k)], world.gain(0, k), 1e-6);
            }
            out.add(name + ": 1 + lambda", multiplier, world.multiplier(0, 0), 1e-6);
            out.add(name + ": spend", budget, world.spend(0, 0), 1e-9);
        }
    }
    return out;
}
}  // namespace concordat::verification
