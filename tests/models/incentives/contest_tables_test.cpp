#include "models/incentives/contest_tables.hpp"

#include <gtest/gtest.h>

#include "models/incentives/order_statistics.hpp"

namespace concordat::incentives
{
namespace
{
ContestSettings const thirds{0.5, 3, {1.0, 1.0 / 3.0}};
constexpr std::size_t level = contest_grid_points / 2;  // the lead 0
}  // namespace

TEST(ContestTables, HoldTheChanceOfAPrizeForEverySizeOfGroupAndYear)
{
    auto const tables = make_contest_tables(thirds);
    ASSERT_EQ(tables->size(), 4U);
    for (auto const& table : *tables) ASSERT_EQ(table.chance.size(), static_cast<std::size_t>(contest_grid_points));
    EXPECT_NEAR((*tables)[0].chance[level], 0.5, 1e-12) << "one of two alike";
    EXPECT_NEAR((*tables)[2].chance[level], 2.0 / 3.0, 1e-12) << "two of three";
    EXPECT_EQ((*tables)[0].slope[level], (WinChance{2, 1, 1.0, 1.0}.slope(0.0)));
    EXPECT_NEAR((*tables)[1].chance.back(), 1.0, 1e-12);
}

TEST(ContestTables, AreMadeOnceForTheSameSettings)
{
    ContestLibrary library;
    auto const first = library.find_or_make(thirds);
    EXPECT_EQ(library.find_or_make(thirds), first);
    auto other = thirds;
    other.winner_share = 0.3;
    EXPECT_NE(library.find_or_make(other), first);
    other.remaining = {1.0};
    EXPECT_EQ(library.find_or_make(other)->size(), 2U);
}

TEST(ContestTables, AClosedLibraryKeepsNothingNewAndMakesItAllTheSame)
{
    ContestLibrary library;
    auto const kept = library.find_or_make(thirds);
    library.close();
    auto other = thirds;
    other.winner_share = 0.3;
    auto const made = library.find_or_make(other);
    EXPECT_NE(library.find_or_make(other), made);
    EXPECT_EQ((*library.find_or_make(other))[0].slope, (*made)[0].slope);
    EXPECT_EQ(library.find_or_make(thirds), kept);
}
}  // namespace concordat::incentives
