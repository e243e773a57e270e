#include "models/incentives/pro_rata.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "models/incentives/threshold.hpp"
#include "tests/support/scheme_kit.hpp"

namespace concordat::incentives
{
namespace
{
double pay_one(ProRataParams const& params, double share, double stretch = 0.5)
{
    state::BlockSlots in;
    in.resize(1);
    in.slots = 1;
    in.reward[0] = core::Lanes{100.0};
    in.announced[0] = core::Lanes{0.25};
    in.stretch[0] = core::Lanes{stretch};
    std::vector<core::Lanes> paid(1);
    ProRata{params}.pay(in, std::vector{core::Lanes{0.25 + share * stretch}}, paid);
    return paid[0][0];
}

TEST(ProRata, PaysTheShareAchievedBetweenFloorAndCap)
{
    ProRataParams const params{.floor = 0.6, .cap = 1.0};
    EXPECT_EQ(pay_one(params, 0.5), 0.0);
    EXPECT_NEAR(pay_one(params, 0.625), 62.5, 1e-12);
    EXPECT_NEAR(pay_one(params, 0.75), 75.0, 1e-12);
    EXPECT_EQ(pay_one(params, 1.0), 100.0);
    EXPECT_EQ(pay_one(params, 3.0), 100.0);
    EXPECT_EQ(pay_one(params, -2.0), 0.0);
    EXPECT_EQ(pay_one({.floor = 0.6, .cap = std::numeric_limits<double>::infinity()}, 3.0), 300.0);
    EXPECT_EQ(pay_one({.floor = 0.0, .cap = 1.0}, -0.1), 0.0) << "nothing is taken back";
}

TEST(ProRata, WithFloorAndCapOfOneIsTheHitOrMissRule)
{
    auto const in = support::make_slots();
    ProRata const pro_rata{{.floor = 1.0, .cap = 1.0}};
    std::vector<state::Slope> one(5), other(5);
    std::vector<core::Lanes> expected(5), met(5);
    pro_rata.price(in, one);
    Threshold{}.price(in, other);
    pro_rata.expect(in, expected);
    Threshold{}.expect(in, met);
    for (std::size_t k = 0; k < 5; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            EXPECT_NEAR(one[k].value[lane], other[k].value[lane], 1e-11);
            EXPECT_NEAR(expected[k][lane], met[k][lane], 1e-11);
        }
    }
}

TEST(ProRata, WithoutAStretchPaysInFullFromTheTrendOnwards)
{
    ProRataParams const params{.floor = 0.6, .cap = 1.0};
    state::BlockSlots in;
    in.resize(1);
    in.slots = 1;
    in.reward[0] = core::Lanes{100.0};
    in.stretch[0] = core::Lanes{0.0};
    std::vector<core::Lanes> paid(1);
    ProRata{params}.pay(in, std::vector{core::Lanes{0.01}}, paid);
    EXPECT_EQ(paid[0][0], 100.0);
    ProRata{params}.pay(in, std::vector{core::Lanes{-0.01}}, paid);
    EXPECT_EQ(paid[0][0], 0.0);
}
}  // namespace
}  // namespace concordat::incentives
