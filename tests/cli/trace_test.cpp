// The story of one area.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string tell(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "trace");
    auto const ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.err, "");
    return ended.out;
}

TEST(Trace, TellsOneAreaFromTheTalksToTheSettlement)
{
    auto const story = tell({"laa_2008", "--area", "Leeds", "--replicate", "7"});
    EXPECT_THAT(story, AllOf(HasSubstr("Leeds under laa_2008, replicate 7, seed 2008"),
                             HasSubstr("\nLeeds\n  Leeds is a metropolitan district in Yorkshire and The Humber"),
                             HasSubstr("\nThe agreement\n  Leeds signs "), HasSubstr("16 by law"), HasSubstr("NI 30 ("),
                             HasSubstr("\nSettlement\n"), HasSubstr("Targets met, as reported"), HasSubstr("Reward: £")));
    for (std::size_t at = 0; at < story.size();) {
        auto const end = std::min(story.find('\n', at), story.size());
        EXPECT_LE(end - at, 110U) << story.substr(at, end - at);
        at = end + 1;
    }
    EXPECT_EQ(story, tell({"laa_2008", "--area", "leeds", "--replicate", "7"})) << "whatever the case of letters";
    EXPECT_EQ(story, tell({"laa_2008", "--area", "E08000035", "--replicate", "7"})) << "by its code";
    EXPECT_NE(story, tell({"laa_2008", "--area", "Leeds", "--replicate", "8"}));
    EXPECT_NE(story, tell({"laa_2008", "--area", "Leeds", "--replicate", "7", "--seed", "1"}));
}

TEST(Trace, TellsTwoScenariosBesideEachOtherWithTheSameLuck)
{
    auto const story = tell({"laa_2008", "--area", "Leeds", "--against", "ifg_18"});
    EXPECT_THAT(story, AllOf(HasSubstr("beside it laa_2008+ifg_18_double_reward_grant under the same luck"),
                             HasSubstr("\nWhat differs\n"), HasSubstr("Items only under laa_2008: none."),
                             HasSubstr(" | "), HasSubstr("Reward: £")));
    test::TemporaryFolder const folder;
    auto const null_reform = folder.write("null.yaml",
                                          "title: Changes nothing\nchanges:\n  - path: incentives.reward_grant.per_target\n"
                                          "    set: 40000\n    reason: As it is.\n");
    auto const same = tell({"laa_2008", "--area", "Leeds", "--against", null_reform.string(), "--replicate", "3"});
    EXPECT_THAT(same, Not(HasSubstr(" | ")));
    EXPECT_THAT(same, AllOf(HasSubstr("Levels that differ: none."), HasSubstr("Reward: £"), HasSubstr(" in both.")));
}

TEST(Trace, TellsTheTalksMonthByMonthAndTheYearsThatFollow)
{
    std::string const talks = "selection.protocol.kind=brokered_rounds";
    auto const story = tell({"laa_2008", "--area", "Leeds", "--replicate", "7", "--set", talks});
    for (auto const* const words :
         {"\nThe talks open\n", "The partnership puts forward ", "(in the local draft)", "Leeds accepts ", "\nMonth 9\n",
          "The minister signs the agreement", "offered ", "\nYear 1\n", "Taking part in full: ", "Moved most by effort this year",
          "\nRefresh at the end of year 1\n", "\nYear 3\n", "After the round: "}) {
        EXPECT_THAT(story, HasSubstr(words));
    }
    EXPECT_LT(story.find("\nMonth 9\n"), story.find("\nThe agreement\n"));
    test::TemporaryFolder const folder;
    auto const table = (folder / "moves.csv").string();
    auto const both = tell({"laa_2008", "--area", "Leeds", "--replicate", "7", "--set", talks, "--against", "cap_20", "--csv", table});
    EXPECT_THAT(both, HasSubstr("Items only under laa_2008: NI "));
    EXPECT_THAT(read_text(table), AllOf(HasSubstr("\nlaa_2008,7,1,68,Leeds,0,partnership,government_office,"),
                                        HasSubstr("\nlaa_2008+cap_20,7,1,68,Leeds,9,minister,council,")));
}

TEST(Trace, TellsEveryRoundOfAHistory)
{
    auto const story = tell({"history_2001_2011", "--area", "Leeds"});
    EXPECT_THAT(story, AllOf(HasSubstr("\nRound 1: lpsa_2001 (2001)\n"), HasSubstr("\nRound 5: abolition_2010 (2010)\n")));
    // Trust stands where the round before left it.
    auto const left = story.find("After the round: trust ");
    ASSERT_NE(left, std::string::npos);
    auto const arrow = story.find(" -> ", left);
    auto const trust = story.substr(arrow + 4, 4);
    auto const next = story.find("Trust between area and centre is ", left);
    EXPECT_EQ(story.substr(next + std::string{"Trust between area and centre is "}.size(), 4), trust);
}

TEST(Trace, RecordingChangesNothing)
{
    test::TemporaryFolder const folder;
    auto const table = (folder / "moves.csv").string();
    auto const plain = tell({"laa_2008", "--area", "Leeds"});
    auto const recorded = tell({"laa_2008", "--area", "Leeds", "--csv", table});
    EXPECT_EQ(recorded.substr(0, plain.size()), plain);
    EXPECT_THAT(recorded, HasSubstr("moves written to "));
    EXPECT_THAT(read_text(table), testing::StartsWith("scenario,replicate,round,area_id,area,month,from,to,indicator,name,"
                                                      "department,move,reason,other,value_council,value_centre\n"));
    EXPECT_EQ(run({"trace", "laa_2008", "--area", "Leeds", "--csv", table}).code, 2) << "nothing is written over";
}

TEST(Trace, AnAreaThatIsNotThereIsAnsweredWithTheNearestName)
{
    auto const nearest = run({"trace", "laa_2008", "--area", "Leedz"});
    EXPECT_EQ(nearest.code, 2);
    EXPECT_THAT(nearest.err, AllOf(HasSubstr("--area: there is no area 'Leedz'"), HasSubstr("did you mean 'Leeds'?")));
    auto const several = run({"trace", "laa_2008", "--area", "north"});
    EXPECT_EQ(several.code, 2);
    EXPECT_THAT(several.err, AllOf(HasSubstr("'north' could be "), HasSubstr("North East Lincolnshire")));
    EXPECT_EQ(run({"trace", "laa_2008"}).code, 2) << "an area must be named";
    EXPECT_EQ(run({"trace", "laa_2080", "--area", "Leeds"}).code, 2);
    EXPECT_EQ(run({"trace", "laa_2008", "--area", "Leeds", "--replicate", "-1"}).code, 2);
}
}  // namespace
}  // namespace concordat
