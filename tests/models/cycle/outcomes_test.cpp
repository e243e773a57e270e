#include "models/cycle/outcomes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "tests/support/england.hpp"

namespace concordat::cycle
{
namespace
{
std::vector<Grouping> const every_grouping{
    Grouping::nation,           Grouping::region,        Grouping::area_type,  Grouping::deprivation_quintile,
    Grouping::inspection_class, Grouping::subject_group, Grouping::department, Grouping::indicator,
    Grouping::area};

/// One round of the baseline in all groupings: value by outcome, grouping and group.
class TalliedRound : public testing::Test
{
  protected:
    using Groups = std::map<std::string, double>;

    Groups const& groups(std::string const& outcome, std::string const& grouping)
    {
        return values_[{outcome, grouping}];
    }
    double nation(std::string const& outcome) { return groups(outcome, "nation").at("England"); }
    double add_up(std::string const& outcome, std::string const& grouping)
    {
        double sum = 0.0;
        for (auto const& [group, value] : groups(outcome, grouping)) sum += std::isnan(value) ? 0.0 : value;
        return sum;
    }

    void SetUp() override
    {
        support::EnglandRun run;
        OutcomeTally const tally{*support::england(), every_grouping};
        auto const row = run.outcomes(11, tally);
        auto const& schema = tally.schema();
        for (std::size_t c = 0; c < row.size(); ++c) {
            auto const column = schema.column(c);
            auto const& name = schema.outcome_of(c).name;
            auto const group = schema.group_name(column.grouping, column.group);
            auto& cell = values_[{name, schema.groupings[static_cast<std::size_t>(column.grouping)].name}];
            EXPECT_FALSE(cell.contains(group)) << name << ", " << group << " twice";
            cell[group] = row[c];
        }
    }

    std::map<std::pair<std::string, std::string>, Groups> values_{};
};

TEST_F(TalliedRound, MoneyOfGroupsAddsUpToTheNation)
{
    for (auto const* outcome : {"welfare", "welfare_low_cost_of_funds", "welfare_high_cost_of_funds", "exchequer_cost",
                                "reward_paid", "negotiation_cost"}) {
        double const whole = nation(outcome);
        ASSERT_TRUE(std::isfinite(whole)) << outcome;
        for (auto const* grouping : {"region", "area_type", "deprivation_quintile", "inspection_class", "area"}) {
            EXPECT_NEAR(add_up(outcome, grouping), whole, 1e-9 * std::abs(whole)) << outcome << " by " << grouping;
        }
    }
    for (auto const* grouping : {"subject_group", "department", "indicator"}) {
        EXPECT_NEAR(add_up("reward_paid", grouping), nation("reward_paid"), 1e-9 * nation("reward_paid")) << grouping;
    }
}

TEST_F(TalliedRound, EveryGroupOfEveryKindIsThere)
{
    std::map<std::string, std::size_t> const sizes{
        {"nation", 1},           {"region", 9},         {"area_type", 6},  {"deprivation_quintile", 5},
        {"inspection_class", 5}, {"subject_group", 11}, {"department", 14}, {"indicator", 198},
        {"area", 150}};
    for (auto const& [grouping, size] : sizes) EXPECT_EQ(groups("true_gain", grouping).size(), size) << grouping;
    EXPECT_TRUE(groups("welfare", "indicator").empty()) << "an indicator has no account of its own";
    EXPECT_TRUE(groups("choice_gini", "region").empty());
}

TEST_F(TalliedRound, QuintilesHoldThirtyAreasEach)
{
    // Every area has every indicator, so the nation's mean gain is that of equally large groups.
    double mean = 0.0;
    for (auto const& [quintile, gain] : groups("true_gain", "deprivation_quintile")) mean += gain / 5.0;
    EXPECT_NEAR(mean, nation("true_gain"), 1e-12);
    EXPECT_NEAR(add_up("negotiation_cost", "deprivation_quintile"), nation("negotiation_cost"), 1e-9);
}

TEST_F(TalliedRound, SharesOfTargetsAddUpToOne)
{
    for (auto const* grouping : {"nation", "region", "department", "area"}) {
        for (auto const& [group, hit] : groups("hit_share", grouping)) {
            if (std::isnan(hit)) continue;
            double const rest =
                groups("partial_hit_share", grouping).at(group) + groups("miss_share", grouping).at(group);
            EXPECT_NEAR(hit + rest, 1.0, 1e-12) << group;
        }
    }
}

TEST_F(TalliedRound, MeanOverAllLiesBetweenItemsAndOthers)
{
    double const inside = nation("true_gain_selected"), outside = nation("true_gain_unselected");
    EXPECT_GT(nation("true_gain"), std::min(inside, outside));
    EXPECT_LT(nation("true_gain"), std::max(inside, outside));
}

TEST_F(TalliedRound, NothingIsContestedInTheBaseline)
{
    EXPECT_EQ(nation("contested_share"), 0.0);
    EXPECT_EQ(nation("contested_money_share"), 0.0);
    EXPECT_EQ(nation("unsettled_solutions"), 0.0);
}

TEST(OutcomeList, SaysOfEveryOutcomeWhatItIsAndWhatNotToUseItFor)
{
    std::set<std::string> names;
    int headlines = 0;
    for (auto const& outcome : outcome_list()) {
        EXPECT_TRUE(names.insert(outcome.name).second) << outcome.name;
        EXPECT_FALSE(outcome.label.empty()) << outcome.name;
        EXPECT_FALSE(outcome.unit.empty()) << outcome.name;
        EXPECT_FALSE(outcome.how.empty()) << outcome.name;
        headlines += outcome.headline ? 1 : 0;
        EXPECT_TRUE(!outcome.headline || !outcome.caution.empty()) << outcome.name;
    }
    EXPECT_GE(headlines, 4);
    EXPECT_LE(headlines, 8) << "a short answer";
}

TEST(OutcomeTally, TheNationIsAlwaysThere)
{
    OutcomeTally const tally{*support::england(), {}};
    ASSERT_EQ(tally.schema().column_count(), outcome_list().size());
    EXPECT_EQ(tally.schema().group_text(0), "nation:England");
}
}  // namespace
}  // namespace concordat::cycle
