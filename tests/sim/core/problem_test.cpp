#include "sim/core/problem.hpp"

#include <gtest/gtest.h>

#include <string>

namespace concordat::core
{
TEST(Problems, AreShownInFileAndLineOrderWithTheirHintsAndACount)
{
    Problems problems;
    problems.add({"b.yaml", 3, 10}, "audit.detection = 1.4 is outside [0, 1]");
    problems.add({"a.yaml", 12, 1}, "later line");
    problems.add({"a.yaml", 4, 11}, "unknown path 'price'", "did you mean 'prize'?");
    EXPECT_EQ(problems.text(),
              "a.yaml:4:11: unknown path 'price'\n"
              "    did you mean 'prize'?\n"
              "a.yaml:12:1: later line\n"
              "b.yaml:3:10: audit.detection = 1.4 is outside [0, 1]\n"
              "3 problems; nothing was run.");
}

TEST(Problems, LeaveOutPositionsThatDoNotExist)
{
    Problems problems;
    problems.add({"a.yaml", 0, 0}, "empty file");
    EXPECT_EQ(problems.text(), "a.yaml: empty file\n1 problem; nothing was run.");
    Problems without_file;
    without_file.add({}, "--seed: not a number");
    EXPECT_EQ(without_file.text(), "--seed: not a number\n1 problem; nothing was run.");
    Problems without_column;
    without_column.add({"areas.csv", 7, 0}, "duplicate area");
    EXPECT_EQ(without_column.text(), "areas.csv:7: duplicate area\n1 problem; nothing was run.");
}

TEST(Problems, KeepTheOrderOfAddingOnTheSamePosition)
{
    Problems problems;
    problems.add({"a.yaml", 1, 1}, "first");
    problems.add({"a.yaml", 1, 1}, "second");
    EXPECT_LT(problems.text().find("first"), problems.text().find("second"));
}

TEST(Problems, ThrowAllOfThemOrNothing)
{
    Problems none;
    EXPECT_NO_THROW(none.throw_if_any());
    Problems problems;
    problems.add({"a.yaml", 1, 1}, "one");
    Problems more;
    more.add({"b.yaml", 1, 1}, "two");
    problems.append(more);
    try {
        problems.throw_if_any();
        FAIL() << "no exception";
    } catch (InputError const& error) {
        EXPECT_EQ(error.problems().size(), 2u);
        EXPECT_EQ(std::string{error.what()}, problems.text());
    }
}

TEST(NearestName, FindsALikelySlip)
{
    std::vector<std::string> const known{"incentives.tournament.prize",
                                         "incentives.reward_grant.per_target"};
    EXPECT_EQ(nearest_name("incentives.tournament.price", known), known[0]);
    EXPECT_EQ(nearest_name("incentives.reward_grant.per_taregt", known), known[1]);
    EXPECT_EQ(nearest_name("seed", {"speed", "seeds"}), "speed");  // equal distance: the first
}

TEST(NearestName, IsSilentWhereNothingIsClose)
{
    EXPECT_EQ(nearest_name("zebra", {"incentives", "measurement"}), "");
    EXPECT_EQ(nearest_name("", {"a"}), "");
    EXPECT_EQ(nearest_name("abc", {}), "");
    EXPECT_EQ(nearest_name(std::string(10'000, 'x'), {"x"}), "");
}
}  // namespace concordat::core
