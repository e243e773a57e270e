#include <algorithm>
#include <cmath>

#include "models/verification/checks.hpp"
#include "models/verification/clean_round.hpp"

namespace concordat::verification
{
namespace
{
constexpr int area_count = 20;
constexpr int indicator_count = 3;

state::Performance run_years(CleanWorld const& clean, incentives::SchemeKind scheme, double common)
{
    auto delivery = CleanSettings::clean_delivery();
    delivery.solver.tolerance = 1e-11;
    CleanRound const round{clean, CleanRound::clean_incentives(scheme), delivery};
    cycle::World world;
    round.furnish(world);
    round.draw_luck(world, common);
    round.run(world);
    return world.performance;
}

int count_different(state::AreaTable const& a, state::AreaTable const& b)
{
    int different = 0;
    for (int i = 0; i < area_count; ++i) {
        for (int j = 0; j < indicator_count; ++j) different += a(i, j) != b(i, j) ? 1 : 0;
    }
    return different;
}
}  // namespace

CheckResult check_common_shock()
{
    CheckResult out{.title = "Shocks that hit everybody leave a tournament unchanged",
                    .method =
                        "Three years of delivery by the model's own round, 20 areas and 3 "
                        "indicators, without and with "
                        "a common shock of twice the own luck; same own luck. A hit-or-miss rule, "
                        "for contrast, pays "
                        "other areas. A1"};
    CleanWorld const clean{{.areas = area_count, .indicators = indicator_count}};
    using incentives::SchemeKind;
    auto const calm = run_years(clean, SchemeKind::tournament, 0.0);
    auto const shocked = run_years(clean, SchemeKind::tournament, 2.0);
    double gain = 0.0, moved = 0.0, effort = 0.0, open = 0.0;
    for (int i = 0; i < area_count; ++i) {
        effort = std::max(effort, std::abs(calm.effort[i] - shocked.effort[i]));
        open += calm.unsettled[i] + shocked.unsettled[i];
        for (int j = 0; j < indicator_count; ++j) {
            gain = std::max(gain, std::abs(calm.true_gain(i, j) - shocked.true_gain(i, j)));
            moved = std::max(moved, std::abs(calm.reported(i, j) - shocked.reported(i, j)));
        }
    }
    constexpr double rounding = 1e-9;  // plans are iterated to 1e-11 from other starting points
    out.add("tournament: prizes that went to another area", 0.0,
            count_different(calm.payment, shocked.payment), 0.0);
    out.add("tournament: largest difference of effort", 0.0, effort, rounding);
    out.add("tournament: largest difference of true gain", 0.0, gain, rounding);
    out.add("tournament: area-years without an equilibrium", 0.0, open, 0.0);
    out.add("the shock moved performance by more than half a sigma", 1.0, moved > 0.5 ? 1.0 : 0.0,
            0.0);
    auto const hit = run_years(clean, SchemeKind::threshold, 0.0);
    auto const hit_shocked = run_years(clean, SchemeKind::threshold, 2.0);
    out.add("hit or miss: payments do change", 1.0,
            count_different(hit.payment, hit_shocked.payment) > 0 ? 1.0 : 0.0, 0.0);
    return out;
}
}  // namespace concordat::verification
