// Histories: several rounds under regimes of their own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/scenario/validation.hpp"
#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using config::Value;
using testing::HasSubstr;

constexpr auto reward = "incentives.reward_grant.per_target";
constexpr auto cap = "selection.cap.per_area";

Value value_in(std::optional<ResolvedScenario> const& scenario, std::size_t round, std::string const& path)
{
    return scenario ? scenario->rounds.at(round).parameters.at(path).value : Value{std::string{"no scenario"}};
}

/// A library with a history of two rounds.
class Histories : public testing::Test
{
  protected:
    Histories()
    {
        library.write("regimes/history.yaml",
                      "title: History\npack: england_2008\nrounds:\n"
                      "  - {regime: lpsa_2001, from: 2001, note: the first}\n"
                      "  - {regime: laa_2008, from: 2008}\n");
    }
    SmallLibrary library{};
};

TEST_F(Histories, EveryRoundHasTheParametersOfItsRegime)
{
    auto const scenario = library.resolve("history");
    ASSERT_TRUE(scenario) << library.complaint();
    ASSERT_EQ(scenario->rounds.size(), 2U);
    EXPECT_TRUE(scenario->is_history());
    EXPECT_EQ(scenario->rounds[0].name, "lpsa_2001");
    EXPECT_EQ(scenario->rounds[0].title, "Service agreements");
    EXPECT_EQ(scenario->rounds[0].from, 2001);
    EXPECT_EQ(scenario->rounds[0].note, "the first");
    EXPECT_EQ(value_in(scenario, 0, cap), Value{std::int64_t{12}});
    EXPECT_EQ(value_in(scenario, 1, cap), Value{std::int64_t{35}});
    EXPECT_EQ(scenario->files.size(), 3U);
}

TEST_F(Histories, ASingleRegimeIsOneRoundOfItsName)
{
    auto const scenario = library.resolve("lpsa_2001");
    ASSERT_TRUE(scenario) << library.complaint();
    ASSERT_EQ(scenario->rounds.size(), 1U);
    EXPECT_FALSE(scenario->is_history());
    EXPECT_EQ(scenario->rounds[0].name, "lpsa_2001");
}

TEST_F(Histories, AReformActsOnEveryRoundOrOnThoseThatItLists)
{
    auto const all = library.resolve("history+double_grant");
    EXPECT_EQ(value_in(all, 0, reward), Value{80000.0});
    EXPECT_EQ(value_in(all, 1, reward), Value{80000.0});
    library.write("reforms/late.yaml",
                  "title: Late\nimplements: {title: Report}\nrounds: [laa_2008]\nchanges:\n"
                  "  - {path: incentives.reward_grant.per_target, multiply: 3, reason: because}\n");
    auto const late = library.resolve("history+late");
    EXPECT_EQ(value_in(late, 0, reward), Value{40000.0});
    EXPECT_EQ(value_in(late, 1, reward), Value{120000.0});
    // On a single regime of that name the reform acts; on another it would do nothing, and says so.
    EXPECT_EQ(value_in(library.resolve("laa_2008+late"), 0, reward), Value{120000.0});
    EXPECT_FALSE(library.resolve("lpsa_2001+late"));
    EXPECT_THAT(library.complaint(), HasSubstr("reforms/late.yaml:3:10: 'laa_2008' is no round of lpsa_2001+late"));
}

TEST_F(Histories, TheHistorysOwnChangesActOnEveryRoundAfterItsRegime)
{
    library.write("regimes/short.yaml",
                  "title: Short\nextends: history\nchanges:\n  - {path: selection.cap.per_area, add: -2, reason: less}\n");
    auto const scenario = library.resolve("short");
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(value_in(scenario, 0, cap), Value{std::int64_t{10}});
    EXPECT_EQ(value_in(scenario, 1, cap), Value{std::int64_t{33}});
}

TEST_F(Histories, ASettingActsOnAllRoundsOrOnOne)
{
    auto const all = library.resolve("history", {"selection.cap.per_area=7"});
    EXPECT_EQ(value_in(all, 0, cap), Value{std::int64_t{7}});
    EXPECT_EQ(value_in(all, 1, cap), Value{std::int64_t{7}});
    auto const one = library.resolve("history", {"laa_2008:selection.cap.per_area=7"});
    EXPECT_EQ(value_in(one, 0, cap), Value{std::int64_t{12}});
    EXPECT_EQ(value_in(one, 1, cap), Value{std::int64_t{7}});
}

TEST_F(Histories, SettingsOfUnknownRoundsAndTwoForOneRoundAreRefused)
{
    EXPECT_FALSE(library.resolve("history", {"laa_2009:selection.cap.per_area=7"}));
    EXPECT_EQ(library.complaint(), "--set: 'laa_2009' is no round of history\n    did you mean 'laa_2008'?");
    EXPECT_FALSE(library.resolve("history", {"laa_2008:selection.cap.per_area=7", "selection.cap.per_area=8"}));
    EXPECT_THAT(library.complaint(), HasSubstr("selection.cap.per_area is set twice"));
    EXPECT_FALSE(library.resolve("history", {":selection.cap.per_area=7"}));
    EXPECT_THAT(library.complaint(), HasSubstr("is not path=value"));
}

TEST_F(Histories, WhatIsWrongInEveryRoundIsSaidOnce)
{
    EXPECT_FALSE(library.resolve("history", {"selection.cap.per_area=700"}));
    auto const text = library.complaint();
    EXPECT_EQ(text.find("= 700"), text.rfind("= 700")) << text;
    EXPECT_THAT(text, HasSubstr("= 700"));
}

TEST_F(Histories, ARegimeMayRuleTwoRoundsThatHaveNames)
{
    library.write("regimes/again.yaml",
                  "title: Again\npack: england_2008\nrounds:\n"
                  "  - {regime: laa_2008, from: 2008}\n  - {regime: laa_2008, from: 2011}\n");
    EXPECT_FALSE(library.resolve("again"));
    EXPECT_EQ(library.complaint(),
              "regimes/again.yaml:5:14: two rounds are called 'laa_2008'\n    give one of them a 'name'");
    library.write("regimes/again.yaml",
                  "title: Again\npack: england_2008\nrounds:\n"
                  "  - {regime: laa_2008, from: 2008}\n  - {regime: laa_2008, from: 2011, name: laa_2011}\n");
    auto const scenario = library.resolve("again", {"laa_2011:selection.cap.per_area=7"});
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(scenario->rounds[1].name, "laa_2011");
    EXPECT_EQ(value_in(scenario, 1, cap), Value{std::int64_t{7}});
}

TEST_F(Histories, MistakesInRoundsAreReportedWithTheirPlace)
{
    library.write("regimes/wrong.yaml",
                  "title: Wrong\npack: england_2008\nrounds:\n"
                  "  - {regime: laa_2008, from: 2008}\n"
                  "  - {regime: lpsa_2001, from: 2001}\n"
                  "  - {regime: lpsa_2001}\n"
                  "  - {regime: lpsa_2001, from: soon}\n"
                  "  - {regim: lpsa_2001, from: 2012}\n");
    EXPECT_FALSE(library.resolve("wrong"));
    auto const text = library.complaint();
    EXPECT_THAT(text, HasSubstr("wrong.yaml:5:31: a round from 2001 follows one from 2008"));
    EXPECT_THAT(text, HasSubstr("wrong.yaml:6:5:"));
    EXPECT_THAT(text, HasSubstr("'from' of a round is a year of four digits, not 'soon'"));
    EXPECT_THAT(text, HasSubstr("wrong.yaml:8:6: unknown key 'regim'"));
}

TEST_F(Histories, UnknownRegimesAndHistoriesWithinHistoriesAreRefused)
{
    library.write("regimes/outer.yaml",
                  "title: Outer\npack: england_2008\nrounds:\n"
                  "  - {regime: laa_2088, from: 2001}\n  - {regime: history, from: 2008}\n");
    EXPECT_FALSE(library.resolve("outer"));
    EXPECT_EQ(library.complaint(),
              "regimes/outer.yaml:4:14: unknown regime 'laa_2088'\n    did you mean 'laa_2008'?\n"
              "regimes/outer.yaml:5:14: 'history' has rounds of its own\n    a round is ruled by a single regime");
    library.write("regimes/empty.yaml", "title: Empty\npack: england_2008\nrounds: []\n");
    EXPECT_FALSE(library.resolve("empty"));
    EXPECT_THAT(library.complaint(), HasSubstr("a history has at least one round"));
}

TEST_F(Histories, OfOnesOwnMayNameRegimesByPath)
{
    library.write("own/mine.yaml", "title: Mine\nextends: laa_2008\nchanges:\n"
                                   "  - {path: selection.cap.per_area, set: 9, reason: nine}\n");
    auto const path = library.write("own/rounds.yaml",
                                    "title: Rounds\npack: england_2008\nrounds:\n"
                                    "  - {regime: laa_2008, from: 2008}\n  - {regime: ./mine.yaml, from: 2011}\n");
    auto const scenario = library.resolve(path.string());
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(scenario->rounds[1].name, "mine");
    EXPECT_EQ(value_in(scenario, 1, cap), Value{std::int64_t{9}});
}

TEST_F(Histories, AreValidatedLikeAnyRegime)
{
    library.write("regimes/bad.yaml",
                  "title: Bad\npack: england_2008\nrounds:\n  - {regime: laa_2088, from: 2001}\n");
    core::Problems problems;
    Catalogue const catalogue{library.root(), problems};
    auto const parameters = config::load_parameters(library.root() / "parameters", problems);
    EXPECT_EQ(validate_file(library.root() / "regimes/history.yaml", catalogue, parameters, problems), InputKind::regime);
    EXPECT_TRUE(problems.empty()) << problems.text();
    (void)validate_file(library.root() / "regimes/bad.yaml", catalogue, parameters, problems);
    EXPECT_THAT(problems.text(), HasSubstr("unknown regime 'laa_2088'"));
}
}  // namespace
}  // namespace concordat::scenario
