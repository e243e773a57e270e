#include "models/learning/cooperation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/learning/purposes.hpp"
#include "tests/support/year_world.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using support::YearWorld;

/// Conditional cooperators and free riders alone.
CooperationParams make_plain_params()
{
    return {.dynamics = CooperationDynamics::types,
            .conditional = Share{0.6},
            .free_riding = Share{0.4},
            .hump_shaped = Share{0.0},
            .slope = 0.8,
            .belief_rate = Share{0.42},
            .visible = Share{0.0},
            .restart = Share{0.5},
            .belief_gain = Share{0.0}};
}

struct Game
{
    Game(state::Pack pack_in, CooperationParams const& params, double belief)
        : world{std::move(pack_in)}, cooperation{world.pack, params}
    {
        world.population.cooperation.setConstant(belief);
        cooperation.begin({7, 0, 0}, world.population, world.standing);
    }
    void play()
    {
        cooperation.contribute(world.standing, world.population);
        cooperation.observe(world.population, world.year, world.standing);
    }

    YearWorld world;
    Cooperation cooperation;
};

TEST(Cooperation, GainsWhenItIsTimeAndOnlyOnce)
{
    auto params = make_plain_params();
    params.belief_rate = Share{0.0};
    params.belief_gain = Share{0.25};
    params.gain_after = 2;
    Game game{support::make_pack_with_partners(3, 1, 10), params, 0.5};
    std::vector<double> beliefs;
    for (int year = 0; year < 4; ++year) {
        game.cooperation.gain(year, game.world.standing);
        beliefs.push_back(game.world.standing.cooperation_belief(0));
    }
    EXPECT_EQ(beliefs, (std::vector{0.5, 0.5, 0.75, 0.75}));
    EXPECT_EQ(game.world.standing.cooperation_start(0), 0.75) << "what a new round goes back to";
    params.gain_after = 0;
    Game at_once{support::make_pack_with_partners(3, 1, 10), params, 0.5};
    at_once.cooperation.gain(0, at_once.world.standing);
    EXPECT_EQ(at_once.world.standing.cooperation_belief(0), 0.75);
    params.gain_after = 1;
    Game full{support::make_pack_with_partners(3, 1, 10), params, 0.9};
    full.cooperation.gain(1, full.world.standing);
    EXPECT_EQ(full.world.standing.cooperation_belief(0), 1.0) << "nobody expects more than everything";
}

TEST(Cooperation, DecaysAsTheoryT23SaysInEveryAreaWithItsOwnMixOfTypes)
{
    Game game{support::make_pack_with_partners(150, 1, 10), make_plain_params(), 0.6};
    std::vector<double> const worked{.2880, .2251, .1759, .1375, .1075, .0840, .0657, .0513, .0401, .0314};
    int areas_of_the_worked_case = 0;
    double kept = 1.0;
    for (int year = 0; year < 10; ++year) {
        game.play();
        for (int i = 0; i < 150; ++i) {
            double const reply = game.world.standing.conditional_share(i) * 0.8;
            double const theory = reply * 0.6 * std::pow(1.0 - 0.42 * (1.0 - reply), year);
            EXPECT_NEAR(game.world.population.cooperation(i), theory, 1e-15);
            if (game.world.standing.conditional_share(i) != 0.6) continue;
            ++areas_of_the_worked_case;
            EXPECT_NEAR(game.world.population.cooperation(i), worked[year], 5e-5);
            EXPECT_NEAR(game.world.population.cooperation(i), 0.288 * kept, 1e-15);
        }
        kept *= 0.7816;
    }
    EXPECT_GT(areas_of_the_worked_case, 200) << "about a quarter of 150 areas in 10 years";
}

TEST(Cooperation, DrawsTheStatedSharesOfTypes)
{
    auto params = make_plain_params();
    params.conditional = Share{0.5};
    params.free_riding = Share{0.33};
    params.hump_shaped = Share{0.14};
    Game game{support::make_pack_with_partners(3000, 1, 10), params, 0.5};
    auto const& standing = game.world.standing;
    double conditional = 0.0, hump = 0.0, steady = 0.0;
    for (int i = 0; i < 3000; ++i) {
        conditional += standing.conditional_share(i) / 3000;
        hump += standing.hump_share(i) / 3000;
        steady += standing.steady_contribution(i) / 3000;
    }
    // Five standard errors of 30,000 draws.
    EXPECT_NEAR(conditional, 0.5, 0.0145);
    EXPECT_NEAR(hump, 0.14, 0.01);
    EXPECT_NEAR(steady, 0.03 * 0.5, 0.0045);
}

TEST(Cooperation, OfHumpShapedPartnersPeaksInTheMiddle)
{
    auto params = make_plain_params();
    params.conditional = params.free_riding = Share{0.0};
    params.hump_shaped = Share{1.0};
    for (auto const& [belief, given] : {std::pair{0.2, 0.2}, std::pair{0.5, 0.5}, std::pair{0.9, 0.1}}) {
        Game game{support::make_pack_with_partners(1, 1, 3), params, belief};
        game.play();
        EXPECT_NEAR(game.world.population.cooperation(0), given, 1e-15);
    }
}

TEST(Cooperation, IsStableWhereAllReplyInFull)
{
    auto params = make_plain_params();
    params.conditional = Share{1.0};
    params.free_riding = Share{0.0};
    params.slope = 1.0;
    Game game{support::make_pack_with_partners(4, 1, 5), params, 0.7};
    for (int year = 0; year < 20; ++year) game.play();
    EXPECT_EQ(game.world.population.cooperation(3), 0.7);
}

TEST(Cooperation, IsHeldUpByVisibleInvolvement)
{
    auto params = make_plain_params();
    Game alone{support::make_pack_with_partners(8, 1, 10), params, 0.6};
    params.visible = Share{0.5};
    Game seen{support::make_pack_with_partners(8, 1, 10), params, 0.6};
    seen.world.year.contribution.setConstant(0.7);
    for (int year = 0; year < 90; ++year) {
        alone.play();
        seen.play();
    }
    double const reply = 0.8 * seen.world.standing.conditional_share(0);
    double const belief = 0.5 * 0.7 / (1.0 - 0.5 * reply);  // where what is seen equals the belief
    EXPECT_NEAR(seen.world.standing.cooperation_belief(0), belief, 1e-6);
    EXPECT_LT(alone.world.standing.cooperation_belief(0), 0.01);
}

TEST(Cooperation, ReturnsInPartWhenTheGameStartsAnew)
{
    Game game{support::make_pack_with_partners(3, 1, 10), make_plain_params(), 0.6};
    for (int year = 0; year < 3; ++year) game.play();
    double const low = game.world.standing.cooperation_belief(2);
    ASSERT_LT(low, 0.5);
    game.cooperation.restart(game.world.standing);
    EXPECT_NEAR(game.world.standing.cooperation_belief(2), 0.5 * (low + 0.6), 1e-15);
    game.world.standing.cooperation_belief(2) = 0.9;
    game.cooperation.restart(game.world.standing);
    EXPECT_EQ(game.world.standing.cooperation_belief(2), 0.9) << "a restart takes nothing away";
}

TEST(Cooperation, StartsHigherWithJointLeadership)
{
    auto params = make_plain_params();
    params.belief_gain = Share{0.1};
    Game game{support::make_pack_with_partners(2, 1, 2), params, 0.5};
    EXPECT_NEAR(game.world.standing.cooperation_belief(1), 0.6, 1e-15);
}

TEST(Cooperation, CountsDistrictsOnlyWhereThereAreAny)
{
    auto params = make_plain_params();
    params.conditional = Share{1.0};
    params.free_riding = Share{0.0};
    params.hump_shaped = Share{0.0};
    auto pack = support::make_pack_with_partners(2, 1, 1, true);
    pack.areas[1].two_tier = true;
    Game game{std::move(pack), params, 0.5};
    EXPECT_EQ(game.world.standing.conditional_share(0), 0.0) << "no partner at all";
    EXPECT_EQ(game.world.standing.conditional_share(1), 1.0);
}

TEST(Cooperation, DrawsByAreaAndPartnerWhateverTheirOrder)
{
    auto pack = support::make_pack_with_partners(20, 2, 10);
    auto turned = support::reverse_rows(pack);
    std::reverse(turned.partners.begin() + 1, turned.partners.end());
    auto params = make_plain_params();
    params.hump_shaped = Share{0.1};
    params.free_riding = Share{0.2};
    Game game{pack, params, 0.6}, other{turned, params, 0.6};
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(game.world.standing.conditional_share(i), other.world.standing.conditional_share(19 - i));
        EXPECT_EQ(game.world.standing.hump_share(i), other.world.standing.hump_share(19 - i));
        EXPECT_NEAR(game.world.standing.steady_contribution(i), other.world.standing.steady_contribution(19 - i), 1e-15)
            << "up to the order of a sum";
    }
    EXPECT_EQ(purpose::all.size(), 9U);
}

TEST(Cooperation, StaysAsDrawnWhereItIsFixed)
{
    auto params = make_plain_params();
    params.dynamics = CooperationDynamics::fixed;
    Game game{support::make_pack_with_partners(5, 1, 4), params, 0.37};
    YearWorld untouched{support::make_pack_with_partners(5, 1, 4)};
    game.play();
    game.cooperation.restart(game.world.standing);
    EXPECT_EQ(game.world.population.cooperation(4), 0.37);
    EXPECT_EQ(support::numbers_of(game.world.standing), support::numbers_of(untouched.standing));
}
}  // namespace
}  // namespace concordat::learning
