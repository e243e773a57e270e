#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "models/incentives/pro_rata.hpp"
#include "models/incentives/threshold.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::verification
{
namespace
{
using incentives::ProRata;
using incentives::Threshold;
using state::BlockSlots;

CleanWorld make_world(int areas, double complementarity)
{
    CleanSettings settings{.areas = areas};
    settings.delivery.production.complementarity = complementarity;
    CleanWorld world{settings};
    world.start();
    return world;
}

/// Effort of one area under a hit-or-miss target of difficulty `gap`.
double find_effort(CleanWorld& world, double reward, double gap)
{
    world.set_everywhere(&BlockSlots::reward, reward);
    world.set_everywhere(&BlockSlots::target, gap);
    world.plan(Threshold{});
    return world.gain(0, 0);
}
}  // namespace

CheckResult check_threshold_effort()
{
    CheckResult out{.title = "Effort under a hit-or-miss target",
                    .method =
                        "Planner against published digits of u(G; R); then the residual of u = R "
                        "phi(G - u) for two "
                        "complementarities and both solvers. A2.1"};
    constexpr std::array gaps{-1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0};
    struct Row
    {
        double reward;
        std::array<double, gaps.size()> effort;
    };
    constexpr std::array rows{
        Row{.5, {.107972, .195688, .190120, .137514, .071953, .028571, .002231}},
        Row{1., {.195286, .372239, .396825, .315656, .163267, .060867, .004492}},
        Row{2., {.329638, .647143, .769441, .778560, .468892, .142011, .009109}},
        Row{4., {.510187, .983679, 1.226040, 1.445206, 1.589404, .593330, .018750}}};
    constexpr double digits = 1e-6;
    constexpr double residual = 1e-8;
    for (double const rho : {2.0 / 3.0, 1.0}) {
        for (auto const& row : rows) {
            auto world = make_world(static_cast<int>(gaps.size()), rho);
            world.set_everywhere(&BlockSlots::reward, row.reward);
            for (std::size_t i = 0; i < gaps.size(); ++i)
                world.set(&BlockSlots::target, static_cast<int>(i), 0, gaps[i]);
            for (auto const solver :
                 {CleanWorld::Solver::planner, CleanWorld::Solver::bracketing}) {
                world.plan(Threshold{}, solver);
                double worst = 0.0;
                for (std::size_t i = 0; i < gaps.size(); ++i) {
                    double const u = world.gain(static_cast<int>(i), 0);
                    worst =
                        std::max(worst, std::abs(u - row.reward * core::normal_pdf(gaps[i] - u)));
                    if (rho == 1.0 || solver == CleanWorld::Solver::bracketing) continue;
                    out.add(fmt::format("R = {}, G = {}: effort", row.reward, gaps[i]),
                            row.effort[i], u, digits);
                }
                out.add(
                    fmt::format("R = {}, rho = {:.2f}, {}: largest residual", row.reward, rho,
                                solver == CleanWorld::Solver::planner ? "planner" : "bracketing"),
                    0.0, worst, residual);
                if (solver == CleanWorld::Solver::planner) {
                    // R phi(1) = .97 at R = 4: several best plans are not ruled out, bracketing
                    // makes sure.
                    out.add(fmt::format("R = {}, rho = {:.2f}: areas that need bracketing",
                                        row.reward, rho),
                            row.reward > 3.5 ? static_cast<double>(gaps.size()) : 0.0,
                            world.rescued(), 0.0);
                }
                out.add(fmt::format(
                            "R = {}, rho = {:.2f}, {}: areas without a settled plan", row.reward,
                            rho, solver == CleanWorld::Solver::planner ? "planner" : "bracketing"),
                        0.0, world.unsettled(), 0.0);
            }
        }
    }
    return out;
}

CheckResult check_threshold_peak()
{
    CheckResult out{.title = "Effort peaks where the target is as likely hit as missed",
                    .method =
                        "Planner at G = R phi(0): effort equals G, the chance of a hit is a half, "
                        "and targets .05 "
                        "easier or harder bring less (1 where they do). A2.3"};
    auto world = make_world(1, 2.0 / 3.0);
    for (double const reward : {0.5, 1.0, 2.0, 4.0}) {
        double const peak = reward * core::normal_pdf(0.0);
        double const effort = find_effort(world, reward, peak);
        double const hit = world.expected(Threshold{}, 0, 0) / reward;
        out.add(fmt::format("R = {}: effort at the peak", reward), peak, effort, 1e-10);
        out.add(fmt::format("R = {}: chance of a hit", reward), 0.5, hit, 1e-10);
        bool const lower = find_effort(world, reward, peak - .05) < effort &&
                           find_effort(world, reward, peak + .05) < effort;
        out.add(fmt::format("R = {}: neighbours lower", reward), 1.0, lower ? 1.0 : 0.0, 0.0);
    }
    return out;
}

CheckResult check_giving_up()
{
    CheckResult out{.title = "Beyond a difficulty G_d an area gives up",
                    .method =
                        "The planner's effort just below and just above G_d, and the place of its "
                        "jump by bisection. "
                        "A2.2"};
    struct Row
    {
        double reward, place, below, above;
    };
    constexpr std::array rows{Row{5., 2.20378, 1.91106, .37395}, Row{6., 2.42589, 2.39230, .20180},
                              Row{8., 2.83855, 3.09125, .06891}, Row{10., 3.21893, 3.64432, .02425},
                              Row{20., 4.81528, 5.64679, .00007}};
    constexpr double step = 2e-5;
    constexpr double place_tolerance = 1e-5;
    constexpr double effort_tolerance = 5e-4;  // effort moves this much within `step` of the jump
    constexpr int halvings = 30;
    auto world = make_world(1, 2.0 / 3.0);
    for (auto const& row : rows) {
        auto const name = fmt::format("R = {}", row.reward);
        out.add(name + ": effort just below", row.below,
                find_effort(world, row.reward, row.place - step), effort_tolerance);
        out.add(name + ": effort just above", row.above,
                find_effort(world, row.reward, row.place + step), effort_tolerance);
        double low = row.place - 0.05, high = row.place + 0.05;
        for (int i = 0; i < halvings; ++i) {
            double const middle = 0.5 * (low + high);
            bool const tries =
                find_effort(world, row.reward, middle) > 0.5 * (row.below + row.above);
            (tries ? low : high) = middle;
        }
        out.add(name + ": G_d", row.place, low, place_tolerance);
    }
    return out;
}

CheckResult check_pro_rata()
{
    CheckResult out{.title = "Pay in proportion from a floor to a cap",
                    .method =
                        "Planner and ProRata for f = .6 against published digits; then floor 1 "
                        "(hit or miss) and "
                        "floor 0 without a cap (linear above the trend, nothing below it). A2.5"};
    struct Row
    {
        double reward, stretch, effort, share, paid, full;
    };
    constexpr std::array rows{
        Row{1, .5, .397540, .52292, .5389, .4592}, Row{1, 1, .378817, .38262, .4125, .2672},
        Row{1, 2, .208466, .13147, .1607, .0366},  Row{2, 1, .787411, .54260, .5743, .4158},
        Row{2, 2, .588464, .22715, .2704, .0790},  Row{2, 3, .155786, .03680, .0501, .0022}};
    constexpr double floor = 0.6;
    auto world = make_world(1, 2.0 / 3.0);
    for (auto const& row : rows) {
        auto const name = fmt::format("R = {}, S = {}", row.reward, row.stretch);
        ProRata const scheme{{.floor = floor, .cap = 1.0}};
        world.set_everywhere(&BlockSlots::reward, row.reward);
        world.set_everywhere(&BlockSlots::stretch, row.stretch);
        world.set_everywhere(&BlockSlots::target, row.stretch);
        world.plan(scheme);
        out.add(name + ": effort", row.effort, world.gain(0, 0), 1e-6);
        out.add(name + ": expected share", row.share, world.expected(scheme, 0, 0) / row.reward,
                1e-5);
        out.add(name + ": chance of full pay", row.full,
                world.expected(Threshold{}, 0, 0) / row.reward, 1e-4);
        world.set_everywhere(&BlockSlots::target, floor * row.stretch);
        out.add(name + ": chance of any pay", row.paid,
                world.expected(Threshold{}, 0, 0) / row.reward, 1e-4);
        world.set_everywhere(&BlockSlots::target, row.stretch);
        world.plan(Threshold{});
        double const hit_or_miss = world.gain(0, 0);
        world.plan(ProRata{{.floor = 1.0, .cap = 1.0}});
        out.add(name + ": floor 1 is hit or miss", hit_or_miss, world.gain(0, 0), 1e-10);
        world.plan(ProRata{{.floor = 0.0, .cap = std::numeric_limits<double>::infinity()}});
        double const open = world.gain(0, 0);
        double const theory = row.reward / row.stretch * core::normal_cdf(open);
        out.add(name + ": no floor, no cap: residual of u = R Phi(u) / S", 0.0, open - theory,
                1e-10);
    }
    return out;
}
}  // namespace concordat::verification
