#include "models/welfare/account.hpp"

#include <gtest/gtest.h>

namespace concordat::welfare
{
namespace
{
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
    .social_value = 20000.0, .effort = 3000.0, .reward = 500.0, .months = 9.0, .asks = 40.0, .reporting_years = 3.0};

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
    EXPECT_DOUBLE_EQ(Account{shipped}.welfare(ordinary, 1.2), expected);
}

TEST(Account, ExchequerPaysRewardsNegotiationAndReporting)
{
    EXPECT_DOUBLE_EQ(Account{shipped}.exchequer(ordinary), 500 + 132.5 + 3 * 1800);
}

TEST(Account, TransfersCostNothingWhereTaxesCostWhatGrantsAreWorth)
{
    auto rich = ordinary;
    rich.reward = 50000.0;
    Account const books{shipped};
    EXPECT_DOUBLE_EQ(books.welfare(rich, 0.8), books.welfare(ordinary, 0.8));
    EXPECT_LT(books.welfare(rich, 1.2), books.welfare(ordinary, 1.2));
}

TEST(Account, CostOfFundsWeighsOnTheRewardAlone)
{
    Account const books{shipped};
    for (double const reward : {0.0, 500.0, 4000.0}) {
        auto area = ordinary;
        area.reward = reward;
        EXPECT_NEAR(books.welfare(area, 1.0) - books.welfare(area, 1.4), 0.4 * reward, 1e-9);
    }
}

TEST(Account, NegotiationRunsWithTheMonthsThatItTook)
{
    auto quick = ordinary;
    quick.months = 3.0;
    EXPECT_DOUBLE_EQ(Account{shipped}.negotiation(quick), 3 * 50 * 0.25 + 20);
}

TEST(Account, ReportingRunsWithTheYearsAndHowCloselyOneIsWatched)
{
    auto area = ordinary;
    EXPECT_DOUBLE_EQ(Account{shipped}.reporting(area), 5400.0);
    area.reporting_years = 3.2;
    EXPECT_DOUBLE_EQ(Account{shipped}.reporting(area), 1800.0 * 3.2);
}

TEST(Account, WorkOnRefreshesAuditAndInterventionIsPaidByTheExchequerAndLostToSociety)
{
    Account const books{shipped};
    auto area = ordinary;
    area.refresh_months = 6.0;
    area.audit = 7.0;
    area.intervention = 11.0;
    double const cost = 6 * 50 / 12.0 + 7 + 11;
    EXPECT_NEAR(books.exchequer(area) - books.exchequer(ordinary), cost, 1e-9);
    EXPECT_NEAR(books.welfare(ordinary, 1.2) - books.welfare(area, 1.2), cost, 1e-9);
}

TEST(Account, FinesAreTransfersBackAndManipulationIsWaste)
{
    Account const books{shipped};
    auto area = ordinary;
    area.fines = 100.0;
    area.manipulation = 30.0;
    EXPECT_NEAR(books.exchequer(ordinary) - books.exchequer(area), 100.0, 1e-9);
    EXPECT_NEAR(books.welfare(area, 1.2) - books.welfare(ordinary, 1.2), (1.2 - 0.8) * 100.0 - 30.0, 1e-9);
}
}  // namespace
}  // namespace concordat::welfare
