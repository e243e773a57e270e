#include "models/cycle/outcomes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "tests/support/england.hpp"

namespace concordat::cycle
{
namespace
{
ResultRequest make_full_request()
{
    ResultRequest request{Grouping::nation,           Grouping::region,        Grouping::area_type,  Grouping::deprivation_quintile,
                          Grouping::inspection_class, Grouping::subject_group, Grouping::department, Grouping::indicator,
                          Grouping::area,             Grouping::area_indicator,
                          Grouping::region_department};
    request.years_of_groups = true;
    return request;
}

/// One round of the baseline in all groupings: value by outcome, period, grouping and group.
class TalliedRound : public testing::Test
{
  protected:
    using Groups = std::map<std::string, double>;

    Groups const& groups(std::string const& outcome, std::string const& grouping, std::string const& period = "round")
    {
        return values()[{outcome, grouping, period}];
    }
    double nation(std::string const& outcome) { return groups(outcome, "nation").at("England"); }
    double add_up(std::string const& outcome, std::string const& grouping)
    {
        double sum = 0.0;
        for (auto const& [group, value] : groups(outcome, grouping)) sum += std::isnan(value) ? 0.0 : value;
        return sum;
    }

  private:
    using Key = std::tuple<std::string, std::string, std::string>;

    /// Computed once for all tests.
    static std::map<Key, Groups>& values()
    {
        static std::map<Key, Groups> all = [] {
            std::map<Key, Groups> made;
            support::EnglandRun run;
            OutcomeTally const tally{*support::england(), make_full_request()};
            auto const row = run.outcomes(11, tally);
            auto const& schema = tally.schema();
            for (std::size_t c = 0; c < row.size(); ++c) {
                auto const column = schema.column(c);
                auto const& name = schema.outcome_of(c).name;
                auto const group = schema.group_name(column.grouping, column.group);
                auto& cell = made[{name, schema.groupings[static_cast<std::size_t>(column.grouping)].name, schema.period_name(c)}];
                EXPECT_FALSE(cell.contains(group)) << name << ", " << group << " twice";
                cell[group] = row[c];
            }
            return made;
        }();
        return all;
    }
};

TEST_F(TalliedRound, YearsAddUpToTheRound)
{
    for (auto const* outcome : {"true_gain", "true_gain_selected", "true_gain_unselected", "interventions", "effort"}) {
        for (auto const* grouping : {"nation", "region", "area"}) {
            for (auto const& [group, whole] : groups(outcome, grouping)) {
                double sum = 0.0;
                for (auto const* year : {"year_1", "year_2", "year_3"}) sum += groups(outcome, grouping, year).at(group);
                // False reports are written when the last year is over.
                if (outcome == std::string{"effort"}) sum += groups("manipulation_effort", grouping).at(group);
                EXPECT_NEAR(sum, whole, 1e-12 * std::max(1.0, std::abs(whole))) << outcome << ", " << group;
            }
        }
    }
}

TEST_F(TalliedRound, SharesOfYearsAverageToTheRound)
{
    for (auto const* outcome : {"partners_in", "budget_binding_share", "fence_binding_share"}) {
        double mean = 0.0;
        for (auto const* year : {"year_1", "year_2", "year_3"}) mean += groups(outcome, "nation", year).at("England") / 3.0;
        EXPECT_NEAR(mean, nation(outcome), 1e-12) << outcome;
    }
}

TEST_F(TalliedRound, WhatLastsStandsAtTheEndOfTheLastYearWhereItStandsAtTheEndOfTheRound)
{
    for (auto const* outcome : {"cooperation", "buy_in", "partner_trust", "practice", "stars", "red_flags"}) {
        EXPECT_NEAR(groups(outcome, "nation", "year_3").at("England"), nation(outcome), 1e-12) << outcome;
    }
    EXPECT_GE(groups("trust", "nation", "year_3").at("England"), nation("trust")) << "audits come after the last year";
    double const course = groups("on_course_share", "nation", "year_2").at("England");
    EXPECT_GT(course, 0.0);
    EXPECT_LT(course, 1.0);
    EXPECT_TRUE(groups("on_course_share", "nation").empty()) << "a round as a whole has no course";
}

TEST_F(TalliedRound, CellsAddUpToTheirAreasAndIndicators)
{
    std::map<std::string, Groups> sums;
    for (auto const* outcome : {"true_gain", "picks", "reward_paid"}) {
        auto const& cells = groups(outcome, "area_indicator");
        ASSERT_EQ(cells.size(), 150U * 198U) << outcome;
        for (auto const& [cell, value] : cells) {
            auto const bar = cell.find('|');
            sums[std::string{outcome} + " by area"][cell.substr(0, bar)] += value;
            sums[std::string{outcome} + " by indicator"][cell.substr(bar + 1)] += value;
        }
    }
    for (auto const& [area, gain] : groups("true_gain", "area")) {
        EXPECT_NEAR(sums["true_gain by area"].at(area) / 198.0, gain, 1e-12) << area;
        EXPECT_NEAR(sums["reward_paid by area"].at(area), groups("reward_paid", "area").at(area), 1e-9) << area;
    }
    for (auto const& [indicator, picks] : groups("picks", "indicator")) {
        EXPECT_EQ(sums["picks by indicator"].at(indicator), picks) << indicator;
    }
}

TEST_F(TalliedRound, CellsWithATargetHaveALevelAndTellWhetherItWasMet)
{
    double targets = 0.0, met = 0.0;
    auto const& levels = groups("target_level", "area_indicator");
    for (auto const& [cell, hit] : groups("hit_share", "area_indicator")) {
        EXPECT_EQ(std::isnan(hit), std::isnan(levels.at(cell))) << cell;
        if (std::isnan(hit)) continue;
        targets += 1.0;
        met += hit;
    }
    EXPECT_NEAR(met / targets, nation("hit_share"), 1e-12);
}

TEST_F(TalliedRound, YearsOfCellsAddUpToTheRound)
{
    for (auto const& [cell, whole] : groups("true_gain", "area_indicator")) {
        double sum = 0.0;
        for (auto const* year : {"year_1", "year_2", "year_3"}) sum += groups("true_gain", "area_indicator", year).at(cell);
        ASSERT_NEAR(sum, whole, 1e-12) << cell;
    }
}

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
    for (auto const* grouping : {"subject_group", "department", "indicator", "region_department"}) {
        EXPECT_NEAR(add_up("reward_paid", grouping), nation("reward_paid"), 1e-9 * nation("reward_paid")) << grouping;
    }
}

TEST_F(TalliedRound, EveryGroupOfEveryKindIsThere)
{
    std::map<std::string, std::size_t> const sizes{
        {"nation", 1},           {"region", 9},         {"area_type", 6},  {"deprivation_quintile", 5},
        {"inspection_class", 5}, {"subject_group", 11}, {"department", 14}, {"indicator", 198},
        {"area", 150},           {"region_department", 9 * 14}};
    for (auto const& [grouping, size] : sizes) EXPECT_EQ(groups("true_gain", grouping).size(), size) << grouping;
    EXPECT_TRUE(groups("welfare", "indicator").empty()) << "an indicator has no account of its own";
    EXPECT_TRUE(groups("choice_gini", "region").empty());
}

TEST_F(TalliedRound, RegionsAndDepartmentsCrossedAddUpToBoth)
{
    for (auto const* outcome : {"picks", "reward_paid", "redefined_items"}) {
        double home_office = 0.0, london = 0.0;
        for (auto const& [group, value] : groups(outcome, "region_department")) {
            if (group.ends_with("/HO")) home_office += value;
            if (group.starts_with("London/")) london += value;
        }
        EXPECT_NEAR(home_office, groups(outcome, "department").at("HO"), 1e-9) << outcome;
        EXPECT_NEAR(london, groups(outcome, "region").at("London"), 1e-9) << outcome;
    }
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

TEST(OutcomeTally, TheNationIsAlwaysThereByRoundAndByYear)
{
    OutcomeTally const tally{*support::england(), {}};
    ASSERT_EQ(tally.schema().column_count(),
              list_outcomes(Grouping::nation).size() + 3 * list_year_outcomes(Grouping::nation).size());
    EXPECT_EQ(tally.schema().group_text(0), "nation:England");
}

TEST(OutcomeTally, RecordsChosenOutcomesAloneWithTheValuesThatTheyHaveAmongAll)
{
    support::EnglandRun run;
    ResultRequest request;
    request.groupings = {{Grouping::indicator, {"picks"}}, {Grouping::area, {"welfare", "trust"}}};
    OutcomeTally const some{*support::england(), request};
    OutcomeTally const all{*support::england(), {Grouping::indicator, Grouping::area}};
    auto const few = run.outcomes(3, some), many = run.outcomes(3, all);
    auto const national = list_outcomes(Grouping::nation).size() + 3 * list_year_outcomes(Grouping::nation).size();
    ASSERT_EQ(few.size(), national + 198 + 2 * 150);
    for (std::size_t c = 0; c < few.size(); ++c) {
        auto wanted = some.schema().column(c);
        wanted.period = 0;
        if (some.schema().column(c).period > 0) continue;
        auto const place = all.schema().find(wanted);
        ASSERT_TRUE(place.has_value()) << some.schema().group_text(c);
        bool const absent = std::isnan(few[c]) && std::isnan(many[*place]);
        EXPECT_TRUE(absent || few[c] == many[*place]) << some.schema().group_text(c);
    }
    EXPECT_EQ(some.schema().groupings[1].listing, store::Listing::summary);
    EXPECT_EQ(all.schema().groupings[1].listing, store::Listing::summary);
}

TEST(OutcomeTally, KeepsNoYearsOfCellsThatNobodyAskedFor)
{
    World world;
    OutcomeTally{*support::england(), {Grouping::area_indicator}}.furnish(world);
    EXPECT_TRUE(world.book.gain.empty());
    OutcomeTally{*support::england(), make_full_request()}.furnish(world);
    EXPECT_EQ(world.book.gain.size(), 3U);
}
}  // namespace
}  // namespace concordat::cycle
