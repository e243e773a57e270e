#include <fmt/format.h>

#include <array>

#include "models/gaming/falsification.hpp"
#include "models/incentives/threshold.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::verification
{
namespace
{
using incentives::Threshold;
using state::BlockSlots;

constexpr double curvature = 4.0, penalty = 0.5;

/// Shares of equally likely outcomes that end at the target by a false report, and at or above it.
struct Reports
{
    double bunched{};
    double hits{};
};

Reports falsify(double expected, double detection)
{
    constexpr int draws = 20000;
    gaming::Falsification const falsification{{.penalty = penalty, .shape = gaming::RewardShape::jump}};
    Reports out;
    for (int i = 0; i < draws; ++i) {
        double const measured = expected + core::normal_quantile((i + 0.5) / draws);
        auto const report = falsification.choose({.measured = measured,
                                                  .target = 1.0,
                                                  .stretch = 1.0,
                                                  .reward = 1.0,
                                                  .curvature = curvature,
                                                  .detection = detection});
        out.bunched += report.inflation > 0.0 ? 1.0 / draws : 0.0;
        out.hits += measured + report.inflation >= 1.0 ? 1.0 / draws : 0.0;
    }
    return out;
}

/// A9 for a reward that counts every unit: m, its share of the measured gain, and deterrence.
void add_linear_rows(CheckResult& out)
{
    constexpr double linear_curvature = 2.0, linear_penalty = 1.5, linear_detection = 0.3;
    gaming::Falsification const linear{{.penalty = linear_penalty, .shape = gaming::RewardShape::slope}};
    gaming::Falsification::Situation at{.slope = 1.0, .curvature = linear_curvature, .detection = linear_detection};
    double const inflation = linear.choose(at).inflation;
    out.add("every unit counts: inflation", .275, inflation, 1e-12);
    double const gain = 1.0;  // a^2 b / c, the same as without manipulation
    out.add("every unit counts: share of the measured gain", .215686, inflation / (inflation + gain), 1e-6);
    at.detection = 1.0 / linear_penalty + 1e-9;
    out.add("every unit counts: inflation where pi P exceeds b", 0.0, linear.choose(at).inflation, 0.0);
}
}  // namespace

CheckResult check_audit()
{
    CheckResult out{.title = "False reports, audit, and effort under a hit-or-miss target",
                    .method =
                        "Planner and bracketing under Threshold with the window of false reports; reports by "
                        "Falsification at equally likely quantiles of luck. A9.1, A9.2"};
    struct Row
    {
        double detection, effort, hit, bunched, reported;
    };
    constexpr std::array rows{Row{0., .38990, .2709, .2677, .5386}, Row{.1, .37892, .2673, .2450, .5123},
                              Row{.3, .35434, .2592, .1925, .4517}, Row{.5, .32946, .2513, .1244, .3756},
                              Row{.7, .31566, .2469, .0000, .2469}};
    constexpr double digits = 6e-6, few_digits = 6e-5;
    constexpr double counting = 1.1e-4;  // two quantiles of 20,000 on top of the digits
    CleanWorld world{{}};
    world.start();
    world.set_everywhere(&BlockSlots::reward, 1.0);
    world.set_everywhere(&BlockSlots::target, 1.0);
    world.set_everywhere(&BlockSlots::curvature, curvature);
    world.set_everywhere(&BlockSlots::penalty, penalty);
    for (auto const& row : rows) {
        auto const name = fmt::format("pi = {}", row.detection);
        world.set_everywhere(&BlockSlots::detection, row.detection);
        world.plan(Threshold{}, CleanWorld::Solver::bracketing);
        out.add(name + ": effort by bracketing", row.effort, world.gain(0, 0), digits);
        world.plan(Threshold{});
        double const effort = world.gain(0, 0);
        out.add(name + ": effort", row.effort, effort, digits);
        out.add(name + ": true hit", row.hit, core::normal_cdf(effort - 1.0), few_digits);
        auto const reports = falsify(effort, row.detection);
        out.add(name + ": reported falsely", row.bunched, reports.bunched, counting);
        out.add(name + ": reported hit", row.reported, reports.hits, counting);
    }
    add_linear_rows(out);
    return out;
}
}  // namespace concordat::verification
