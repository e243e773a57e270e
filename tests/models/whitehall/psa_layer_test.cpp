#include "models/whitehall/psa_layer.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/whitehall_pack.hpp"

namespace concordat::whitehall
{
namespace
{
using core::Share;
using state::DepartmentId;

WhitehallParams make_params(double others_weight)
{
    auto params = support::make_neutral_whitehall();
    params.effort = {.others_weight = Share{others_weight},
                     .agreement_weight = 1.0,
                     .guidance_gain = 0.03,
                     .support_gain = 0.1};
    return params;
}

state::Centre guide(PsaLayer const& layer, state::Occasion const& when = {5, 0, 0})
{
    state::Centre centre;
    centre.resize(3, 6);
    layer.guide(when, centre);
    return centre;
}

TEST(PsaLayer, ChangesNothingUnder100To0To0Working)
{
    PsaLayer const layer{support::make_whitehall_pack(), make_params(0.0)};
    auto const centre = guide(layer);
    EXPECT_TRUE((centre.guidance == 1.0).all());
    EXPECT_TRUE((centre.shared_motive == 1.0).all());
    EXPECT_TRUE((centre.announcements == 1.0).all());
}

TEST(PsaLayer, SpreadsEffortAsTheBestResponseUnderAFixedCapacity)
{
    PsaLayer const layer{support::make_whitehall_pack(), make_params(0.4)};
    // Motives: A 1 and 1; B 1, 1 and .4; C 1, .4 and .4. Effort is a motive over the root of the sum of squares.
    double const a = 1.0 / std::sqrt(2.0), b = 1.0 / std::sqrt(2.16), c = 1.0 / std::sqrt(1.32);
    double const alone = 1.0 / std::sqrt(2.0);
    EXPECT_NEAR(layer.rise(0), (a + 0.4 * b + 0.4 * c) / alone - 1.0, 1e-14);
    EXPECT_NEAR(layer.rise(1), (b + 0.4 * c) / alone - 1.0, 1e-14);
    EXPECT_NEAR(layer.rise(2), 0.0, 1e-14) << "A contributes to nothing";
    EXPECT_NEAR(layer.rise(3), b / alone - 1.0, 1e-14);
    EXPECT_NEAR(layer.rise(4), c - 1.0, 1e-14) << "what C gives to others its own objectives lose";
    EXPECT_EQ((PsaLayer{support::make_whitehall_pack(), make_params(0.9)}.rise(0)), 1.0) << "at most twice the effort";
    auto const centre = guide(layer);
    EXPECT_NEAR(centre.guidance(1), 1.0 + 0.03 * layer.rise(1), 1e-15);
    EXPECT_NEAR(centre.shared_motive(4), 1.0 + 0.1 * layer.rise(4), 1e-15);
}

TEST(PsaLayer, NoOtherSplitOfTheSameCapacityIsWorthMoreToADepartment)
{
    // C's motives under weight .5, its efforts as the layer finds them (through rise), and all others.
    PsaLayer const layer{support::make_whitehall_pack(), make_params(0.5)};
    double const own = 1.0 + layer.rise(4);
    double const best = own * (1.0 + 0.5 * 0.5 + 0.5 * 0.5);
    for (int i = 0; i <= 40; ++i) {
        for (int k = 0; k <= 40; ++k) {
            double const u = 1.5707963 * i / 40, v = 1.5707963 * k / 40;
            double const worth = std::cos(u) + 0.5 * std::sin(u) * (std::cos(v) + std::sin(v));
            EXPECT_LE(worth, best + 1e-9);
        }
    }
}

TEST(PsaLayer, RaisesSharedAgreementsMoreTheMoreDepartmentsCountOthersAims)
{
    double before = 0.0;
    for (double const weight : {0.1, 0.2, 0.3, 0.4}) {
        PsaLayer const layer{support::make_whitehall_pack(), make_params(weight)};
        EXPECT_GT(layer.rise(0), before);
        EXPECT_LT(layer.rise(4), 0.0);
        EXPECT_EQ(layer.weight(0), weight);
        EXPECT_EQ(layer.weight_behind(4), weight);
        EXPECT_NEAR(layer.weight_of(DepartmentId{2}), weight, 1e-15);
        before = layer.rise(0);
    }
}

TEST(PsaLayer, GivesPriorityAgreementsToTheirMinister)
{
    auto params = make_params(0.1);
    params.ministers.authority = Share{0.5};
    PsaLayer const layer{support::make_whitehall_pack(), params};
    EXPECT_NEAR(layer.weight(0), 0.1 + 0.5 * 0.9, 1e-15);
    EXPECT_EQ(layer.weight(1), 0.1);
    EXPECT_TRUE(layer.is_priority(0));
    EXPECT_FALSE(layer.is_priority(1));
    EXPECT_NEAR(layer.weight_of(DepartmentId{2}), 0.5 * (0.55 + 0.1), 1e-15) << "C is in both";
    auto const centre = guide(layer);
    EXPECT_NEAR(centre.announcements(0), 0.75, 1e-15) << "half of half are dropped";
    EXPECT_EQ(centre.announcements(1), 1.0);
}

TEST(PsaLayer, PaysFromThePoolWhereAllKeysTurnAndThenBindsContributors)
{
    auto params = make_params(0.1);
    params.pool.size = Share{0.006};  // enough for two keys: .3 x .8 >= .225, not for three: .3 x .64 < .225
    PsaLayer const layer{support::make_whitehall_pack(), params};
    EXPECT_FALSE(layer.pays_from_pool(0));
    EXPECT_TRUE(layer.pays_from_pool(1));
    EXPECT_FALSE(layer.pays_from_pool(2)) << "nobody leads agreement 11";
    EXPECT_EQ(layer.weight(0), 0.1);
    EXPECT_NEAR(layer.weight(1), 0.1 + 0.3, 1e-15);
    params.pool.size = Share{0.02};
    EXPECT_EQ((PsaLayer{support::make_whitehall_pack(), params}.weight(0)), 1.0) << "never more than one's own";
}

TEST(PsaLayer, AdvisesJointlyOnTheStatedShareAndKeepsWhatALowerShareHad)
{
    auto pack = support::make_whitehall_pack();
    auto const row = pack.indicators[4];
    pack.indicators.clear();
    for (int j = 0; j < 2000; ++j) {
        pack.indicators.push_back(row);
        pack.indicators.back().number = j + 1;
    }
    state::Centre few, many;
    few.resize(3, 2000);
    many.resize(3, 2000);
    auto params = make_params(0.0);
    params.advice.coverage = Share{0.2};
    PsaLayer{pack, params}.guide({5, 0, 0}, few);
    params.advice.coverage = Share{0.4};
    PsaLayer{pack, params}.guide({5, 0, 0}, many);
    EXPECT_TRUE((few.guidance <= many.guidance).all());
    int advised = 0;
    for (double const factor : many.guidance) {
        EXPECT_TRUE(factor == 1.0 || factor == 1.03);
        advised += factor > 1.0 ? 1 : 0;
    }
    EXPECT_NEAR(advised / 2000.0, 0.4, 0.055);  // five standard errors
}

TEST(PsaLayer, IsTheSameWhateverTheOrderOfTheTables)
{
    auto params = make_params(0.3);
    params.advice.coverage = Share{0.5};
    params.ministers.authority = Share{0.5};
    auto const pack = support::make_whitehall_pack();
    auto const here = guide(PsaLayer{pack, params});
    auto const there = guide(PsaLayer{support::reverse_whitehall(pack), params});
    for (int j = 0; j < 6; ++j) {
        EXPECT_NEAR(here.guidance(j), there.guidance(5 - j), 1e-15);
        EXPECT_NEAR(here.shared_motive(j), there.shared_motive(5 - j), 1e-14);
        EXPECT_EQ(here.announcements(j), there.announcements(5 - j));
    }
}

TEST(PsaLayer, LeavesAgreementsAloneThatNobodyCaresFor)
{
    auto params = make_params(0.5);
    params.effort.agreement_weight = 0.0;
    PsaLayer const layer{support::make_whitehall_pack(), params};
    for (int j = 0; j < 6; ++j) EXPECT_EQ(layer.rise(j), 0.0);
}
}  // namespace
}  // namespace concordat::whitehall
