#include "models/whitehall/departments.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/whitehall_pack.hpp"

namespace concordat::whitehall
{
namespace
{
using core::Share;

DepartmentParams make_params()
{
    return {.capability_spread = 1.0,
            .late_demand_slope = 0.3,
            .placeholder_slope = 0.2,
            .noise_slope = 0.1,
            .uniformity = Share{0.1}};
}

state::Centre draw(state::Pack const& pack, DepartmentParams const& params, state::Occasion const& when = {5, 0, 0})
{
    state::Centre centre;
    centre.resize(static_cast<Eigen::Index>(pack.departments.size()), static_cast<Eigen::Index>(pack.indicator_count()));
    Departments{pack, params}.draw(when, centre);
    return centre;
}

TEST(Departments, AreAlikeAndWithoutEffectWhereEverySwitchIsNeutral)
{
    auto const centre = draw(support::make_whitehall_pack(), {});
    EXPECT_TRUE((centre.capability == 0.0).all());
    EXPECT_TRUE((centre.leverage == 1.0).all());
    EXPECT_TRUE((centre.late_demands == 1.0).all());
    EXPECT_TRUE((centre.placeholders == 1.0).all());
    EXPECT_TRUE((centre.uniformity == 0.0).all());
    EXPECT_EQ(centre.evidence_noise, 1.0);
}

TEST(Departments, OfHigherCapabilityDemandLessLateAndParkLess)
{
    auto const centre = draw(support::make_whitehall_pack(), make_params());
    double noise = 0.0;
    for (int d = 0; d < 3; ++d) {
        EXPECT_NEAR(centre.late_demands(d), std::exp(-0.3 * centre.capability(d)), 1e-14);
        EXPECT_NEAR(centre.placeholders(d), std::exp(-0.2 * centre.capability(d)), 1e-14);
        noise += 2.0 / 6.0 * std::exp(-0.1 * centre.capability(d));  // each leads two of six indicators
    }
    EXPECT_NEAR(centre.evidence_noise, noise, 1e-14);
}

TEST(Departments, ComeUpToTheBestThroughANetwork)
{
    auto const pack = support::make_whitehall_pack();
    auto params = make_params();
    auto const before = draw(pack, params);
    params.network = Share{0.2};
    auto const after = draw(pack, params);
    double const best = before.capability.maxCoeff();
    EXPECT_EQ(after.capability.maxCoeff(), best);
    for (int d = 0; d < 3; ++d) {
        EXPECT_NEAR(best - after.capability(d), 0.8 * (best - before.capability(d)), 1e-14);
        EXPECT_LE(after.late_demands(d), before.late_demands(d));
    }
    EXPECT_LT(after.evidence_noise, before.evidence_noise);
    params.network = Share{1.0};
    EXPECT_NEAR(draw(pack, params).capability.minCoeff(), best, 1e-14);
}

TEST(Departments, HaveTheLeverageOfTheirArms)
{
    // Arms produce .6 of A's indicators, .2 of B's and .5 of C's: 1.3/3 on average.
    auto const pack = support::make_whitehall_pack();
    Departments const full{pack, {.leverage_weight = Share{1.0}}};
    EXPECT_NEAR(full.leverage()(0), 0.6 / (1.3 / 3.0), 1e-14);
    EXPECT_NEAR(full.leverage()(1), 0.2 / (1.3 / 3.0), 1e-14);
    EXPECT_NEAR(full.leverage()(0) + full.leverage()(1) + full.leverage()(2), 3.0, 1e-14);
    Departments const half{pack, {.leverage_weight = Share{0.5}}};
    EXPECT_NEAR(half.leverage()(0), 0.5 + 0.5 * full.leverage()(0), 1e-14);
    EXPECT_EQ(full.led(), (std::vector<int>{2, 2, 2}));
}

TEST(Departments, WithoutArmsLoseTheLeverageThatArmsGive)
{
    auto pack = support::make_whitehall_pack();
    pack.partners[2].national_line.clear();
    Departments const some{pack, {.leverage_weight = Share{0.25}}};
    EXPECT_NEAR(some.leverage()(2), 0.75, 1e-15);
    EXPECT_NEAR(some.leverage()(0) + some.leverage()(1), 2.0, 1e-14) << "the mean is over departments with arms";
    pack.partners.clear();
    pack.base_share.resize(0, 0);
    EXPECT_TRUE((Departments{pack, {.leverage_weight = Share{1.0}}}.leverage() == 1.0).all()) << "nobody has arms";
}

TEST(Departments, OverlookUpToTwiceTheMeanOfLocalNeed)
{
    double sum = 0.0;
    constexpr int replicates = 400;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        auto const centre = draw(support::make_whitehall_pack(), make_params(), {5, r, 0});
        EXPECT_TRUE((centre.uniformity > 0.0).all() && (centre.uniformity < 0.2).all());
        sum += centre.uniformity(0) + centre.uniformity(1) + centre.uniformity(2);
    }
    EXPECT_NEAR(sum / (3.0 * replicates), 0.1, 0.0084);  // five standard errors of a uniform draw
}

TEST(Departments, StayAsTheyAreOverRoundsAndWhereverTheyStandInTheList)
{
    auto const pack = support::make_whitehall_pack();
    auto const first = draw(pack, make_params(), {5, 3, 0});
    auto const later = draw(pack, make_params(), {5, 3, 2});
    auto const turned = draw(support::reverse_whitehall(pack), make_params(), {5, 3, 0});
    auto const other = draw(pack, make_params(), {5, 4, 0});
    for (int d = 0; d < 3; ++d) {
        EXPECT_EQ(first.capability(d), later.capability(d));
        EXPECT_EQ(first.uniformity(d), later.uniformity(d));
        EXPECT_EQ(first.capability(d), turned.capability(2 - d));
        EXPECT_EQ(first.uniformity(d), turned.uniformity(2 - d));
        EXPECT_NE(first.capability(d), other.capability(d));
    }
}
}  // namespace
}  // namespace concordat::whitehall
