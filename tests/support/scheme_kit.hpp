#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/state/scheme.hpp"
#include "sim/core/elementary.hpp"

/// What every reward scheme must satisfy, whatever its rule (conformance kit). A test calls
/// `check_scheme` with a scheme; new schemes add one line to the list in incentive_params_test.cpp.
namespace concordat::support
{
/// Five slots of four areas in all kinds of places, one without a reward.
inline state::BlockSlots make_slots()
{
    constexpr int slots = 5;
    state::BlockSlots in;
    in.resize(slots);
    in.slots = slots;
    for (int k = 0; k < slots; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            double const l = static_cast<double>(lane);
            in.announced[k][lane] = -.4 + .3 * l - .1 * k;
            in.stretch[k][lane] = .5 + .25 * k + .1 * l;
            in.target[k][lane] = in.announced[k][lane] + in.stretch[k][lane];
            in.expected[k][lane] = in.target[k][lane] + .6 * (l - 1.5) - .3 * (k - 2);
            in.spread[k][lane] = .8 + .1 * k;
            in.own_spread[k][lane] = 1.0;
            in.rival_spread[k][lane] = 1.0;
            in.reward[k][lane] = k == 3 ? 0.0 : 40.0 + 10.0 * l;
            in.social_value[k][lane] = 100.0 + 20.0 * k;
            in.trend[k][lane] = .05 * k;
            in.rival_gain[k][lane] = .2 * l;
            in.contestants[k][lane] = lane == 3 ? 0 : 4 + static_cast<int>(lane);
        }
    }
    return in;
}

inline double total(std::vector<core::Lanes> const& of, std::size_t lane)
{
    double sum = 0.0;
    for (auto const& slot : of) sum += slot[lane];
    return sum;
}

/// The slope is the derivative of the expected payment (of the whole agreement where it is pooled).
inline void check_slope(state::RewardScheme const& scheme, double tolerance)
{
    constexpr double step = 1e-5;
    auto in = make_slots();
    auto const n = static_cast<std::size_t>(in.slots);
    std::vector<state::Slope> slope(n);
    std::vector<core::Lanes> above(n), below(n);
    scheme.price(in, slope);
    for (std::size_t k = 0; k < n; ++k) {
        in.expected[k] += step;
        scheme.expect(in, above);
        in.expected[k] -= 2.0 * step;
        scheme.expect(in, below);
        in.expected[k] += step;
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            double const finite = (total(above, lane) - total(below, lane)) / (2.0 * step);
            EXPECT_NEAR(slope[k].value[lane], finite, tolerance)
                << "slot " << k << ", area " << lane;
        }
    }
}

/// The derivative is the slope's derivative: in the slot's performance, or in the mean score.
inline void check_derivative(state::RewardScheme const& scheme, double tolerance)
{
    constexpr double step = 1e-5;
    auto const in = make_slots();
    auto const n = static_cast<std::size_t>(in.slots);
    std::vector<state::Slope> slope(n), above(n), below(n);
    scheme.price(in, slope);
    auto const price_at = [&](double move, std::size_t only, std::vector<state::Slope>& out) {
        auto moved = in;
        for (std::size_t k = 0; k < n; ++k) {
            if (scheme.pools_the_agreement()) {
                moved.expected[k] += move * in.stretch[k];
            } else if (k == only) {
                moved.expected[k] += move;
            }
        }
        scheme.price(moved, out);
    };
    for (std::size_t k = 0; k < n; ++k) {
        price_at(step, k, above);
        price_at(-step, k, below);
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            double const finite = (above[k].value[lane] - below[k].value[lane]) / (2.0 * step);
            EXPECT_NEAR(slope[k].derivative[lane], finite, tolerance)
                << "slot " << k << ", area " << lane;
        }
    }
}

/// `steepest` bounds the derivative wherever an area may stand. Pooled schemes do not use it.
inline void check_steepest(state::RewardScheme const& scheme)
{
    if (scheme.pools_the_agreement()) return;
    auto in = make_slots();
    auto const n = static_cast<std::size_t>(in.slots);
    std::vector<state::Slope> slope(n);
    std::vector<core::Lanes> bound(n);
    scheme.steepest(in, bound);
    auto const centre = in.expected;
    constexpr int points = 600;
    for (int i = -points; i <= points; ++i) {
        for (std::size_t k = 0; k < n; ++k) in.expected[k] = centre[k] + i * 0.013;
        scheme.price(in, slope);
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                ASSERT_LE(slope[k].derivative[lane], bound[k][lane] * (1.0 + 1e-12) + 1e-12)
                    << "slot " << k << ", area " << lane << ", step " << i;
            }
        }
    }
}

/// Slopes, expectations and payments are finite however far off an area is, and nothing is paid
/// where nothing is offered.
inline void check_extremes(state::RewardScheme const& scheme)
{
    auto in = make_slots();
    auto const n = static_cast<std::size_t>(in.slots);
    std::vector<state::Slope> slope(n);
    std::vector<core::Lanes> expected(n), paid(n);
    for (double const far : {-1e6, -50.0, 0.0, 50.0, 1e6}) {
        for (std::size_t k = 0; k < n; ++k) in.expected[k] = core::Lanes{far};
        scheme.price(in, slope);
        scheme.expect(in, expected);
        scheme.pay(in, in.expected, paid);
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                EXPECT_TRUE(std::isfinite(slope[k].value[lane])) << far;
                EXPECT_TRUE(std::isfinite(slope[k].derivative[lane])) << far;
                EXPECT_TRUE(std::isfinite(expected[k][lane])) << far;
                EXPECT_TRUE(std::isfinite(paid[k][lane])) << far;
                if (in.reward[k][lane] > 0.0) continue;
                EXPECT_EQ(slope[k].value[lane], 0.0);
                EXPECT_EQ(expected[k][lane], 0.0);
                EXPECT_EQ(paid[k][lane], 0.0);
            }
        }
    }
}

/// What an area gets depends on its own lane only.
inline void check_lanes(state::RewardScheme const& scheme)
{
    auto const in = make_slots();
    auto const n = static_cast<std::size_t>(in.slots);
    std::vector<state::Slope> slope(n), other(n);
    scheme.price(in, slope);
    auto changed = in;
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t lane = 1; lane < core::lane_count; ++lane)
            changed.expected[k][lane] = 17.0;
    }
    scheme.price(changed, other);
    for (std::size_t k = 0; k < n; ++k) {
        EXPECT_EQ(slope[k].value[0], other[k].value[0]);
        EXPECT_EQ(slope[k].derivative[0], other[k].derivative[0]);
    }
}

/// Expected payment is the mean of payments over luck, taken over equally likely quantiles. Not for
/// schemes that rank areas, whose payments depend on rivals' luck too.
inline void check_expectation(state::RewardScheme const& scheme, double tolerance)
{
    constexpr int draws = 20000;
    auto const in = make_slots();
    auto const n = static_cast<std::size_t>(in.slots);
    std::vector<core::Lanes> expected(n), mean(n, core::Lanes{0.0}), reported(n), paid(n);
    scheme.expect(in, expected);
    // The mean score of a pooled scheme: its s.d. from independent shocks.
    core::Lanes score{0.0}, variance{0.0}, count{0.0};
    for (std::size_t k = 0; k < n; ++k) {
        core::Lanes const one =
            core::select(in.reward[k] > 0.0, core::Lanes{1.0}, core::Lanes{0.0});
        core::Lanes const relative = in.spread[k] / in.stretch[k];
        score += one * (in.expected[k] - in.announced[k]) / in.stretch[k];
        variance += one * relative * relative;
        count += one;
    }
    core::Lanes const spread = std::experimental::sqrt(variance) / count;
    for (int i = 0; i < draws; ++i) {
        double const z = core::normal_quantile((i + 0.5) / draws);
        for (std::size_t k = 0; k < n; ++k) {
            reported[k] = scheme.pools_the_agreement()
                              ? in.announced[k] + in.stretch[k] * (score / count + spread * z)
                              : in.expected[k] + in.spread[k] * z;
        }
        scheme.pay(in, reported, paid);
        for (std::size_t k = 0; k < n; ++k) mean[k] += paid[k] / draws;
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            EXPECT_NEAR(mean[k][lane], expected[k][lane], tolerance)
                << "slot " << k << ", area " << lane;
        }
    }
}
}  // namespace concordat::support
