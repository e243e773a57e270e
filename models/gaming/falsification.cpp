#include "models/gaming/falsification.hpp"

#include <algorithm>
#include <cmath>

#include "models/state/false_report.hpp"

namespace concordat::gaming
{
void Falsification::falsify(state::Agreement const& agreement, state::Targets const& targets, state::Gaming& gaming,
                            state::Performance& performance) const
{
    for (auto* table : {&gaming.inflation, &gaming.penalty}) table->setZero();
    gaming.misreported.setZero();
    for (auto* column : {&gaming.targets, &gaming.misreports, &gaming.just_above, &gaming.just_below, &gaming.effort}) {
        column->setZero();
    }
    for (int area = 0; area < static_cast<int>(agreement.count.size()); ++area) {
        double spent = 0.0;
        for (int k = 0; k < agreement.count[static_cast<std::size_t>(area)]; ++k) {
            double const reward = performance.reward(area, k);
            if (!(reward > 0.0)) continue;
            gaming.targets[area] += 1.0;
            double& reported = performance.reported(area, k);
            double const curvature = gaming.curvature(area, k);
            if (std::isfinite(curvature)) {
                Report const report = choose({.measured = reported,
                                              .announced = targets.announced_trend(area, k),
                                              .target = targets.level(area, k),
                                              .stretch = targets.stretch(area, k),
                                              .reward = reward,
                                              .slope = gaming.slope(area, k),
                                              .curvature = curvature,
                                              .detection = gaming.detection[area],
                                              .contested = performance.contestants(area, k) > 0});
                if (report.inflation > 0.0) {
                    reported += report.inflation;
                    gaming.inflation(area, k) = report.inflation;
                    gaming.penalty(area, k) = report.penalty;
                    gaming.misreported(area, k) = report.jumped ? 2 : 1;
                    gaming.misreports[area] += 1.0;
                    spent += 0.5 * curvature * report.inflation * report.inflation;
                }
            }
            count(reported, targets.level(area, k), area, gaming);
        }
        gaming.effort[area] = gaming.worth[area] * spent;
        if (spent > 0.0) performance.effort[area] += gaming.effort[area];
    }
}

void Falsification::count(double reported, double target, int area, state::Gaming& gaming) const
{
    double const above = reported - target;
    double const window = params_.bunching_window.value();
    if (above >= 0.0 && above < window) gaming.just_above[area] += 1.0;
    if (above < 0.0 && above >= -window) gaming.just_below[area] += 1.0;
}

Falsification::Report Falsification::choose(Situation const& at) const
{
    switch (params_.shape) {
        case RewardShape::none: return {};
        case RewardShape::jump: return jump_to(at.target, at.reward, at);
        case RewardShape::pro_rata: return reach_floor_and_climb(at);
        case RewardShape::slope: return climb(at.slope, at);
        case RewardShape::contest: return at.contested ? climb(at.slope, at) : jump_to(at.target, at.reward, at);
    }
    return {};
}

Falsification::Report Falsification::jump_to(double level, double reward, Situation const& at) const
{
    double const missing = level - at.measured;
    double const penalty = params_.penalty * at.reward;
    if (!(missing > 0.0) || missing > state::find_false_window(reward, at.detection, penalty, at.curvature)) return {};
    // What is added up may end a last bit short of the target: it must be met.
    double inflation = missing;
    while (at.measured + inflation < level) inflation = std::nextafter(inflation, 2.0 * missing + 1.0);
    return {.inflation = inflation, .penalty = penalty, .jumped = true};
}

Falsification::Report Falsification::climb(double slope, Situation const& at) const
{
    double const net = slope * (1.0 - at.detection * params_.penalty);
    if (!(net > 0.0)) return {};
    double const inflation = net / at.curvature;
    return {.inflation = inflation, .penalty = params_.penalty * slope * inflation};
}

Falsification::Report Falsification::reach_floor_and_climb(Situation const& at) const
{
    constexpr double smallest = 1e-9;  // [sigma] without a stretch all is paid at the target, as by ProRata
    if (!(at.stretch > smallest)) return jump_to(at.target, at.reward, at);
    double const floor_level = at.announced + params_.floor * at.stretch;
    double const room = at.announced + params_.cap * at.stretch - at.measured;
    Report jump{};
    if (at.measured < floor_level) {
        jump = jump_to(floor_level, params_.floor * at.reward, at);
        if (jump.inflation == 0.0) return {};
    }
    Report const rise = climb(at.reward / at.stretch, at);
    double const inflation = std::max(jump.inflation, std::min(rise.inflation, room));
    if (!(inflation > 0.0)) return {};
    if (jump.jumped) return {.inflation = inflation, .penalty = jump.penalty, .jumped = true};
    return {.inflation = inflation, .penalty = params_.penalty * at.reward / at.stretch * inflation};
}
}  // namespace concordat::gaming
