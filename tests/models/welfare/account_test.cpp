#include "models/welfare/account.hpp"

#include <gtest/gtest.h>

namespace concordat::welfare
{
namespace
{
constexpr int years = 3;

constexpr AccountParams shipped{.cost_of_funds = 1.2,
                                .cost_of_funds_low = 1.0,
                                .cost_of_funds_high = 1.4,
                                .grant_value = 0.8,
                                .effort_price = 143.0,
                                .negotiators = 3.0,
                                .negotiation_months = 9.0,
                                .official_cost = 50.0,
                                .ask_cost = 0.5,
                                .level_saving = 0.4,
                                .reporting = 1800.0};

constexpr AreaAccount ordinary{
    .social_value = 20000.0, .effort = 3000.0, .reward = 500.0, .asks = 40.0, .contested_share = 0.0};

TEST(Account, NegotiationIsOfficialsTimeAndAsks)
{
    // Three officials for nine months at 50 a year, and 40 asks at one half.
    EXPECT_DOUBLE_EQ(Account{shipped}.negotiation(ordinary), 3 * 50 * 0.75 + 20);
}

TEST(Account, ContestsSaveThePartOfNegotiationThatSetsLevels)
{
    auto contested = ordinary;
    contested.contested_share = 0.5;
    EXPECT_DOUBLE_EQ(Account{shipped}.negotiation(contested), 3 * 50 * 0.75 * (1 - 0.4 * 0.5) + 20);
    // Asks are made all the same.
    contested.contested_share = 1.0;
    auto params = shipped;
    params.level_saving = 1.0;
    EXPECT_DOUBLE_EQ(Account{params}.negotiation(contested), 20.0);
}

TEST(Account, WelfareIsValueLessEffortTransfersNegotiationAndReporting)
{
    double const expected = 20000 - 3000 - (1.2 - 0.8) * 500 - 132.5 - 3 * 1800;
    EXPECT_DOUBLE_EQ(Account{shipped}.welfare(ordinary, years, 1.2), expected);
}

TEST(Account, ExchequerPaysRewardsNegotiationAndReporting)
{
    EXPECT_DOUBLE_EQ(Account{shipped}.exchequer(ordinary, years), 500 + 132.5 + 3 * 1800);
}

TEST(Account, TransfersCostNothingWhereTaxesCostWhatGrantsAreWorth)
{
    auto rich = ordinary;
    rich.reward = 50000.0;
    Account const books{shipped};
    EXPECT_DOUBLE_EQ(books.welfare(rich, years, 0.8), books.welfare(ordinary, years, 0.8));
    EXPECT_LT(books.welfare(rich, years, 1.2), books.welfare(ordinary, years, 1.2));
}

TEST(Account, CostOfFundsWeighsOnTheRewardAlone)
{
    Account const books{shipped};
    for (double const reward : {0.0, 500.0, 4000.0}) {
        auto area = ordinary;
        area.reward = reward;
        EXPECT_NEAR(books.welfare(area, years, 1.0) - books.welfare(area, years, 1.4), 0.4 * reward, 1e-9);
    }
}

TEST(Account, ReportingRunsWithTheYears)
{
    EXPECT_DOUBLE_EQ(Account{shipped}.reporting(1), 1800.0);
    EXPECT_DOUBLE_EQ(Account{shipped}.reporting(3), 5400.0);
}
}  // namespace
}  // namespace concordat::welfare
