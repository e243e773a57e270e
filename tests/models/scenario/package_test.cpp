#include "models/scenario/package.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using config::Value;
using testing::HasSubstr;

constexpr auto reward = "incentives.reward_grant.per_target";
constexpr auto cap = "selection.cap.per_area";

struct Packages : testing::Test
{
    SmallLibrary library{};

    void write_package(std::string const& name, std::string const& includes, std::string const& more = {})
    {
        library.write("reforms/" + name + ".yaml",
                      "title: Package " + name + "\nimplements: {title: Report}\nincludes: [" + includes + "]\n" + more);
    }
};

TEST_F(Packages, StandForTheReformsThatTheyInclude)
{
    write_package("both", "double_grant, cap_20");
    auto const scenario = library.resolve("laa_2008+both");
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(scenario->name, "laa_2008+both");
    EXPECT_EQ(value_of(scenario, reward), Value{80000.0});
    EXPECT_EQ(value_of(scenario, cap), Value{std::int64_t{20}});
    EXPECT_THAT(scenario->rounds.front().parameters.at(cap).history.at(0).who, HasSubstr("reforms/cap_20.yaml"));
    EXPECT_EQ(scenario->files.size(), 4U) << "the regime, the package and its parts are kept";
    EXPECT_EQ(value_of(library.resolve("both", {}, "laa_2008"), reward), Value{80000.0});
}

TEST_F(Packages, HoldOtherPackagesAndChangesOfTheirOwn)
{
    write_package("inner", "double_grant");
    write_package("outer", "inner, triple_grant", "changes:\n  - {path: " + std::string{cap} + ", add: -5, reason: less}\n");
    auto const scenario = library.resolve("laa_2008+outer");
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(value_of(scenario, reward), Value{240000.0});
    EXPECT_EQ(value_of(scenario, cap), Value{std::int64_t{30}});
}

TEST_F(Packages, GiveTheirPartsTheirDose)
{
    library.write("reforms/more_grant.yaml", "title: More\nimplements: {title: Report}\nchanges:\n  - {path: " + std::string{reward} +
                                                 ", multiply: 2, range: [1.5, 10], reason: more}\n");
    library.write("reforms/less.yaml", "title: Less\nimplements: {title: Report}\nchanges:\n  - {path: " + std::string{cap} +
                                           ", set: 20, range: [10, 30], reason: less}\n");
    write_package("both", "more_grant, less, double_prize");
    auto const strong = library.resolve("laa_2008+both@strong");
    ASSERT_TRUE(strong) << library.complaint();
    EXPECT_EQ(strong->name, "laa_2008+both@strong");
    EXPECT_EQ(strong->title, "Agreements + Package both (strong)");
    EXPECT_EQ(value_of(strong, reward), Value{400000.0});
    EXPECT_EQ(value_of(strong, cap), Value{std::int64_t{10}});
    EXPECT_EQ(value_of(strong, "incentives.tournament.prize"), Value{200.0}) << "without a range there is one dose";
    EXPECT_EQ(value_of(library.resolve("both@weak", {}, "laa_2008"), reward), Value{60000.0});
    EXPECT_EQ(value_of(library.resolve("laa_2008+less"), cap), Value{std::int64_t{20}});
    EXPECT_FALSE(library.resolve("laa_2008+less+less@weak"));
    EXPECT_EQ(library.complaint(), "the reform 'less' stands twice in 'laa_2008+less+less@weak'");
    EXPECT_FALSE(library.resolve("laa_2008@weak"));
    EXPECT_THAT(library.complaint(), HasSubstr("'laa_2008' is a regime, and regimes have no dose"));
}

TEST_F(Packages, BelongToARegimeAfterItsOwnChangesAndBeforeThoseOfItsHeirs)
{
    library.write("regimes/better.yaml", "title: Better\nextends: lpsa_2001\nincludes: [double_grant, cap_less_5]\n");
    library.write("regimes/best.yaml",
                  "title: Best\nextends: better\nchanges:\n  - {path: " + std::string{cap} + ", add: 1, reason: one}\n");
    EXPECT_EQ(value_of(library.resolve("better"), cap), Value{std::int64_t{7}});
    EXPECT_EQ(value_of(library.resolve("best"), cap), Value{std::int64_t{8}});
    EXPECT_EQ(value_of(library.resolve("best+triple_grant"), reward), Value{240000.0});
}

TEST_F(Packages, OfOneRoundLeaveTheOthersAlone)
{
    library.write("regimes/history.yaml",
                  "title: History\npack: england_2008\nrounds:\n  - {regime: lpsa_2001, from: 2001}\n"
                  "  - {regime: laa_2008, from: 2004}\n");
    write_package("late", "double_grant", "rounds: [laa_2008]\n");
    auto const scenario = library.resolve("history+late");
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(scenario->rounds[0].parameters.at(reward).value, Value{40000.0});
    EXPECT_EQ(scenario->rounds[1].parameters.at(reward).value, Value{80000.0});
}

TEST_F(Packages, RefuseAReformThatIsThereAlready)
{
    write_package("both", "double_grant, cap_20");
    EXPECT_FALSE(library.resolve("laa_2008+both+double_grant"));
    EXPECT_THAT(library.complaint(), HasSubstr("the reform 'double_grant' stands twice in 'laa_2008+both+double_grant'\n"
                                               "    it is part of 'both' and named itself"));
    library.write("regimes/better.yaml", "title: Better\nextends: laa_2008\nincludes: [double_grant]\n");
    EXPECT_FALSE(library.resolve("better+both"));
    EXPECT_THAT(library.complaint(), HasSubstr("it is part of 'better' and part of 'both'"));
    write_package("twice", "double_grant, double_grant");
    EXPECT_FALSE(library.resolve("laa_2008+twice"));
    EXPECT_THAT(library.complaint(), HasSubstr("'double_grant' is included twice"));
}

TEST_F(Packages, ReportConflictsUnknownNamesAndCircles)
{
    write_package("quarrel", "cap_20, cap_25");
    EXPECT_FALSE(library.resolve("laa_2008+quarrel"));
    EXPECT_THAT(library.complaint(), HasSubstr("conflict over selection.cap.per_area"));
    write_package("lost", "double_grnt");
    EXPECT_FALSE(library.resolve("laa_2008+lost"));
    EXPECT_THAT(library.complaint(), HasSubstr("did you mean 'double_grant'?"));
    write_package("a_half", "b_half");
    write_package("b_half", "a_half");
    EXPECT_FALSE(library.resolve("laa_2008+a_half"));
    EXPECT_THAT(library.complaint(), HasSubstr("'includes' goes in a circle: 'a_half' comes back"));
    write_package("regime", "lpsa_2001");
    EXPECT_FALSE(library.resolve("laa_2008+regime"));
    EXPECT_THAT(library.complaint(), HasSubstr("'lpsa_2001' is a regime"));
}

TEST_F(Packages, NeedNoChangesButSomeReform)
{
    write_package("none", "");
    EXPECT_FALSE(library.resolve("laa_2008+none"));
    EXPECT_THAT(library.complaint(), HasSubstr("'includes' names no reform"));
}
}  // namespace
}  // namespace concordat::scenario
