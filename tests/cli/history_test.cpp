// Histories, saved states and their branches, through the program.
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::read_text;
using test::run;

/// Rows of results.csv that hold `text`, without the scenario's name in front.
std::vector<std::string> find_rows(fs::path const& results, std::vector<std::string> const& texts)
{
    std::istringstream in{read_text(results)};
    std::vector<std::string> rows;
    std::string row;
    std::getline(in, row);
    while (std::getline(in, row)) {
        for (auto const& text : texts) {
            if (row.find(text) != std::string::npos) rows.push_back(row.substr(row.find(',')));
        }
    }
    return rows;
}

/// A history of three rounds, saved after the first.
class Branching : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        folder = std::make_unique<test::TemporaryFolder>();
        whole = folder->write("whole.yaml",
                              "title: Whole\npack: england_2008\nrounds:\n  - {regime: lpsa_2001, from: 2001}\n"
                              "  - {regime: laa_2008, from: 2008}\n  - {regime: abolition_2010, from: 2010}\n");
        rest = folder->write("rest.yaml",
                             "title: Rest\npack: england_2008\nrounds:\n  - {regime: laa_2008, from: 2008}\n"
                             "  - {regime: abolition_2010, from: 2010}\n");
        state = *folder / "saved.state";
        auto const ended = run({"run", whole.string(), "--replicates", "3", "--seed", "11", "--quiet", "--threads", "1",
                                "--out", (*folder / "whole").string(), "--save-state", state.string(), "--save-after", "1"});
        ASSERT_EQ(ended.code, 0) << ended.err;
    }
    static void TearDownTestSuite() { folder.reset(); }

    static std::unique_ptr<test::TemporaryFolder> folder;
    static fs::path whole, rest, state;
};
std::unique_ptr<test::TemporaryFolder> Branching::folder;
fs::path Branching::whole;
fs::path Branching::rest;
fs::path Branching::state;

TEST_F(Branching, GoingOnFromASavedStateGivesTheBytesOfTheUninterruptedHistory)
{
    auto const out = *folder / "rest";
    auto const ended = run({"run", rest.string(), "--from-state", state.string(), "--replicates", "3", "--quiet",
                            "--threads", "3", "--out", out.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(ended.says("going on after round 1 of whole")) << ended.out;
    auto const expected = find_rows(*folder / "whole/results.csv", {"round 2: laa_2008", "round 3: abolition_2010"});
    ASSERT_GT(expected.size(), 500U);
    EXPECT_EQ(find_rows(out / "results.csv", {"round 2", "round 3"}), expected);
}

TEST_F(Branching, SavedStatesAndResultsDoNotDependOnThreads)
{
    auto const other = *folder / "other.state";
    auto const ended = run({"run", whole.string(), "--replicates", "3", "--seed", "11", "--quiet", "--threads", "3",
                            "--out", (*folder / "again").string(), "--save-state", other.string(), "--save-after", "1"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(read_text(other), read_text(state));
    EXPECT_EQ(read_text(*folder / "again/results.csv"), read_text(*folder / "whole/results.csv"));
}

TEST_F(Branching, FuturesFromOneStateAreComparedUnderTheSameLuck)
{
    auto const ended = run({"compare", "laa_2008", "ifg_18", "lpsa_2001", "--from-state", state.string(), "--replicates",
                            "2", "--quiet", "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const json = nlohmann::json::parse(ended.out);
    EXPECT_EQ(json.at("seed"), 11);
    std::set<std::string> periods;
    for (auto const& row : json.at("results")) periods.insert(row.at("period").get<std::string>());
    EXPECT_EQ(periods, (std::set<std::string>{"round 2", "round 2, year 1", "round 2, year 2", "round 2, year 3"}));
}

TEST_F(Branching, AnotherSeedGivesAnotherFuture)
{
    auto const out = *folder / "otherwise";
    auto const ended = run({"run", rest.string(), "--from-state", state.string(), "--replicates", "3", "--quiet",
                            "--seed", "12", "--out", out.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const expected = find_rows(*folder / "whole/results.csv", {"round 2: laa_2008"});
    EXPECT_NE(find_rows(out / "results.csv", {"round 2"}), expected);
}

TEST_F(Branching, AResumedStudyNeedsTheStateThatItBeganWith)
{
    auto const copy = *folder / "copy.state";
    fs::copy_file(state, copy);
    auto const out = *folder / "resumed";
    ASSERT_EQ(run({"run", "laa_2008", "--from-state", copy.string(), "--replicates", "2", "--quiet", "--out",
                   out.string()}).code, 0);
    // A finished study has nothing to resume; as an unfinished one it is what a killed run leaves.
    auto const partial = fs::path{out.string() + ".partial"};
    auto const manifest = nlohmann::json::parse(read_text(out / "manifest.json"));
    EXPECT_EQ(fs::path{manifest.at("from_state").at("file").get<std::string>()}, copy);
    fs::rename(out, partial);
    fs::remove(partial / "manifest.json");
    std::ofstream{copy, std::ios::binary | std::ios::app} << "x";
    auto const ended = run({"resume", out.string(), "--quiet"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_TRUE(ended.says("copy.state: is damaged")) << ended.err;
}

/// A command line that must be refused with these words, before anything is run or written.
struct Refused
{
    std::vector<std::string> arguments{};
    std::string words{};
};

TEST_F(Branching, WhatDoesNotFitIsRefusedBeforeAnythingIsRun)
{
    auto const damaged = *folder / "damaged.state";
    auto bytes = read_text(state);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream{damaged, std::ios::binary} << bytes;
    auto const file = state.string();
    std::vector<Refused> const cases{
        {{"run", "laa_2008", "--from-state", file, "--replicates", "4"}, "holds 3 replicates; 4 are asked for"},
        {{"run", "laa_2008", "--from-state", damaged.string(), "--replicates", "2"}, "is damaged"},
        {{"run", "laa_2008", "--from-state", whole.string(), "--replicates", "2"}, "is no file of saved states"},
        {{"run", "laa_2008", "--from-state", "nowhere", "--replicates", "2"}, "there is no such file of saved states"},
        {{"run", "laa_2008", "--save-after", "1"}, "give --save-state FILE"},
        {{"run", "laa_2008", "--save-state", file}, "exists already"},
        {{"run", "laa_2008", "lpsa_2001", "--save-state", (*folder / "x").string()}, "not of several"},
        {{"run", whole.string(), "--save-state", (*folder / "x").string(), "--save-after", "4"}, "4 is outside [1, 3]"},
        {{"compare", "laa_2008", whole.string()}, "the scenarios of one study have the same number of rounds"},
        {{"run", whole.string(), "--set", "laa_2009:selection.agreement.cap=5"}, "did you mean 'laa_2008'?"},
        {{"fit-salience", whole.string(), "--out", (*folder / "fit").string()}, "salience is fitted under one regime"},
    };
    for (auto const& one : cases) {
        auto const ended = run(one.arguments);
        EXPECT_EQ(ended.code, 2) << one.words << "\n" << ended.err;
        EXPECT_TRUE(ended.says(one.words)) << ended.err;
        EXPECT_TRUE(ended.says("nothing was run.")) << ended.err;
    }
}

TEST_F(Branching, AStateOfAnotherPackIsRefused)
{
    auto const scenarios = *folder / "scenarios";
    fs::copy(fs::path{CONCORDAT_SOURCE_DIR} / "scenarios", scenarios, fs::copy_options::recursive);
    std::ofstream{scenarios / "england_2008/salience.yaml", std::ios::app} << "# changed\n";
    auto const ended = run({"run", "laa_2008", "--scenarios", scenarios.string(), "--from-state", state.string(),
                            "--replicates", "2"});
    EXPECT_EQ(ended.code, 2) << ended.out;
    EXPECT_TRUE(ended.says("rests on another data pack")) << ended.err;
}

TEST_F(Branching, AHistoryIsShownAndListedWithItsRounds)
{
    auto const shown = run({"show", "history_2001_2011"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_TRUE(shown.says("Round 3: laa_2004_pilot, from 2005, against laa_2008")) << shown.out;
    EXPECT_TRUE(run({"list"}).says("Rounds: lpsa_2001 (2001), lpsa_2004 (2004)"));
    auto const reform = run({"show", "ifg_18", "--against", "history_2001_2011"});
    EXPECT_TRUE(reform.says("Round 5: abolition_2010, from 2010, against abolition_2010")) << reform.out << reform.err;
}

TEST_F(Branching, AnswersOfAHistoryHaveAColumnForEachRound)
{
    auto const ended = run({"compare", whole.string(), "ifg_18", "--replicates", "2", "--seed", "3", "--quiet", "--set",
                            "laa_2008:selection.agreement.cap=20"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(ended.says("2 replicates of 3 rounds (three years each), seed 3"));
    EXPECT_TRUE(ended.says("round 1: lpsa_2001, from 2001; round 2: laa_2008, from 2008")) << ended.out;
    EXPECT_TRUE(ended.says("change in each round")) << ended.out;
}
}  // namespace
}  // namespace concordat
