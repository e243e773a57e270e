#include <fmt/format.h>

#include <array>
#include <cmath>
#include <functional>

#include "models/incentives/linear.hpp"
#include "models/incentives/ratchet.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::verification
{
namespace
{
using incentives::Linear;
using state::BlockSlots;

/// Place of the largest value of a function with one peak, by golden sections.
double find_peak(std::function<double(double)> const& f, double low, double high)
{
    constexpr double golden = 0.6180339887498949;
    constexpr int sections = 90;
    for (int i = 0; i < sections; ++i) {
        double const left = high - golden * (high - low), right = low + golden * (high - low);
        if (f(left) < f(right)) {
            low = left;
        } else {
            high = right;
        }
    }
    return 0.5 * (low + high);
}

/// What a linear reward of slope 1 pays when own luck and the rivals' mean are these.
double pay(Linear const& scheme, double own, double rivals)
{
    BlockSlots slots;
    slots.resize(1);
    slots.slots = 1;
    slots.reward[0] = core::Lanes{1.0};
    slots.rival_gain[0] = core::Lanes{rivals};
    std::array const reported{core::Lanes{own}};
    std::array<core::Lanes, 1> paid;
    scheme.pay(slots, reported, paid);
    return paid[0][0];
}
}  // namespace

CheckResult check_comparators()
{
    CheckResult out{
        .title = "Comparators filter the common shock out of pay",
        .method =
            "The best comparator share and the variance of what Linear pays, from its response to "
            "own "
            "luck and to the rivals' mean; effort by the planner. Holmstrom (1982); A3.1"};
    struct Row
    {
        double own, common;
        int contestants;
        double share, variance;
    };
    constexpr std::array rows{Row{1, 1, 10, .9, 1.1}, Row{1, 1, 2, .5, 1.5},
                              Row{1, 2, 10, .972973, 1.108108}};
    for (auto const& row : rows) {
        auto const name =
            fmt::format("n = {}, common variance {}", row.contestants, row.common * row.common);
        auto const best = incentives::best_comparator_share(row.own, row.common, row.contestants);
        Linear const scheme{{.comparator_share = best.share}};
        double const to_own = pay(scheme, 1.0, 0.0) - pay(scheme, 0.0, 0.0);
        double const to_rivals = pay(scheme, 0.0, 1.0) - pay(scheme, 0.0, 0.0);
        double const to_common = pay(scheme, 1.0, 1.0) - pay(scheme, 0.0, 0.0);
        double const variance =
            row.own * row.own * (to_own * to_own + to_rivals * to_rivals / (row.contestants - 1)) +
            row.common * row.common * to_common * to_common;
        out.add(name + ": best share", row.share, best.share, 1e-6);
        out.add(name + ": variance of pay", row.variance, variance, 1e-6);
        out.add(name + ": variance as stated", best.variance, variance, 1e-12);
        double const least = find_peak(
            [&](double g) {
                return -incentives::payment_variance(g, row.own, row.common, row.contestants);
            },
            0.0, 1.0);
        out.add(name + ": share of least variance", best.share, least, 1e-7);
        CleanWorld world{{}};
        world.start();
        world.set_everywhere(&BlockSlots::reward, 0.7);
        world.plan(scheme);
        out.add(name + ": effort at slope .7", 0.7, world.gain(0, 0), 1e-12);
    }
    return out;
}

CheckResult check_crowding()
{
    CheckResult out{.title = "Small rewards crowd out partners' own motives",
                    .method =
                        "Planner, five equal partners who share a linear reward b; own motive 1, "
                        "crowding 2 per unit "
                        "of b. Frey; Benabou and Tirole; A3"};
    constexpr int partners = 5;
    constexpr double crowding = 2.0;
    for (double const rho : complementarities) {
        CleanSettings settings{.shares = std::vector<double>(partners, 1.0 / partners)};
        settings.delivery.production.complementarity = rho;
        settings.delivery.motives.council_share = 1.0 / partners;
        settings.delivery.motives.intrinsic = 1.0;
        settings.delivery.motives.crowding = crowding * partners;  // each feels its own fifth of b
        CleanWorld world{settings};
        world.start();
        auto const effort = [&](double reward) {
            world.set_everywhere(&BlockSlots::reward, reward);
            world.plan(Linear{{}});
            return world.gain(0, 0);
        };
        auto const name = fmt::format("rho = {:.2f}", rho);
        double const worst = find_peak([&](double b) { return -effort(b); }, 0.0, 4.0);
        out.add(name + ": reward of least effort", core::log(partners * crowding) / crowding, worst,
                1e-6);
        out.add(name + ": least effort", 0.330259, effort(worst), 1e-6);
        double low = worst, high = 10.0;
        constexpr int halvings = 60;
        for (int i = 0; i < halvings; ++i) {
            double const middle = 0.5 * (low + high);
            (effort(middle) < 1.0 ? low : high) = middle;
        }
        out.add(name + ": reward that restores effort", 4.999773, low, 1e-6);
        out.add(name + ": effort without a reward", 1.0, effort(0.0), 1e-12);
    }
    return out;
}

CheckResult check_distortion()
{
    CheckResult out{.title = "A distorted measure wastes 1 - cos^2 of the first best",
                    .method =
                        "Planner under a linear reward whose slope b maximises true gain less the "
                        "cost of effort. "
                        "Baker (1992, 2002); A4.4"};
    constexpr double radians_per_degree = 0.017453292519943295;
    for (double const rho : complementarities) {
        for (double const degrees : {0.0, 20.0, 45.0, 60.0}) {
            double const angle = degrees * radians_per_degree;
            CleanSettings settings;
            settings.delivery.production.complementarity = rho;
            CleanWorld world{settings};
            world.population.cos_distortion.setConstant(core::cos(angle));
            world.population.sin_distortion.setConstant(core::sin(angle));
            world.start();
            auto const surplus = [&](double b) {
                world.set_everywhere(&BlockSlots::reward, b);
                world.plan(Linear{{}});
                return world.gain(0, 0) - world.spend(0, 0);
            };
            constexpr double first_best = 0.5;
            double const best = find_peak(surplus, 0.0, 2.0);
            auto const name = fmt::format("rho = {:.2f}, {} degrees", rho, degrees);
            out.add(name + ": best slope", core::cos(angle), best, 1e-6);
            out.add(name + ": surplus over first best", core::cos(angle) * core::cos(angle),
                    surplus(best) / first_best, 1e-10);
            out.add(name + ": measured gain per unit of slope", 1.0,
                    world.measured_gain(0, 0) / best, 1e-10);
        }
    }
    return out;
}

CheckResult check_ratchet()
{
    CheckResult out{
        .title = "Foreseen harder targets blunt a linear reward",
        .method =
            "Effort by the planner at slope 1 with the ratchet factor among the motives, against "
            "published digits. Weitzman (1980); A5.1, A5.2"};
    constexpr std::array periods{0, 1, 2, 3, 5, 10, 2000};
    struct Row
    {
        double weight, discount;
        std::array<double, periods.size()> factor;
    };
    constexpr std::array rows{Row{.25, .9, {1, .775, .62312, .52061, .40470, .32129, .30769}},
                              Row{.25, .965, {1, .75875, .58415, .45778, .30012, .16114, .12670}},
                              Row{.5, .9, {1, .55, .34750, .25638, .19692, .18210, .18182}},
                              Row{.5, .965, {1, .5175, .28469, .17236, .09202, .06827, .06763}},
                              Row{1., .965, {1, .035, .035, .035, .035, .035, .035}}};
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < periods.size(); ++i) {
            CleanSettings settings;
            settings.delivery.motives.ratchet_factor = incentives::ratchet_factor(
                {.weight = row.weight, .discount = row.discount, .future_rounds = periods[i]});
            CleanWorld world{settings};
            world.start();
            world.set_everywhere(&BlockSlots::reward, 1.0);
            world.plan(Linear{{}});
            out.add(fmt::format("lambda = {}, delta = {}, N = {}: effort", row.weight, row.discount,
                                periods[i]),
                    row.factor[i], world.gain(0, 0), 5.1e-6);
        }
        double const interest = 1.0 / row.discount - 1.0;
        out.add(fmt::format("lambda = {}, delta = {}: limit r / (r + lambda)", row.weight,
                            row.discount),
                interest / (interest + row.weight),
                incentives::ratchet_factor(
                    {.weight = row.weight, .discount = row.discount, .future_rounds = 5000}),
                1e-10);
    }
    return out;
}
}  // namespace concordat::verification
