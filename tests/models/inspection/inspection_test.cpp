#include "models/inspection/inspection.hpp"

#include <gtest/gtest.h>

namespace concordat::inspection
{
namespace
{
constexpr InspectionParams shipped{.strength = 12.0, .agreement_weight = 0.4, .low_performer_extra = 0.5};
constexpr int indicators = 198;

/// One poor, one weak, one fair and one excellent authority with 40, 20, 0 and 51 items.
struct FourAreas
{
    state::Population population{};
    state::Agreement agreement{};
    state::InspectionSlopes slopes{};

    FourAreas()
    {
        population.cpa_class = {0, 1, 2, 4};
        agreement.item = state::AreaIntTable::Constant(8, 51, -1);
        agreement.count = {40, 20, 0, 51, 0, 0, 0, 0};
    }

    state::InspectionSlopes const& price(InspectionParams params)
    {
        Inspection{params}.price(population, agreement, indicators, slopes);
        return slopes;
    }
};

TEST(Inspection, SplitsTheScoreBetweenTheAgreementAndTheWholeSet)
{
    FourAreas england;
    auto const& slopes = england.price(shipped);
    // A fair authority: 12 (1 - .4)/198 on every indicator; an excellent one with 51 items 12 x .4/51 on top.
    EXPECT_DOUBLE_EQ(slopes.any_indicator[2], 12.0 * 0.6 / 198.0);
    EXPECT_DOUBLE_EQ(slopes.agreement_item[3], 12.0 * 0.4 / 51.0);
}

TEST(Inspection, IsSteeperForTheTwoLowestClasses)
{
    FourAreas england;
    auto const& slopes = england.price(shipped);
    EXPECT_DOUBLE_EQ(slopes.any_indicator[0], 1.5 * slopes.any_indicator[2]);
    EXPECT_DOUBLE_EQ(slopes.any_indicator[1], slopes.any_indicator[0]);
    EXPECT_DOUBLE_EQ(slopes.agreement_item[0], 1.5 * 12.0 * 0.4 / 40.0);
}

TEST(Inspection, AddsUpToItsStrengthWhateverTheWeight)
{
    // One more sigma on every indicator moves the score by one, so slopes sum to the strength.
    for (double const weight : {0.0, 0.25, 0.4, 0.8, 1.0}) {
        FourAreas england;
        auto params = shipped;
        params.agreement_weight = weight;
        auto const& slopes = england.price(params);
        EXPECT_NEAR(indicators * slopes.any_indicator[3] + 51 * slopes.agreement_item[3], 12.0, 1e-12) << weight;
        EXPECT_NEAR(indicators * slopes.any_indicator[0] + 40 * slopes.agreement_item[0], 18.0, 1e-12) << weight;
    }
}

TEST(Inspection, ConcentratesOnShortAgreements)
{
    FourAreas england;
    auto const& slopes = england.price({.strength = 12.0, .agreement_weight = 0.4, .low_performer_extra = 0.0});
    EXPECT_DOUBLE_EQ(slopes.agreement_item[1], 2.0 * slopes.agreement_item[0]);
}

TEST(Inspection, LooksAtNoItemWhereThereIsNoAgreement)
{
    FourAreas england;
    auto const& slopes = england.price(shipped);
    EXPECT_EQ(slopes.agreement_item[2], 0.0);
    // Padding areas are priced too, so that no lane holds a number from before.
    for (int i = 4; i < 8; ++i) EXPECT_EQ(slopes.agreement_item[i], 0.0);
}

TEST(Inspection, IsNothingWhereSwitchedOff)
{
    FourAreas england;
    auto const& slopes = england.price({.strength = 0.0, .agreement_weight = 0.4, .low_performer_extra = 0.5});
    EXPECT_TRUE((slopes.any_indicator == 0.0).all());
    EXPECT_TRUE((slopes.agreement_item == 0.0).all());
}

TEST(Inspection, KnowsNoAgreementUnderCpaAndNothingWithoutARegime)
{
    FourAreas england;
    auto params = shipped;
    params.regime = Regime::cpa;
    auto const& slopes = england.price(params);
    EXPECT_DOUBLE_EQ(slopes.any_indicator[2], 12.0 / 198.0);
    EXPECT_TRUE((slopes.agreement_item == 0.0).all());
    params.regime = Regime::none;
    england.price(params);
    EXPECT_TRUE((slopes.any_indicator == 0.0).all());
}

TEST(Inspection, IsWorthNothingWhereItIsNotRoutine)
{
    FourAreas england;
    auto params = shipped;
    params.routine = false;
    auto const& slopes = england.price(params);
    EXPECT_TRUE((slopes.any_indicator == 0.0).all());
    EXPECT_TRUE((slopes.agreement_item == 0.0).all());
    EXPECT_FALSE(inspects_routinely(params));
    EXPECT_TRUE(inspects_routinely(shipped));
}
}  // namespace
}  // namespace concordat::inspection
