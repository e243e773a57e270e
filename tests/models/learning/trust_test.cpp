#include "models/learning/trust.hpp"

#include <gtest/gtest.h>

#include "tests/support/year_world.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using support::YearWorld;

TrustParams make_params()
{
    return {.rate = Share{0.2},
            .choice_weight = 0.35,
            .calm_weight = 0.1,
            .evidence_weight = 0.25,
            .honour_weight = 0.2,
            .champion_weight = 0.1,
            .yearly_gain = Share{0.0},
            .partner_start = Share{0.5},
            .partner_rate = Share{0.2},
            .partner_weight = Share{0.5}};
}

YearWorld make_world()
{
    YearWorld world{support::make_small_pack(6, 4)};
    for (int i = 0; i < 6; ++i) {
        world.agreement.count[i] = 4;
        world.agreement.statutory[i] = 1;
    }
    return world;
}

double trust_after(YearWorld& world, TrustParams const& params, int area)
{
    Trust{params}.follow_conduct(world.agreement, world.bargain, world.standing, world.population);
    return world.population.trust(area);
}

TEST(Trust, MovesTheStatedPartOfTheWayToWhatConductWarrants)
{
    auto world = make_world();
    world.agreement.forced[2] = 1;
    world.bargain.late(2) = 2;
    world.bargain.late_accepted(2) = 1;
    world.bargain.told(2) = 3;
    world.bargain.evidence(2) = 1;
    world.population.champion[2] = 1;
    world.standing.payment_experience(2) = 0.5;
    double const conduct = 0.35 * 2.0 / 3.0 + 0.1 * 0.5 + 0.25 * 0.25 + 0.2 * 0.5 + 0.1;
    EXPECT_NEAR(trust_after(world, make_params(), 2), 0.5 + 0.2 * (conduct - 0.5), 1e-15);
}

TEST(Trust, ApproachesItsRestPointGeometrically)
{
    auto world = make_world();
    Trust const trust{make_params()};
    for (int year = 0; year < 5; ++year) {
        trust.follow_conduct(world.agreement, world.bargain, world.standing, world.population);
    }
    double const rest = 0.35 + 0.1 + 0.25 + 0.2;  // nothing forced, all honoured, no champion
    EXPECT_NEAR(world.population.trust(0), rest + (0.5 - rest) * 0.8 * 0.8 * 0.8 * 0.8 * 0.8, 1e-14);
}

TEST(Trust, FallsWithEveryKindOfHighHandedness)
{
    auto plain = make_world();
    double const before = trust_after(plain, make_params(), 0);
    auto forced = make_world(), late = make_world(), told = make_world(), unpaid = make_world();
    forced.agreement.forced[0] = 1;
    late.bargain.late(0) = late.bargain.late_accepted(0) = 1;
    told.bargain.told(0) = 1;
    unpaid.standing.payment_experience(0) = 0.0;
    for (auto* world : {&forced, &late, &told, &unpaid}) EXPECT_LT(trust_after(*world, make_params(), 0), before);
    auto champion = make_world(), seconded = make_world();
    champion.population.champion[0] = 1;
    EXPECT_GT(trust_after(champion, make_params(), 0), before);
    auto params = make_params();
    params.yearly_gain = Share{0.05};
    EXPECT_NEAR(trust_after(seconded, params, 0), before + 0.05, 1e-15);
}

TEST(Trust, AmongPartnersFollowsTheirInvolvementAndDrawsThemIn)
{
    auto world = make_world();
    Trust const trust{make_params()};
    trust.begin(world.standing);
    trust.apply(world.standing, world.conditions);
    EXPECT_EQ(world.conditions.alignment(1), 0.0) << "nothing has changed yet";
    world.year.contribution(1) = 1.0;
    trust.follow_partners(world.year, world.standing);
    EXPECT_NEAR(world.standing.partner_trust(1), 0.6, 1e-15);
    EXPECT_NEAR(world.standing.partner_trust(0), 0.4, 1e-15);
    trust.apply(world.standing, world.conditions);
    EXPECT_NEAR(world.conditions.alignment(1), 0.05, 1e-15);
    EXPECT_NEAR(world.conditions.alignment(0), -0.05, 1e-15);
}

TEST(Trust, StaysAsItIsWhereItsRatesAreZero)
{
    auto params = make_params();
    params.rate = params.partner_rate = params.partner_weight = Share{0.0};
    auto world = make_world();
    world.agreement.forced[0] = 2;
    world.population.trust(0) = 0.123456789;
    auto const people = support::numbers_of(world.population);
    auto const standing = support::numbers_of(world.standing);
    auto const conditions = support::numbers_of(world.conditions);
    Trust const trust{params};
    trust.follow_conduct(world.agreement, world.bargain, world.standing, world.population);
    trust.follow_partners(world.year, world.standing);
    trust.apply(world.standing, world.conditions);
    EXPECT_EQ(support::numbers_of(world.population), people);
    EXPECT_EQ(support::numbers_of(world.standing), standing);
    EXPECT_EQ(support::numbers_of(world.conditions), conditions);
}
}  // namespace
}  // namespace concordat::learning
