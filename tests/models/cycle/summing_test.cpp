#include "models/cycle/summing.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/england.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::cycle
{
namespace
{
ChoiceStatistics describe(state::Pack const& pack, std::vector<double> const& counts)
{
    std::vector<double> sorted;
    return describe_choices(pack, counts, sorted);
}

TEST(DescribeChoices, OfAHandMadeExample)
{
    // Twenty areas, twelve indicators to choose from and a statutory one before them.
    auto pack = support::make_small_pack(20, 13, 1);
    using Link = state::NationalLink;
    for (std::size_t j = 1; j < 13; ++j) {
        pack.indicators[j].link = j <= 4 ? Link::public_service_agreement : Link::departmental_objective;
    }
    pack.indicators[12].link = Link::none;
    std::vector<double> const counts{20, 8, 12, 0, 20, 1, 2, 3, 4, 5, 0, 10, 5};
    auto const found = describe(pack, counts);
    EXPECT_EQ(found.never_chosen, 2.0);
    EXPECT_EQ(found.most_chosen, 20.0);
    EXPECT_EQ(found.in_most_areas, 2.0) << "more than ten of twenty: 12 and 20";
    // 70 picks; sorted 0 0 1 2 3 4 5 5 8 10 12 20: the two never chosen are not among the ten.
    EXPECT_DOUBLE_EQ(found.top_ten_share, 1.0);
    double ranked = 0.0;
    int rank = 0;
    for (double const count : {0, 0, 1, 2, 3, 4, 5, 5, 8, 10, 12, 20}) ranked += ++rank * count;
    EXPECT_NEAR(found.gini, 2.0 * ranked / (12.0 * 70.0) - 13.0 / 12.0, 1e-15);
    // PSA: 40 of 80; departmental: 25 of 140, the one without a link left out.
    EXPECT_DOUBLE_EQ(found.psa_odds, (40.0 / 40.0) / (25.0 / 115.0));
}

TEST(DescribeChoices, GiniIsNoughtForEqualAndNearlyOneForASingleChoice)
{
    auto const pack = support::make_small_pack(10, 40);
    EXPECT_NEAR(describe(pack, std::vector<double>(40, 3.0)).gini, 0.0, 1e-14);
    std::vector<double> one(40, 0.0);
    one[7] = 10.0;
    EXPECT_NEAR(describe(pack, one).gini, 1.0 - 1.0 / 40.0, 1e-14);
}

TEST(DescribeChoices, SaysNothingWhereNothingWasChosen)
{
    auto const pack = support::make_small_pack(10, 40);
    auto const found = describe(pack, std::vector<double>(40, 0.0));
    EXPECT_TRUE(std::isnan(found.gini));
    EXPECT_TRUE(std::isnan(found.top_ten_share));
    EXPECT_TRUE(std::isnan(found.psa_odds));
    EXPECT_EQ(found.never_chosen, 40.0);
}

TEST(DescribeChoices, OfThePublishedAgreementsAreThoseOfTheReport)
{
    auto const& pack = *support::england();
    std::vector<double> counts;
    for (auto const& indicator : pack.indicators) counts.push_back(std::max(indicator.published_count, 0));
    auto const found = describe(pack, counts);
    EXPECT_NEAR(found.gini, 0.590, 0.0005);
    EXPECT_NEAR(found.top_ten_share, 0.212, 0.0005);
    EXPECT_EQ(found.never_chosen, 18.0);
    EXPECT_EQ(found.most_chosen, 115.0);
    EXPECT_EQ(found.in_most_areas, 19.0);
    EXPECT_NEAR(found.psa_odds, 2.46, 0.1);
}

class SummedRound : public testing::Test
{
  protected:
    void SetUp() override
    {
        sum_round(run_.model, run_.run(4), by_area_, by_indicator_);
        for (auto const& area : by_area_) nation_.add(area);
    }

    support::EnglandRun run_{};
    std::vector<AreaSums> by_area_{};
    std::vector<AreaSums> by_indicator_{};
    AreaSums nation_{};
};

TEST_F(SummedRound, EveryTargetIsMetPartlyMetOrMissed)
{
    auto const& agreement = run_.world.agreement;
    for (std::size_t i = 0; i < by_area_.size(); ++i) {
        auto const& area = by_area_[i];
        double open = 0.0;
        for (int k = agreement.statutory[i]; k < agreement.count[i]; ++k) {
            open += agreement.placeholder(static_cast<Eigen::Index>(i), k) != 0 ? 1.0 : 0.0;
        }
        EXPECT_EQ(area.met + area.partly_met + area.missed, area.targets);
        EXPECT_EQ(area.targets + open, area.chosen) << "a placeholder is no target";
        EXPECT_EQ(area.items, area.chosen + 16.0) << "the statutory items come on top";
    }
}

TEST_F(SummedRound, ItemsAndOtherIndicatorsAreTheWholeSet)
{
    for (auto const& area : by_area_) {
        EXPECT_EQ(area.items + area.unselected, 198.0);
        EXPECT_NEAR(area.selected_gain + area.unselected_gain, area.all_gain, 1e-11);
    }
}

TEST_F(SummedRound, AreasAndIndicatorsGiveTheSameNation)
{
    AreaSums indicators;
    for (auto const& indicator : by_indicator_) indicators.add(indicator);
    auto const& areas = nation_;
    for (auto const field : {&AreaSums::items, &AreaSums::chosen, &AreaSums::targets, &AreaSums::met,
                             &AreaSums::truly_met, &AreaSums::partly_met, &AreaSums::missed, &AreaSums::unselected}) {
        EXPECT_EQ(areas.*field, indicators.*field);
    }
    for (auto const field : {&AreaSums::earned, &AreaSums::offered, &AreaSums::selected_gain, &AreaSums::target_effect,
                             &AreaSums::all_gain, &AreaSums::spillover, &AreaSums::gap, &AreaSums::value}) {
        EXPECT_NEAR(areas.*field, indicators.*field, 1e-9 * (1.0 + std::abs(areas.*field)));
    }
}

TEST_F(SummedRound, ThresholdRewardPaysMetTargetsAndNothingElse)
{
    double const per_target = run_.model.params().incentives.per_target.value() / 1000.0;
    auto const& withheld = run_.world.gaming.withheld;
    for (std::size_t i = 0; i < by_area_.size(); ++i) {
        auto const& area = by_area_[i];
        EXPECT_NEAR(area.offered, per_target * area.targets, 1e-9);
        EXPECT_NEAR(area.earned + withheld[static_cast<Eigen::Index>(i)], per_target * area.met, 1e-9);
    }
}

TEST_F(SummedRound, WelfareAtTwoCostsOfFundsDiffersByTheRewardAlone)
{
    auto const& account = run_.model.params().account;
    auto const& world = run_.world;
    for (std::size_t row = 0; row < by_area_.size(); ++row) {
        auto const& area = by_area_[row];
        auto const i = static_cast<Eigen::Index>(row);
        double const transfer = area.earned - world.gaming.fines[i];
        double const apart = (account.cost_of_funds_high - account.cost_of_funds_low) * transfer;
        EXPECT_NEAR(area.welfare_low - area.welfare_high, apart, 1e-8);
        double const reporting = account.reporting * world.performance.reporting[i];
        double const refresh = account.official_cost / 12.0 * world.refresh.staff_months[i];
        double const running = area.negotiation + refresh + reporting + world.gaming.audit_cost[i] +
                               world.assessment.intervention_cost[i];
        EXPECT_NEAR(area.exchequer, transfer + running, 1e-8);
    }
}

TEST_F(SummedRound, SharesOfAreasLieBetweenNoughtAndOne)
{
    for (auto const& area : by_area_) {
        for (double const share : {area.partners_in, area.binding, area.fenced}) {
            EXPECT_GE(share, 0.0);
            EXPECT_LE(share, 1.0 + 1e-12);
        }
        EXPECT_LE(area.agreement_effort, area.effort * (1.0 + 1e-9));
        EXPECT_LE(area.forced, area.chosen);
    }
}
}  // namespace
}  // namespace concordat::cycle
