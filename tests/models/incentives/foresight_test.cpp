#include "models/incentives/foresight.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
namespace
{
using core::Lanes;

/// Slope of one target at `passive`, `left` of the round to go, everything else one.
double slope(state::RewardScheme const& scheme, double reward, double gap, double left, double leverage)
{
    state::BlockSlots in;
    in.resize(1);
    in.slots = 1;
    in.target[0] = Lanes{gap};
    in.reward[0] = Lanes{reward};
    in.spread[0] = Lanes{std::sqrt(left)};
    in.leverage[0] = Lanes{leverage};
    std::vector<state::Slope> out(1);
    scheme.price(in, out);
    return out[0].value[0];
}

TEST(Foresight, FollowsTheClosedForm)
{
    Foresight const scheme;
    for (double const r : {0.5, 2.0, 8.0}) {
        for (double const gap : {-1.0, 0.0, 1.5, 3.0}) {
            double const rise = core::exp(r) - 1.0;
            double const expected = rise * core::normal_pdf(gap) / (1.0 + rise * core::normal_cdf(-gap));
            EXPECT_NEAR(slope(scheme, r, gap, 1.0, 1.0), expected, 1e-13 * (1.0 + expected));
        }
    }
}

TEST(Foresight, IsTheThresholdsSlopeForSmallRewards)
{
    Foresight const exact;
    Threshold const plan;
    for (double const gap : {-1.0, 0.0, 2.0}) {
        EXPECT_NEAR(slope(exact, 1e-7, gap, 1.0, 1.0), slope(plan, 1e-7, gap, 1.0, 1.0), 1e-14);
        EXPECT_EQ(slope(exact, 3.0, gap, 1.0, 0.0), slope(plan, 3.0, gap, 1.0, 0.0)) << "effort moves nothing";
    }
    EXPECT_EQ(slope(exact, 0.0, 1.0, 1.0, 1.0), 0.0);
    EXPECT_TRUE(std::isfinite(slope(exact, 1e6, 1.0, 1.0, 1.0)));
}

/// One agent with a = c = sigma = 1 who revises its effort `steps` times a round: luck of a step has the
/// variance 1/steps, effort e costs e^2/(2 steps), the reward is for y >= goal at the end. States on a grid,
/// luck by a fixed rule.
class Revising
{
  public:
    Revising(double reward, double goal, int steps) : reward_{reward}, goal_{goal}, steps_{steps} {}

    using Policy = std::function<double(double gap, double left)>;
    [[nodiscard]] double value_of(Policy const& policy) const
    {
        return run([&](std::vector<double> const& later, double y, double left) {
            return worth(later, y, policy(goal_ - y, left));
        });
    }
    [[nodiscard]] double best_value() const
    {
        return run([&](std::vector<double> const& later, double y, double) {
            double best = 0.0;
            for (int i = 0; i <= 60; ++i) best = std::max(best, worth(later, y, 0.15 * i));
            return best;
        });
    }
    /// The best constant effort over what is left, as if it were never revised.
    [[nodiscard]] double plan(double gap, double left) const
    {
        double best = -1.0, effort = 0.0;
        for (int i = 0; i <= 120; ++i) {
            double const e = 0.05 * i;
            double const value =
                reward_ * core::normal_cdf((left * e - gap) / std::sqrt(left)) - 0.5 * left * e * e;
            if (value > best) {
                best = value;
                effort = e;
            }
        }
        return effort;
    }

  private:
    static constexpr int points = 401;
    static constexpr double low = -6.0, step = 0.03;

    template <class Choice>
    double run(Choice const& choose) const
    {
        std::vector<double> later(points);
        for (int i = 0; i < points; ++i) later[i] = reward_ * core::normal_cdf((low + step * i - goal_) / 1e-3);
        std::vector<double> now(points);
        for (int done = steps_ - 1; done >= 0; --done) {
            double const left = 1.0 - static_cast<double>(done) / steps_;
            for (int i = 0; i < points; ++i) now[i] = choose(later, low + step * i, left);
            later = now;
        }
        return later[200];  // y = 0
    }
    [[nodiscard]] double worth(std::vector<double> const& later, double y, double effort) const
    {
        constexpr int nodes = 24;
        double const spread = std::sqrt(1.0 / steps_);
        double sum = 0.0, weights = 0.0;
        for (int n = -nodes; n <= nodes; ++n) {
            double const z = 4.5 * n / nodes;
            double const weight = core::normal_pdf(z);
            double const at = std::clamp((y + effort / steps_ + spread * z - low) / step, 0.0, points - 1.001);
            int const i = static_cast<int>(at);
            sum += weight * (later[i] + (at - i) * (later[i + 1] - later[i]));
            weights += weight;
        }
        return sum / weights - 0.5 * effort * effort / steps_;
    }
    double reward_, goal_;
    int steps_;
};

TEST(Foresight, RegretsLittleWhereEffortIsRevisedOften)
{
    Foresight const scheme;
    struct Case
    {
        double reward, goal;
    };
    for (auto const& row : {Case{3.76, 2.0}, Case{8.0, 3.0}}) {
        Revising const agent{row.reward, row.goal, 36};
        double const best = agent.best_value();
        double const plan = agent.value_of([&](double gap, double left) { return agent.plan(gap, left); });
        double const foreseen = agent.value_of(
            [&](double gap, double left) { return slope(scheme, row.reward, gap, left, left); });
        EXPECT_GE(best, foreseen - 2e-3) << "the grid's own error";
        EXPECT_LT(best - foreseen, 0.5 * (best - plan)) << row.reward;
        EXPECT_GT(best - plan, 0.01) << "beyond the give-up point a final plan loses much";
    }
}

TEST(Foresight, OvershootsWhereEffortIsHeldForAYear)
{
    // The slope is that of an agent who can ease off next day; held for a year it costs more than it brings.
    Foresight const scheme;
    Revising const agent{3.76, 2.0, 3};
    double const plan = agent.value_of([&](double gap, double left) { return agent.plan(gap, left); });
    double const foreseen =
        agent.value_of([&](double gap, double left) { return slope(scheme, 3.76, gap, left, left); });
    EXPECT_LT(foreseen, plan - 0.01);
}
}  // namespace
}  // namespace concordat::incentives
