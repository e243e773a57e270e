#include "models/learning/payment_belief.hpp"

#include <gtest/gtest.h>

#include "tests/support/year_world.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using support::YearWorld;

TEST(PaymentBelief, MovesTheStatedPartOfTheWayToWhatWasHonoured)
{
    YearWorld world{support::make_small_pack(3, 1)};
    PaymentBelief const belief{{.start = Share{0.9}, .rate = Share{0.3}}};
    belief.begin(world.standing);
    EXPECT_EQ(world.standing.payment_belief(2), 0.9);
    belief.observe(Share{0.5}, world.standing);
    EXPECT_NEAR(world.standing.payment_belief(2), 0.9 - 0.3 * 0.4, 1e-15);
    belief.observe(Share{0.0}, world.standing);
    EXPECT_NEAR(world.standing.payment_belief(2), 0.7 * 0.78, 1e-15);
}

TEST(PaymentBelief, IsLowerWhereTheEndIsExpectedAndRecoversWhenTheFearPasses)
{
    YearWorld world{support::make_small_pack(2, 1)};
    PaymentBelief const belief{{.start = Share{0.9}, .rate = Share{0.3}}};
    belief.begin(world.standing);
    belief.expect(Share{0.4}, Share{0.5}, world.standing);
    EXPECT_NEAR(world.standing.payment_belief(0), 0.6 * 0.9 + 0.4 * 0.5, 1e-15);
    belief.expect(Share{0.4}, Share{0.5}, world.standing);
    EXPECT_NEAR(world.standing.payment_belief(0), 0.74, 1e-15) << "saying it twice does not make it worse";
    belief.expect(Share{0.0}, Share{0.5}, world.standing);
    EXPECT_EQ(world.standing.payment_belief(0), 0.9);
    belief.expect(Share{1.0}, Share{0.0}, world.standing);
    EXPECT_NEAR(world.standing.payment_belief(0), 0.0, 1e-15);
}

TEST(PaymentBelief, StaysAtItsStartWhereItsRateIsZero)
{
    YearWorld world{support::make_small_pack(2, 1)};
    PaymentBelief const belief{{.start = Share{0.9}, .rate = Share{0.0}}};
    belief.begin(world.standing);
    auto const before = support::numbers_of(world.standing);
    belief.observe(Share{0.0}, world.standing);
    belief.expect(Share{0.0}, Share{0.0}, world.standing);
    EXPECT_EQ(support::numbers_of(world.standing), before);
}
}  // namespace
}  // namespace concordat::learning
