#include "models/incentives/single_rewards.hpp"

#include <gtest/gtest.h>

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
namespace
{
constexpr Eigen::Index areas = 3, rows = 4, indicators = 4;  // the last row is padding

struct Scene
{
    explicit Scene(SingleRewardParams const& params) : rewards{make_pack(), params}
    {
        centre.resize(1, indicators);
        population.noise = state::PerIndicator::Constant(indicators, 0.5);
        population.noise[2] = 2.0;
        values.centre = state::AreaTable::Zero(rows, indicators);
        values.centre.row(rows - 1).setConstant(1e6);
        performance.single_gain = state::AreaTable::Zero(rows, indicators);
        performance.single_reward = state::PerArea::Zero(rows);
    }
    static state::Pack make_pack()
    {
        state::Pack pack;
        pack.areas.resize(areas);
        return pack;
    }
    void value(Eigen::Index indicator, double by) { values.centre.col(indicator).head(areas).setConstant(by); }
    std::vector<double> announce()
    {
        rewards.announce(values, population, centre);
        return {centre.single_reward.begin(), centre.single_reward.end()};
    }
    double pay(Eigen::Index area, double honoured = 1.0)
    {
        rewards.pay(population, centre, core::Share{honoured}, performance);
        return performance.single_reward[area];
    }

    SingleRewards rewards;
    state::Centre centre{};
    state::Population population{};
    state::Values values{};
    state::Performance performance{};
};

SingleRewardParams offer(int count) { return {.per_indicator = core::Pounds{60000.0}, .count = count}; }

TEST(SingleRewards, GoToWhatDepartmentsValueMost)
{
    Scene scene{offer(2)};
    scene.value(0, 1.0);
    scene.value(2, 3.0);
    scene.value(3, 2.0);
    double const density = core::normal_pdf(0.0);
    EXPECT_EQ(scene.announce(), (std::vector{0.0, 0.0, 60.0 * density / 2.0, 60.0 * density / 0.5}));
    EXPECT_EQ(scene.announce(), scene.announce()) << "a second round asks the values anew";
    Scene equal{offer(1)};
    EXPECT_GT(equal.announce()[0], 0.0) << "of equal ones the first";
    EXPECT_EQ(equal.announce()[1], 0.0);
    Scene many{offer(9)};
    for (double const slope : many.announce()) EXPECT_GT(slope, 0.0);
}

TEST(SingleRewards, PayByTheChanceToDoBetterThanTheCountry)
{
    Scene scene{offer(2)};
    scene.value(2, 2.0);
    scene.value(3, 3.0);
    (void)scene.announce();
    EXPECT_DOUBLE_EQ(scene.pay(0), 60.0) << "half of each where all are alike";
    EXPECT_DOUBLE_EQ(scene.pay(0, 0.25), 15.0);
    scene.performance.single_gain(0, 3) = 0.3;  // .2 above the mean of .1, luck .5
    EXPECT_NEAR(scene.pay(0), 30.0 + 60.0 * core::normal_cdf(0.4), 1e-12);
    EXPECT_NEAR(scene.pay(1), 30.0 + 60.0 * core::normal_cdf(-0.2), 1e-12);
    scene.performance.single_gain(1, 0) = 5.0;
    EXPECT_NEAR(scene.pay(1), 30.0 + 60.0 * core::normal_cdf(-0.2), 1e-12) << "nobody rewards the others";
}

TEST(SingleRewards, HaveTheSlopeOfTheirPaymentAtTheMean)
{
    Scene scene{offer(1)};
    scene.value(3, 1.0);
    double const slope = scene.announce()[3];
    double const before = scene.pay(0);
    constexpr double step = 1e-4;
    scene.performance.single_gain(0, 3) = step * areas / (areas - 1);  // that much above the mean of all
    EXPECT_NEAR((scene.pay(0) - before) / step, slope, 1e-6 * slope);
}

TEST(SingleRewards, OfNothingLeaveEverythingAsItIs)
{
    for (auto const& params : {SingleRewardParams{.per_indicator = core::Pounds{0.0}, .count = 20}, offer(0)}) {
        Scene scene{params};
        EXPECT_TRUE(scene.rewards.neutral());
        scene.centre.single_reward.setConstant(7.0);
        scene.performance.single_reward.setConstant(7.0);
        EXPECT_EQ(scene.announce()[0], 7.0);
        EXPECT_EQ(scene.pay(0), 7.0);
    }
}
}  // namespace
}  // namespace concordat::incentives
