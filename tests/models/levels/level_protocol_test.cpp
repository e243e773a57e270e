#include "models/levels/level_protocol.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace concordat::levels
{
namespace
{
LevelProtocolParams make_params(ProtocolKind kind)
{
    return {.kind = kind,
            .dictator = Side::centre,
            .first_offer = Side::centre,
            .council_patience = .95,
            .centre_patience = .8,
            .offers = 0,
            .months = 9,
            .boulware = .3,
            .percentage = core::Share{.2},
            .baseline = core::Sigma{7.0},
            .baseline_per_need = core::Sigma{2.0},
            .least_stretch = core::Sigma{.1}};
}

double strike(LevelProtocolParams const& params)
{
    LevelCase const item{.offer = 0.0,
                         .demand = 1.0,
                         .council_limit = std::numeric_limits<double>::infinity(),
                         .scale = 1.0,
                         .council_type = .9,
                         .centre_type = .1};
    auto const protocol = make_level_protocol(params, .65);
    auto const met = protocol->strike(item, protocol->set_pace(1.0));
    EXPECT_TRUE(met.agreed);
    return met.stretch;
}

TEST(LevelProtocol, TurnsPatienceIntoTheCentresShareOfTheZone)
{
    auto params = make_params(ProtocolKind::alternating_offers);
    EXPECT_NEAR(strike(params), .208333, 5e-7) << "an impatient centre opens";
    params.first_offer = Side::council;
    EXPECT_NEAR(strike(params), 1.0 - .833333, 5e-7) << "a patient council opens";
    params.council_patience = params.centre_patience = .9;
    EXPECT_NEAR(strike(params), 1.0 - .526316, 5e-7);
}

TEST(LevelProtocol, GivesTheLastWordItsWorth)
{
    auto params = make_params(ProtocolKind::alternating_offers);
    params.council_patience = params.centre_patience = .9;
    params.offers = 2;
    EXPECT_NEAR(strike(params), .1, 1e-12) << "the centre opens and the council has the last word";
    params.offers = 3;
    EXPECT_NEAR(strike(params), .91, 1e-12);
    params.first_offer = Side::council;
    EXPECT_NEAR(strike(params), .09, 1e-12);
}

TEST(LevelProtocol, MakesEveryKind)
{
    EXPECT_EQ(strike(make_params(ProtocolKind::nash)), .65);
    auto params = make_params(ProtocolKind::dictator);
    EXPECT_EQ(strike(params), 1.0);
    params.dictator = Side::council;
    EXPECT_EQ(strike(params), 0.0);
    EXPECT_NEAR(strike(make_params(ProtocolKind::double_auction)), .5, 1e-12);
    EXPECT_NEAR(strike(make_params(ProtocolKind::concession)), .5, 1e-12);
    EXPECT_NEAR(strike(make_params(ProtocolKind::same_percentage)), 1.4, 1e-12);
}

TEST(LevelProtocol, DrawsLimitsOnlyWhereTheyArePrivate)
{
    for (auto const kind : {ProtocolKind::nash, ProtocolKind::alternating_offers, ProtocolKind::dictator,
                            ProtocolKind::concession, ProtocolKind::same_percentage}) {
        EXPECT_FALSE(make_level_protocol(make_params(kind), .5)->draws_limits());
    }
    EXPECT_TRUE(make_level_protocol(make_params(ProtocolKind::double_auction), .5)->draws_limits());
}
}  // namespace
}  // namespace concordat::levels
