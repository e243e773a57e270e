#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using test::run;
using testing::AllOf;
using testing::HasSubstr;

std::string say(std::vector<std::string> const& arguments)
{
    auto const ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.err, "");
    return ended.out;
}
}  // namespace

TEST(Information, EveryCommandHasHelpWithAnExample)
{
    for (auto const* const command : {"run", "compare", "resume", "list", "show", "validate",
                                      "explain", "trace", "fit-salience", "version"}) {
        EXPECT_THAT(say({command, "--help"}),
                    AllOf(HasSubstr("Example: concordat "), HasSubstr(command)));
        EXPECT_THAT(say({"--help"}), HasSubstr(command));
    }
    EXPECT_THAT(say({"--help"}), HasSubstr("130"));
}

TEST(Information, WithoutArgumentsTheProgramNamesItsMostUsefulCommands)
{
    EXPECT_THAT(say({}), AllOf(HasSubstr("concordat compare"), HasSubstr("concordat list"),
                               HasSubstr("concordat explain")));
    EXPECT_THAT(say({"version"}), HasSubstr("concordat "));
    EXPECT_EQ(say({"--version"}), say({"version"}));
}

TEST(Information, ListNamesEveryScenarioWithThePassageBehindIt)
{
    auto const text = say({"list"});
    for (auto const* const words :
         {"laa_2008", "lpsa_2001", "ifg_18_double_reward_grant",
          "At least double the LAA reward grant",
          "Performance Art (2008), recommendation 18 (ifg_performance_art.txt, line 5113)"}) {
        EXPECT_THAT(text, HasSubstr(words));
    }
    auto const list = nlohmann::json::parse(say({"list", "--json"}));
    EXPECT_EQ(list.at("version"), 1);
    EXPECT_GE(list.at("regimes").size(), 6U);
    for (auto const& regime : list.at("regimes")) {
        auto const rounds = regime.at("name") == "history_2001_2011" ? 5U : regime.at("name") == "laa_2008_twice" ? 2U : 0U;
        EXPECT_EQ(regime.value("rounds", nlohmann::json::array()).size(), rounds) << regime;
    }
    for (auto const& reform : list.at("reforms")) {
        EXPECT_FALSE(reform.at("implements").is_null()) << reform;
        EXPECT_FALSE(reform.at("title").get<std::string>().empty());
    }
}

TEST(Information, ShowSaysWhatChangesFromWhatToWhatAndWhy)
{
    EXPECT_THAT(say({"show", "ifg_18"}),
                AllOf(HasSubstr("laa_2008+ifg_18_double_reward_grant, against laa_2008"),
                      HasSubstr("incentives.reward_grant.per_target\n  40000 -> 80000 GBP/target"),
                      HasSubstr("ifg_18_double_reward_grant.yaml:5:15 multiplies it by 2"),
                      HasSubstr("at least double its current size")));
    EXPECT_THAT(say({"show", "laa_2008"}), HasSubstr("no parameter differs"));
    EXPECT_THAT(say({"show", "lpsa_2001"}), HasSubstr("threshold -> pro_rata"));
    EXPECT_THAT(say({"show", "laa_2008", "--against", "lpsa_2001"}),
                HasSubstr("pro_rata -> threshold"));
    EXPECT_EQ(run({"show", "ifg_81"}).code, 2);
}

TEST(Information, ValidateJudgesEveryKindOfFile)
{
    std::string const root = CONCORDAT_SOURCE_DIR "/scenarios";
    EXPECT_THAT(say({"validate", root + "/england_2008", root + "/regimes/laa_2008.yaml",
                     root + "/reforms/cap_20.yaml", root + "/parameters/welfare/account.yaml"}),
                AllOf(HasSubstr("a data pack of 150 areas, 198 indicators"), HasSubstr("a regime"),
                      HasSubstr("a reform"), HasSubstr("a parameter file")));
    test::TemporaryFolder const folder;
    auto const bad = folder.write("bad.yaml", "titel: x\nchanges:\n  - path: nonsense\n");
    auto const ended =
        run({"validate", root + "/reforms/cap_20.yaml", bad.string(), "no_such.yaml"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.out, HasSubstr("cap_20.yaml: a reform, no problem found"));
    EXPECT_THAT(ended.err, AllOf(HasSubstr("bad.yaml:1:1"), HasSubstr("no_such.yaml")));
}

TEST(Information, ExplainTellsTheStepsOfARound)
{
    EXPECT_THAT(say({"explain"}), AllOf(HasSubstr(" 1. Draw the population"), HasSubstr("12. "),
                                        HasSubstr("welfare_low_cost_of_funds")));
}

TEST(Information, ExplainTellsWhatAnOutcomeIsAndWhatItMustNotBeUsedFor)
{
    EXPECT_THAT(say({"explain", "hit_share"}),
                AllOf(HasSubstr("targets met, as reported"),
                      HasSubstr("Unit: share; higher is better"), HasSubstr("Computed as:"),
                      HasSubstr("Caution: Mostly measures how levels were set")));
}

TEST(Information, ExplainTellsAParametersValueRangeUnitAndSource)
{
    EXPECT_THAT(
        say({"explain", "incentives.reward_grant.per_target"}),
        AllOf(HasSubstr("Value: 40000 GBP/target"), HasSubstr("[0, 1000000] GBP/target"),
              HasSubstr("Source: Performance Art (2008)"), HasSubstr("reward_grant.yaml:")));
    EXPECT_THAT(say({"explain", "demands.salience.local_echo"}), HasSubstr("Assumption: "));
}

TEST(Information, ExplainSuggestsTheNearestTopic)
{
    auto const ended =
        run({"explain", "welfar", "incentives.reward_grant.per_targets", "gibberish"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("did you mean 'welfare'?"),
                                 HasSubstr("did you mean 'incentives.reward_grant.per_target'?"),
                                 HasSubstr("concordat explain lists the outcomes")));
}

TEST(Information, VerifyHoldsTheModelAgainstTheory)
{
    auto const all = say({"verify"});
    EXPECT_THAT(all, AllOf(HasSubstr("theory"), HasSubstr("simulated"), HasSubstr("error"),
                           HasSubstr("T1 "), HasSubstr("T20"), HasSubstr("checks passed")));
    EXPECT_EQ(all.find("FAIL"), std::string::npos);
    auto const checks = nlohmann::json::parse(say({"verify", "T5", "--json"})).at("checks");
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].at("passed"), true);
    for (auto const& one : checks[0].at("cases")) {
        EXPECT_LE(one.at("error").get<double>(), one.at("tolerance").get<double>()) << one;
    }
    EXPECT_THAT(say({"verify", "T5"}), HasSubstr("T5: "));
    EXPECT_EQ(run({"verify", "T99"}).code, 2);
}

TEST(Information, ProgressIsToldInLinesUnlessAskedNotTo)
{
    auto const ended = run({"run", "laa_2008", "--replicates", "3", "--record", "nation"});
    EXPECT_EQ(ended.code, 0);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("100 %  3 of 3 rounds"), HasSubstr("a second")));
    EXPECT_EQ(ended.err.find('\r'), std::string::npos);
    EXPECT_EQ(run({"run", "laa_2008", "--replicates", "1", "--quiet"}).err, "");
}
}  // namespace concordat
