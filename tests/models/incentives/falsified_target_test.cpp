#include "models/incentives/falsified_target.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "models/incentives/threshold.hpp"
#include "models/state/false_report.hpp"
#include "sim/core/elementary.hpp"
#include "tests/support/scheme_kit.hpp"

namespace concordat::incentives
{
namespace
{
constexpr double infinity = std::numeric_limits<double>::infinity();

/// The kit's slots; reports can be manipulated in all areas but the last, in the first at no risk.
state::BlockSlots make_manipulable_slots()
{
    auto in = support::make_slots();
    for (int k = 0; k < in.slots; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            in.curvature[k][lane] = lane == 3 ? infinity : 60.0 + 40.0 * static_cast<double>(lane) * (k + 1);
            in.detection[k][lane] = .15 * static_cast<double>(lane);
            in.penalty[k][lane] = .5 * in.reward[k][lane];
        }
    }
    return in;
}

double find_worth(state::BlockSlots const& in, std::size_t slot, std::size_t lane)
{
    std::vector<core::Lanes> out(static_cast<std::size_t>(in.slots));
    Threshold{}.expect(in, out);
    return out[slot][lane];
}

state::Slope find_slope(state::BlockSlots const& in, std::size_t slot)
{
    std::vector<state::Slope> out(static_cast<std::size_t>(in.slots));
    Threshold{}.price(in, out);
    return out[slot];
}

TEST(FalsifiedTarget, WindowEndsWhereManipulationCostsWhatItBrings)
{
    double const window = state::find_false_window(1.0, 0.3, 0.5, 4.0);
    EXPECT_NEAR(window, 0.5244, 5e-5);  // A9's table
    EXPECT_NEAR(0.5 * 4.0 * window * window, 0.7 * 1.0 - 0.3 * 0.5, 1e-15);
    EXPECT_EQ(state::find_false_window(1.0, 0.7, 0.5, 4.0), 0.0);
    EXPECT_EQ(state::find_false_window(1.0, 0.0, 0.5, infinity), 0.0);
}

TEST(FalsifiedTarget, HasTheSlopeOfItsWorthAndTheDerivativeOfItsSlope)
{
    constexpr double step = 1e-5;
    auto in = make_manipulable_slots();
    for (std::size_t k = 0; k < static_cast<std::size_t>(in.slots); ++k) {
        auto const here = find_slope(in, k);
        auto const centre = in.expected[k];
        in.expected[k] = centre + step;
        auto const above = in;
        in.expected[k] = centre - step;
        auto const below = in;
        in.expected[k] = centre;
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            double const slope = (find_worth(above, k, lane) - find_worth(below, k, lane)) / (2.0 * step);
            EXPECT_NEAR(here.value[lane], slope, 1e-4) << k << " " << lane;
            double const bend = (find_slope(above, k).value[lane] - find_slope(below, k).value[lane]) / (2.0 * step);
            EXPECT_NEAR(here.derivative[lane], bend, 1e-4) << k << " " << lane;
        }
    }
}

TEST(FalsifiedTarget, IsWorthTheMeanOfWhatIsPaidNetOfPenaltiesAndCost)
{
    constexpr int draws = 20000;
    auto const in = make_manipulable_slots();
    for (std::size_t k = 0; k < static_cast<std::size_t>(in.slots); ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            double const reward = in.reward[k][lane], penalty = in.penalty[k][lane];
            double const detection = in.detection[k][lane], curvature = in.curvature[k][lane];
            double mean = 0.0;
            for (int i = 0; i < draws; ++i) {
                double const y = in.expected[k][lane] + in.spread[k][lane] * core::normal_quantile((i + .5) / draws);
                double const short_of = in.target[k][lane] - y;
                double best = short_of <= 0.0 ? reward : 0.0;
                if (short_of > 0.0 && curvature < infinity) {
                    double const cheat =
                        (1.0 - detection) * reward - detection * penalty - .5 * curvature * short_of * short_of;
                    best = std::max(best, cheat);
                }
                mean += best / draws;
            }
            EXPECT_NEAR(find_worth(in, k, lane), mean, 0.02) << k << " " << lane;
        }
    }
}

TEST(FalsifiedTarget, IsNoSteeperAnywhereThanTheHonestRuleMayBe)
{
    auto in = make_manipulable_slots();
    auto const n = static_cast<std::size_t>(in.slots);
    std::vector<state::Slope> slope(n);
    std::vector<core::Lanes> bound(n);
    Threshold{}.steepest(in, bound);
    auto const centre = in.expected;
    for (int i = -600; i <= 600; ++i) {
        for (std::size_t k = 0; k < n; ++k) in.expected[k] = centre[k] + i * 0.013;
        Threshold{}.price(in, slope);
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                ASSERT_LE(slope[k].derivative[lane], bound[k][lane] * (1.0 + 1e-12) + 1e-12);
                ASSERT_GE(slope[k].value[lane], -1e-12);
            }
        }
    }
}

TEST(FalsifiedTarget, StaysFiniteHoweverFarOff)
{
    auto in = make_manipulable_slots();
    for (double const far : {-1e6, -50.0, 0.0, 50.0, 1e6}) {
        for (int k = 0; k < in.slots; ++k) in.expected[k] = core::Lanes{far};
        for (std::size_t k = 0; k < static_cast<std::size_t>(in.slots); ++k) {
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                EXPECT_TRUE(std::isfinite(find_slope(in, k).value[lane])) << far;
                EXPECT_TRUE(std::isfinite(find_slope(in, k).derivative[lane])) << far;
                EXPECT_TRUE(std::isfinite(find_worth(in, k, lane))) << far;
            }
        }
    }
}

TEST(FalsifiedTarget, LeavesAreasThatCannotOrWouldNotAsTheyAre)
{
    auto const honest = support::make_slots();
    auto in = make_manipulable_slots();
    in.detection[0][1] = 0.9;  // caught too often to be tempted
    for (std::size_t k = 0; k < static_cast<std::size_t>(in.slots); ++k) {
        EXPECT_EQ(find_slope(in, k).value[3], find_slope(honest, k).value[3]);
        EXPECT_EQ(find_worth(in, k, 3), find_worth(honest, k, 3));
    }
    EXPECT_EQ(find_slope(in, 0).value[1], find_slope(honest, 0).value[1]);
    EXPECT_EQ(find_slope(in, 0).derivative[1], find_slope(honest, 0).derivative[1]);
}

TEST(FalsifiedTarget, MakesComingCloseWorthMoreWhereAuditIsLenient)
{
    // Half a window below T an unaudited area gains from every step: slope k (T - y) on average.
    auto in = support::make_slots();
    in.curvature[0] = core::Lanes{60.0};
    in.spread[0] = core::Lanes{0.05};
    in.expected[0] = in.target[0] - 0.3;
    EXPECT_NEAR(find_slope(in, 0).value[0], 60.0 * 0.3, 1e-6);
    in.curvature[0] = core::Lanes{infinity};
    EXPECT_LT(find_slope(in, 0).value[0], 1e-3);
}
}  // namespace
}  // namespace concordat::incentives
