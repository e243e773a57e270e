// Targets that several councils hold together, and gains that cross borders, in the years of a round.
#include <gtest/gtest.h>

#include <cmath>

#include "models/verification/clean_round.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::cycle
{
namespace
{
using incentives::SchemeKind;
using verification::CleanRound;
using verification::CleanSettings;
using verification::CleanWorld;

constexpr int councils = 4;
constexpr double reward = 0.5;  // GBP thousand, of CleanRound::clean_incentives

/// Four areas of one region, alike in everything but luck; every indicator crosses borders.
CleanWorld make_country(int indicators = 1)
{
    CleanWorld country{{.areas = councils, .indicators = indicators}};
    country.pack.regions = {"North"};
    country.pack.subject_groups = {"Jobs"};
    country.pack.crosses_borders = {1};
    for (auto& area : country.pack.areas) area.region = state::RegionId{0};
    for (auto& indicator : country.pack.indicators) indicator.subject_group = 0;
    return country;
}

World run(CleanWorld const& country, SchemeKind scheme, Neighbourhood const& around,
          delivery::DeliveryParams const& delivery = CleanSettings::clean_delivery(), double common = 0.0)
{
    CleanRound const round{country, CleanRound::clean_incentives(scheme), delivery, around};
    World world;
    round.furnish(world);
    round.draw_luck(world, common);
    round.run(world);
    return world;
}

Neighbourhood together(double across_borders = 0.0)
{
    return {.multi_area = {.joint = true, .councils = councils},
            .border = {.share = core::Share{across_borders}, .areas = councils - 1}};
}
Neighbourhood alone(double across_borders = 0.0)
{
    auto around = together(across_borders);
    around.multi_area.joint = false;
    return around;
}

TEST(DeliveryJoint, OfWhatIsPaidByTheUnitEachWorksForItsPart)
{
    auto const country = make_country();
    auto const single = run(country, SchemeKind::linear, alone()), joint = run(country, SchemeKind::linear, together());
    double whole = 0.0;
    for (int i = 0; i < councils; ++i) {
        EXPECT_NEAR(single.performance.true_gain(i, 0), reward, 1e-12);
        EXPECT_NEAR(joint.performance.true_gain(i, 0), reward / councils, 1e-12) << "Holmstrom (1982): 1 of m";
        whole += joint.performance.reported(i, 0) / councils;
    }
    for (int i = 0; i < councils; ++i) EXPECT_NEAR(joint.performance.payment(i, 0), reward * whole, 1e-12);
}

TEST(DeliveryJoint, OfAnAllOrNothingRewardEachWorksForItsPartOverLessLuck)
{
    // The whole is sum y, its target 4 and its spread sqrt(4): as if each stood at z = 4 (1 - y)/2, slope B phi(z)/2.
    auto const country = make_country();
    auto const joint = run(country, SchemeKind::threshold, together());
    double const y = joint.performance.year_gain[0](0, 0);
    EXPECT_NEAR(y, reward * core::normal_pdf(2.0 * (1.0 - y)) / 2.0, 1e-6);
    EXPECT_NEAR(joint.performance.expected_payment(0, 0), reward * core::normal_cdf(-2.0 * (1.0 - y)), 1e-6);
    auto const single = run(country, SchemeKind::threshold, alone());
    double const x = single.performance.year_gain[0](0, 0);
    EXPECT_NEAR(x, reward * core::normal_pdf(1.0 - x), 1e-6);
    for (int i = 1; i < councils; ++i) EXPECT_NEAR(joint.performance.year_gain[0](i, 0), y, 1e-6) << i;
}

TEST(DeliveryJoint, LuckThatAllHaveInCommonDoesNotAverageOut)
{
    auto const joint = run(make_country(), SchemeKind::threshold, together(), CleanSettings::clean_delivery(), 3.0);
    double const spread = std::sqrt(councils * 1.0 + councils * councils * 9.0);
    double const y = joint.performance.year_gain[0](0, 0);
    EXPECT_NEAR(y, reward * core::normal_pdf(councils * (1.0 - y) / spread) / spread, 1e-6);
}

TEST(DeliveryJoint, AllAreEitherPaidOrNot)
{
    auto const country = make_country(400);
    for (auto const scheme : {SchemeKind::threshold, SchemeKind::pro_rata}) {
        auto const joint = run(country, scheme, together());
        int paid = 0;
        for (int k = 0; k < 400; ++k) {
            double const first = joint.performance.payment(0, k);
            for (int i = 1; i < councils; ++i) EXPECT_NEAR(joint.performance.payment(i, k), first, 1e-12) << k;
            double missing = 0.0;
            for (int i = 0; i < councils; ++i) missing += joint.targets.level(i, k) - joint.performance.reported(i, k);
            if (scheme == SchemeKind::threshold) {
                EXPECT_EQ(first > 0.0, missing <= 0.0) << k;
            }
            paid += first > 0.0 ? 1 : 0;
        }
        EXPECT_GT(paid, 0);
        EXPECT_LT(paid, 400);
    }
}

TEST(DeliveryJoint, WhoAgreesWithThoseAroundCountsWhatReachesThem)
{
    // Nobody pays; a motive of .5 on the outcome, of which .4 reaches the other three as well.
    auto const country = make_country();
    auto delivery = CleanSettings::clean_delivery();
    delivery.motives.intrinsic = 0.5;
    auto const single = run(country, SchemeKind::none, alone(0.4), delivery);
    auto const joint = run(country, SchemeKind::none, together(0.4), delivery);
    for (int i = 0; i < councils; ++i) {
        EXPECT_NEAR(single.performance.true_gain(i, 0), 0.5, 1e-12);
        EXPECT_NEAR(joint.performance.true_gain(i, 0), 0.5 * 1.4, 1e-12);
        EXPECT_NEAR(single.performance.spillover(i, 0), 0.4 * 0.5, 1e-12) << "a third of .4 of each of the three";
        EXPECT_NEAR(joint.performance.spillover(i, 0), 0.4 * 0.7, 1e-12);
    }
}

TEST(DeliveryJoint, WhatComesAcrossBordersIsMeasuredAndExpected)
{
    auto const country = make_country();
    auto delivery = CleanSettings::clean_delivery();
    delivery.motives.intrinsic = 0.5;
    auto const without = run(country, SchemeKind::none, alone(), delivery);
    auto const with = run(country, SchemeKind::none, alone(0.4), delivery);
    for (int i = 0; i < councils; ++i) {
        EXPECT_NEAR(with.performance.reported(i, 0) - without.performance.reported(i, 0), 0.2, 1e-12);
        EXPECT_NEAR(with.performance.outcome(i, 0) - without.performance.outcome(i, 0), 0.2, 1e-12);
        EXPECT_NEAR(with.year.surprise[i], without.year.surprise[i], 1e-12) << "it came in the year before as well";
    }
}

TEST(DeliveryJoint, AreOffToTheBit)
{
    auto const country = make_country(3);
    for (auto const scheme : {SchemeKind::threshold, SchemeKind::pooled, SchemeKind::tournament}) {
        CleanRound const round{country, CleanRound::clean_incentives(scheme), CleanSettings::clean_delivery()};
        World plain;
        round.furnish(plain);
        round.draw_luck(plain, 0.0);
        round.run(plain);
        auto const off = run(country, scheme, alone());
        EXPECT_TRUE((off.performance.true_gain == plain.performance.true_gain).all());
        EXPECT_TRUE((off.performance.payment == plain.performance.payment).all());
        EXPECT_EQ(off.joint.holders.size(), 0);
    }
}
}  // namespace
}  // namespace concordat::cycle
