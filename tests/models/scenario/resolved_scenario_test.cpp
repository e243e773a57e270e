#include "models/scenario/resolved_scenario.hpp"

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

TEST(ResolvedScenario, KeepsTheReasonOfEveryChangeInTheRecord)
{
    SmallLibrary library;
    auto const scenario = library.resolve("laa+double_grant");
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(value_of(scenario, reward), Value{80000.0});
    auto const& history = scenario->rounds.front().parameters.at(reward).history;
    ASSERT_EQ(history.size(), 1U);
    EXPECT_THAT(history[0].who, HasSubstr("reforms/double_grant.yaml"));
    EXPECT_EQ(history[0].where.line, 5);
    EXPECT_EQ(history[0].operation, config::Operation::multiply);
    EXPECT_EQ(history[0].operand, Value{2.0});
    EXPECT_EQ(history[0].reason, "because");
}

TEST(ResolvedScenario, FactorsStackToTheSameBitsInEveryOrder)
{
    SmallLibrary library;
    library.write_reform("third", reward, "multiply: 0.3333333333333333");
    library.write_reform("tenth", reward, "multiply: 0.1");
    auto const one = library.resolve("laa+third+tenth+triple_grant");
    auto const other = library.resolve("laa+triple_grant+tenth+third");
    EXPECT_EQ(value_of(one, reward), value_of(other, reward));
    EXPECT_NEAR(std::get<double>(value_of(one, reward)), 4000.0, 1e-6);
    EXPECT_EQ(one->rounds.front().parameters.at(reward).history.size(), 3U);
}

TEST(ResolvedScenario, AdditionsAddUpAndEqualSettingsAgree)
{
    SmallLibrary library;
    library.write_reform("cap_less_3", cap, "add: -3");
    EXPECT_EQ(value_of(library.resolve("laa+cap_less_5+cap_less_3"), cap), Value{std::int64_t{27}});
    EXPECT_EQ(value_of(library.resolve("laa+cap_20+cap_twenty"), cap), Value{std::int64_t{20}});
}

TEST(ResolvedScenario, ReformsActOnTheRegimesSetting)
{
    SmallLibrary library;
    EXPECT_EQ(value_of(library.resolve("lpsa_2001"), cap), Value{std::int64_t{12}});
    EXPECT_EQ(value_of(library.resolve("lpsa_2001+cap_less_5"), cap), Value{std::int64_t{7}});
    EXPECT_EQ(value_of(library.resolve("lpsa_2001+cap_20"), cap), Value{std::int64_t{20}});
}

TEST(ResolvedScenario, NamesBothFilesAndValuesOfAConflict)
{
    SmallLibrary library;
    EXPECT_FALSE(library.resolve("laa+cap_20+cap_25"));
    EXPECT_EQ(library.complaint(),
              "reforms/cap_25.yaml:5:10: conflict over selection.cap.per_area: reforms/cap_25.yaml "
              "sets it to 25, but "
              "reforms/cap_20.yaml sets it to 20 (reforms/cap_20.yaml:5:10)\n"
              "    leave one reform out, or write one that says what both mean together");
    EXPECT_FALSE(library.resolve("laa+cap_20+cap_less_5"));
    EXPECT_THAT(library.complaint(),
                HasSubstr("cap_less_5.yaml adds -5 to it, but reforms/cap_20.yaml sets it to 20"));
    library.write_reform("cap_double", cap, "multiply: 2");
    EXPECT_FALSE(library.resolve("laa+cap_double+cap_less_5"));
    EXPECT_THAT(library.complaint(), HasSubstr("conflict over selection.cap.per_area"));
}

TEST(ResolvedScenario, ChecksTheResultOfAChangeAgainstTheRecord)
{
    SmallLibrary library;
    library.write_reform("huge", reward, "multiply: 30");
    EXPECT_FALSE(library.resolve("laa+huge"));
    EXPECT_EQ(library.complaint(),
              "reforms/huge.yaml:5:15: incentives.reward_grant.per_target = 1200000 (40000 x 30) "
              "is outside [0, 1000000] "
              "GBP/target (reward for each target met)");
    library.write_reform("more", reward, "multiply: 9");
    EXPECT_TRUE(library.resolve("laa+more"));
    EXPECT_FALSE(library.resolve("laa+more+triple_grant"));
    EXPECT_THAT(library.complaint(),
                HasSubstr("= 1080000 (40000 x 3 x 9) is outside [0, 1000000] GBP/target"));
    library.write_reform("half_cap", cap, "multiply: 0.5");
    EXPECT_FALSE(library.resolve("laa+half_cap"));
    EXPECT_THAT(library.complaint(),
                HasSubstr("selection.cap.per_area = 17.5 (35 x 0.5) is not a whole number"));
}

TEST(ResolvedScenario, FactorsAndAdditionsOfReformsActOnWhatTheCommandLineSets)
{
    SmallLibrary library;
    auto const doubled = library.resolve("laa+double_grant", {"incentives.reward_grant.per_target=50000"});
    ASSERT_TRUE(doubled) << library.complaint();
    EXPECT_EQ(value_of(doubled, "incentives.reward_grant.per_target"), Value{100000.0});
    auto const less = library.resolve("laa+cap_less_5", {"selection.cap.per_area=31"});
    ASSERT_TRUE(less) << library.complaint();
    EXPECT_EQ(value_of(less, cap), Value{std::int64_t{26}});
}

TEST(ResolvedScenario, SetsFromTheCommandLineReplaceSettingsAndAreRecorded)
{
    SmallLibrary library;
    auto const scenario = library.resolve(
        "laa+cap_20", {"selection.cap.per_area=31", "incentives.reward_grant.scheme=none",
                       "selection.cap.open=true"});
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(value_of(scenario, cap), Value{std::int64_t{31}});
    EXPECT_EQ(value_of(scenario, "incentives.reward_grant.scheme"), Value{std::string{"none"}});
    EXPECT_EQ(value_of(scenario, "selection.cap.open"), Value{true});
    EXPECT_EQ(scenario->rounds.front().parameters.at(cap).history.back().who, "command line");
    EXPECT_EQ(scenario->overrides.size(), 3U);
}

TEST(ResolvedScenario, ChecksSetsLikeFiles)
{
    SmallLibrary library;
    auto const complain = [&](std::vector<std::string> const& sets) {
        EXPECT_FALSE(library.resolve("laa", sets));
        return library.complaint();
    };
    EXPECT_EQ(
        complain({"selection.cap.per_aera=3"}),
        "--set: unknown path 'selection.cap.per_aera'\n    did you mean 'selection.cap.per_area'?");
    EXPECT_EQ(complain({"per_area=3"}),
              "--set: unknown path 'per_area'\n    did you mean 'selection.cap.per_area'?");
    EXPECT_EQ(complain({"selection.cap=3"}),
              "--set: unknown path 'selection.cap'\n    it holds selection.cap.open, "
              "selection.cap.per_area");
    EXPECT_EQ(complain({"selection.cap.per_area=61"}),
              "--set: selection.cap.per_area = 61 is outside [0, 60] targets (largest number of "
              "targets in an agreement)");
    EXPECT_EQ(complain({"selection.cap.open=yes"}),
              "--set: selection.cap.open = 'yes' is not true or false (whether the cap may be "
              "passed)\n    allowed is "
              "true or false");
    EXPECT_EQ(complain({"incentives.reward_grant.scheme=treshold"}),
              "--set: incentives.reward_grant.scheme = 'treshold' is not one of none, threshold, "
              "pro_rata (rule that turns "
              "performance into reward)\n    did you mean 'threshold'?");
    EXPECT_EQ(complain({"selection.cap.per_area=3", "selection.cap.per_area=4"}),
              "--set: selection.cap.per_area is set twice: to '3' (command line) and to '4' "
              "(command line)");
    for (auto const* text : {"", "=", "=3", "selection.cap.per_area", "selection.cap.per_area="}) {
        EXPECT_THAT(complain({text}), HasSubstr("is not path=value")) << text;
    }
}

TEST(ResolvedScenario, ReportsAMissingDataPackWithTheNearest)
{
    SmallLibrary library;
    library.write("regimes/far.yaml", "title: Far\npack: england_2080\n");
    EXPECT_FALSE(library.resolve("far"));
    EXPECT_EQ(library.complaint(),
              "regimes/far.yaml:2:7: there is no data pack 'england_2080'\n    did you mean "
              "'england_2008'?");
    auto const regime = library.write("abroad/own.yaml", "title: Own\npack: ./wales\n");
    library.write("abroad/wales/areas.csv", "id\n1\n");
    auto const scenario = library.resolve(regime.string());
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(scenario->pack, "wales");
    EXPECT_EQ(scenario->pack_folder, library.root() / "abroad/wales");
}

TEST(ResolvedScenario, ListsWhatDiffersPathByPath)
{
    SmallLibrary library;
    auto const before = library.resolve("laa");
    auto const after = library.resolve("lpsa_2001+double_grant", {"selection.cap.open=false"});
    ASSERT_TRUE(before && after);
    auto const differences = list_differences(*before, 0, *after, 0);
    ASSERT_EQ(differences.size(), 2U) << "a parameter set to the value that it has does not differ";
    EXPECT_EQ(differences[0].path, reward);
    EXPECT_EQ(differences[0].before, Value{40000.0});
    EXPECT_EQ(differences[0].after, Value{80000.0});
    EXPECT_EQ(differences[0].unit, "GBP/target");
    EXPECT_EQ(differences[1].path, cap);
    EXPECT_EQ(differences[1].history[0].reason, "twelve");
    EXPECT_TRUE(list_differences(*before, 0, *before, 0).empty());
}
}  // namespace
}  // namespace concordat::scenario
