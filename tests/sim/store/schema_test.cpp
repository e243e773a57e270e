#include "sim/store/schema.hpp"

#include <gtest/gtest.h>

#include <set>

namespace concordat::store
{
namespace
{
/// Two outcomes for the nation, one for each of 2 x 3 cells, in a round and in its first year.
Schema make_schema()
{
    Schema schema;
    schema.outcomes = {{.name = "gain", .unit = "sigma"}, {.name = "cost", .unit = "GBP"}};
    schema.groupings = {{.name = "nation", .groups = {"England"}},
                        {.name = "area", .groups = {"Barnet", "York"}, .listing = Listing::summary},
                        {.name = "indicator", .groups = {"NI 1", "NI 2", "NI 3"}},
                        {.name = "area_indicator", .crossed = {1, 2}, .listing = Listing::none}};
    schema.periods = {{"round", 0, 0}, {"year_1", 0, 1}};
    schema.add_block(0, 0, {0, 1});
    schema.add_block(3, 0, {1});
    schema.add_block(1, 1, {1, 0});
    return schema;
}

TEST(Schema, CountsGroupsTimesOutcomesOfItsBlocks)
{
    auto const schema = make_schema();
    EXPECT_EQ(schema.group_count(3), 6U);
    EXPECT_EQ(schema.column_count(), 2U + 6U + 4U);
    EXPECT_EQ(Schema{}.column_count(), 0U);
}

TEST(Schema, FindsEveryColumnWhereItStands)
{
    auto const schema = make_schema();
    std::set<std::string> names;
    for (std::size_t c = 0; c < schema.column_count(); ++c) {
        EXPECT_EQ(schema.find(schema.column(c)), c);
        names.insert(schema.group_text(c) + schema.period_name(c) + schema.outcome_of(c).name);
    }
    EXPECT_EQ(names.size(), schema.column_count());
    EXPECT_EQ(schema.find({.outcome = 0, .grouping = 3, .group = 0, .period = 0}), std::nullopt);
    EXPECT_EQ(schema.find({.outcome = 0, .grouping = 1, .group = 2, .period = 1}), std::nullopt);
    EXPECT_THROW(static_cast<void>(schema.column(schema.column_count())), std::logic_error);
}

TEST(Schema, PutsTheOutcomesOfAGroupSideBySide)
{
    auto const schema = make_schema();
    EXPECT_EQ(schema.column(9), (Column{.outcome = 0, .grouping = 1, .group = 0, .period = 1}));
    EXPECT_EQ(schema.column(10), (Column{.outcome = 1, .grouping = 1, .group = 1, .period = 1}));
}

TEST(Schema, NamesACombinationByItsGroupsTheLastRunningFastest)
{
    auto const schema = make_schema();
    EXPECT_EQ(schema.group_name(3, 0), "Barnet|NI 1");
    EXPECT_EQ(schema.group_name(3, 2), "Barnet|NI 3");
    EXPECT_EQ(schema.group_name(3, 3), "York|NI 1");
    EXPECT_EQ(schema.group_text(2 + 4), "area_indicator:York|NI 2");
    EXPECT_EQ(schema.listing_of(2), Listing::none);
}

TEST(Schema, TakesNoBlockOfWhatIsNotDeclared)
{
    auto schema = make_schema();
    EXPECT_THROW(schema.add_block(4, 0, {0}), std::logic_error);
    EXPECT_THROW(schema.add_block(0, 2, {0}), std::logic_error);
    EXPECT_THROW(schema.add_block(0, 0, {2}), std::logic_error);
    schema.groupings[1].crossed = {3};
    EXPECT_THROW(static_cast<void>(schema.group_count(1)), std::logic_error) << "groupings that cross each other";
}
}  // namespace
}  // namespace concordat::store
