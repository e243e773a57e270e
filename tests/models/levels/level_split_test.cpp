#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "models/levels/purposes.hpp"
#include "tests/models/levels/level_table.hpp"

/// Talks of which only the weighted split between offer and demand is left.
namespace concordat::levels
{
namespace
{
using core::Share;
using core::Sigma;

TEST(LevelSplit, StrikesTheWeightedNashLevelOfTheoryT17)
{
    auto params = make_neutral_talks();
    params.bargaining.local_offer = Sigma{0.8};
    params.bargaining.evidence_demand = Sigma{1.5};
    params.bargaining.centre_weight = Share{0.65};
    LevelTable table{support::make_small_pack(2, 3), params};
    EXPECT_NEAR(table.strike().level(1, 2), 1.255, 1e-12);
    // The product (g - .8)^.65 (1.5 - g)^.35 is largest there.
    auto const log_product = [](double g) { return 0.65 * std::log(g - 0.8) + 0.35 * std::log(1.5 - g); };
    double const struck = table.targets.level(1, 2);
    EXPECT_GT(log_product(struck), log_product(struck - 1e-3));
    EXPECT_GT(log_product(struck), log_product(struck + 1e-3));
}

TEST(LevelSplit, LetsTheStrongerSideHaveItsWay)
{
    auto params = make_neutral_talks();
    params.bargaining.centre_weight = Share{0.0};
    EXPECT_NEAR((LevelTable{support::make_small_pack(1, 1), params}.strike().stretch(0, 0)), 1.0, 1e-15);
    params.bargaining.centre_weight = Share{1.0};
    EXPECT_NEAR((LevelTable{support::make_small_pack(1, 1), params}.strike().stretch(0, 0)), 1.6, 1e-15);
}

TEST(LevelSplit, AsksLessOfWhatIsHardToMove)
{
    LevelTable table{support::make_small_pack(1, 2), make_neutral_talks()};
    table.population.controllability << 0.75, 0.25;
    table.strike();
    EXPECT_NEAR(table.targets.stretch(0, 0), 1.3, 1e-15);
    EXPECT_NEAR(table.targets.stretch(0, 1), 1.3 / 3.0, 1e-15);
}

TEST(LevelSplit, ImposesNationalTrajectoriesAsTheCentresDemand)
{
    LevelTable table{support::make_small_pack(1, 2), make_neutral_talks()};
    table.population.top_down[1] = 1;
    table.strike();
    EXPECT_NEAR(table.targets.stretch(0, 0), 1.3, 1e-15);
    EXPECT_NEAR(table.targets.stretch(0, 1), 0.5 * (1.0 + 5.0), 1e-15);
}

TEST(LevelSplit, HidesLessWithTrustAndWithSharedEvidence)
{
    auto params = make_neutral_talks();
    params.bargaining.understatement = Sigma{2.0};
    LevelTable table{support::make_small_pack(3, 1), params};
    table.population.trend.setConstant(0.2);
    table.population.trust(1) = 1.0;
    table.population.trust(2) = 0.0;
    table.strike();
    EXPECT_NEAR(table.targets.announced_trend(0, 0), 0.2 - 0.5, 1e-15) << "half a sigma in the middle";
    EXPECT_NEAR(table.targets.announced_trend(1, 0), 0.2, 1e-15);
    EXPECT_NEAR(table.targets.announced_trend(2, 0), 0.2 - 1.0, 1e-15);
    EXPECT_NEAR(table.targets.level(2, 0), 0.2 - 1.0 + 1.3, 1e-15);
    params.bargaining.evidence_quality = Share{1.0};
    LevelTable open{support::make_small_pack(3, 1), params};
    EXPECT_EQ(open.strike().announced_trend(2, 0), 0.0);
}

TEST(LevelSplit, RoundsUpTheStatedShareOfDemands)
{
    auto params = make_neutral_talks();
    params.bargaining.rounding_up = Share{0.1};
    LevelTable table{support::make_small_pack(150, 130), params};
    table.strike();
    int tidy = 0;
    for (int i = 0; i < 150; ++i) {
        for (int slot = 0; slot < 130; ++slot) {
            double const stretch = table.targets.stretch(i, slot);
            bool const rounded = std::abs(stretch - 0.5 * (1.0 + 1.13 * 1.6)) < 1e-12;
            EXPECT_TRUE(rounded || std::abs(stretch - 1.3) < 1e-12);
            tidy += rounded ? 1 : 0;
        }
    }
    EXPECT_NEAR(tidy / (150.0 * 130.0), 0.1, 0.011);  // five standard errors: one false alarm in a million
}

TEST(LevelSplit, LeavesEmptySlotsWithoutALevel)
{
    auto params = make_neutral_talks();
    params.bargaining.understatement = Sigma{2.0};
    LevelTable table{support::make_small_pack(1, 3), params};
    table.population.trend.setConstant(0.7);
    table.agreement.count[0] = 1;
    table.agreement.item(0, 1) = table.agreement.item(0, 2) = -1;
    table.strike();
    EXPECT_NE(table.targets.level(0, 0), 0.0);
    EXPECT_EQ(table.targets.level(0, 1), 0.0);
    EXPECT_EQ(table.targets.stretch(0, 2), 0.0);
    EXPECT_EQ(table.targets.announced_trend(5, 0), 0.0) << "padding";
}

TEST(LevelSplit, DrawsByAreaAndIndicatorWhateverElseIsInTheAgreement)
{
    auto params = make_neutral_talks();
    params.bargaining.rounding_up = Share{0.5};
    LevelTable whole{support::make_small_pack(6, 90), params};
    whole.strike();
    LevelTable part{support::make_small_pack(6, 90), params};
    part.agreement.item.setConstant(-1);
    for (int i = 0; i < 6; ++i) {
        part.agreement.count[i] = 30;
        for (int slot = 0; slot < 30; ++slot) part.agreement.item(i, slot) = 3 * slot + 1;
    }
    part.strike();
    for (int i = 0; i < 6; ++i) {
        for (int slot = 0; slot < 30; ++slot) {
            EXPECT_EQ(part.targets.level(i, slot), whole.targets.level(i, 3 * slot + 1));
        }
    }
    LevelTable reversed{support::reverse_rows(support::make_small_pack(6, 90)), params};
    reversed.strike();
    for (int i = 0; i < 6; ++i) {
        for (int slot = 0; slot < 90; ++slot) {
            EXPECT_EQ(reversed.targets.level(5 - i, 89 - slot), whole.targets.level(i, slot));
        }
    }
}

TEST(LevelSplit, DrawsThePinnedRoundings)
{
    auto params = make_neutral_talks();
    params.bargaining.rounding_up = Share{0.5};
    LevelTable table{support::make_small_pack(2, 12), params};
    table.strike();
    std::string tidy;
    for (int i = 0; i < 2; ++i) {
        for (int slot = 0; slot < 12; ++slot) tidy += table.targets.stretch(i, slot) > 1.35 ? '1' : '0';
    }
    EXPECT_EQ(tidy, "001111111101111000000101");
    EXPECT_EQ(purpose::all.front().name(), "levels.rounding_up");
}
}  // namespace
}  // namespace concordat::levels
