#include "models/behaviour/joint_effort.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace concordat::behaviour
{
namespace
{
using core::Lanes;

constexpr double complementarities[] = {0.4, 2.0 / 3.0, 1.0};
constexpr double parts[] = {0.0, 1e-9, 0.25, 0.5, 0.9, 1.0};

double join(double rho, double council, double partners, double part)
{
    return JointEffort{rho}.join(Lanes{council}, Lanes{partners}, Lanes{part})[0];
}

TEST(JointEffort, GivesEqualIndicesBackToTheBitWhateverTheParts)
{
    for (double const rho : complementarities) {
        for (double const part : parts) {
            for (double const effort : {0.0, 1.0 / 3.0, 1e-200, 7e150}) EXPECT_EQ(join(rho, effort, effort, part), effort);
        }
    }
}

TEST(JointEffort, IsTheLoneGroupsToTheBitWhereOneWorksAlone)
{
    for (double const rho : complementarities) {
        EXPECT_EQ(join(rho, 0.123, 4.5, 1.0), 0.123);
        EXPECT_EQ(join(rho, 0.123, 4.5, 0.0), 4.5);
    }
}

TEST(JointEffort, IsWhatProductionMakesOfTheEfforts)
{
    // Four partners, the first of them the council, each with an effort of the plan.
    std::vector<double> const weight{0.5, 0.2, 0.2, 0.1}, plan{1.3, 0.4, 0.9, 0.05};
    for (double const rho : complementarities) {
        auto const produce = [&](double council, double partners) {
            double sum = 0.0;
            for (std::size_t p = 0; p < plan.size(); ++p) {
                sum += weight[p] * std::pow((p == 0 ? council : partners) * plan[p], rho);
            }
            return std::pow(sum, 1.0 / rho);
        };
        double const whole = produce(1.0, 1.0);
        double const part = weight[0] * std::pow(plan[0], rho) / std::pow(whole, rho);
        for (double const council : {0.0, 0.3, 1.0, 2.5}) {
            for (double const partners : {0.1, 1.0, 1.7}) {
                EXPECT_NEAR(join(rho, council * whole, partners * whole, part), produce(council, partners), 1e-13);
            }
        }
    }
}

TEST(JointEffort, LiesBetweenTheTwoAndGrowsWithEach)
{
    for (double const rho : complementarities) {
        for (double const part : {0.25, 0.9}) {
            double before = 0.0;
            for (double const council : {0.0, 0.5, 1.0, 2.0, 4.0}) {
                double const joined = join(rho, council, 1.5, part);
                EXPECT_GT(joined, std::min(council, 1.5));
                EXPECT_LT(joined, std::max(council, 1.5));
                EXPECT_GT(joined, before);
                before = joined;
            }
        }
    }
    EXPECT_DOUBLE_EQ(join(1.0, 2.0, 1.0, 0.25), 1.25) << "efforts add up";
    EXPECT_NEAR(join(0.5, 0.0, 1.0, 0.5), 0.25, 1e-15) << "half of the sum is missing, and partners need each other";
}

TEST(JointEffort, TakesARoundedTwoThirdsForTwoThirdsAsPlansDo)
{
    EXPECT_EQ(join(0.6667, 2.0, 1.0, 0.4), join(2.0 / 3.0, 2.0, 1.0, 0.4));
    EXPECT_NEAR(join(0.666, 2.0, 1.0, 0.4), join(2.0 / 3.0, 2.0, 1.0, 0.4), 1e-3) << "others run through powers";
}

TEST(JointEffort, TakesEveryAreaByItself)
{
    JointEffort const joint{2.0 / 3.0};
    Lanes council{2.0}, partners{1.0}, part{0.5};
    council[1] = 1.0;
    part[2] = 1.0;
    auto const joined = joint.join(council, partners, part);
    EXPECT_EQ(joined[1], 1.0);
    EXPECT_EQ(joined[2], 2.0);
    EXPECT_EQ(joined[0], join(2.0 / 3.0, 2.0, 1.0, 0.5));
}
}  // namespace
}  // namespace concordat::behaviour
