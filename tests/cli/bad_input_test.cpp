#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::run;
using testing::HasSubstr;
using testing::IsEmpty;

/// Runs a command that must be refused before anything is written.
/// \returns what it says
std::string refuse(std::vector<std::string> arguments)
{
    test::TemporaryFolder const folder;
    auto const out = folder / "new/study";
    arguments.insert(arguments.end(), {"--out", out.string()});
    auto const ended = run(arguments);
    EXPECT_EQ(ended.code, 2) << ended.err << ended.out;
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_TRUE(fs::is_empty(folder.path())) << "something was written";
    return ended.err;
}

std::string refuse_reform(std::string_view text)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("reform.yaml", text);
    auto const said = refuse({"compare", "laa_2008", file.string()});
    EXPECT_THAT(said, HasSubstr("reform.yaml"));
    return said;
}

std::string refuse_set(std::string const& set)
{
    return refuse({"run", "laa_2008", "--set", set});
}

std::string refuse_design(std::string_view text)
{
    test::TemporaryFolder const folder;
    auto const said =
        refuse({"run", "laa_2008", "--params", folder.write("design.csv", text).string()});
    EXPECT_THAT(said, HasSubstr("design.csv"));
    return said;
}

std::string with_change(std::string const& change)
{
    return "title: A reform for a test\nchanges:\n" + change;
}

constexpr char const* reward = "  - path: incentives.reward_grant.per_target\n";
}  // namespace

TEST(BadInput, SaysEverythingThatIsWrongAtOnceWithPlacesAndTheNearestNames)
{
    auto const said = refuse({"compare", "laa_2018", "cap_21", "--replicates", "0", "--seed", "-4",
                              "--threads", "many", "--record", "regoin", "--set", "nonsense",
                              "--set", "selection.agreement.cup=3"});
    for (auto const* const text :
         {"did you mean 'laa_2008'?", "did you mean 'cap_20'?", "--replicates: 0 is outside",
          "--seed: '-4'", "--threads: 'many'", "did you mean 'region'?",
          "'nonsense' is not path=value", "did you mean 'selection.agreement.cap'?",
          "8 problems; nothing was run."}) {
        EXPECT_THAT(said, HasSubstr(text));
    }
}

TEST(BadInput, NamesThatMeanNothingOrTooMuch)
{
    EXPECT_THAT(refuse({"compare", "laa_2008", "ifg_14"}),
                HasSubstr("ifg_14_few_large_prizes, ifg_14_tournaments"));
    EXPECT_THAT(refuse({"run", "ifg_18"}), HasSubstr("a scenario begins with a regime"));
    EXPECT_THAT(refuse({"run", "laa_2008+"}), HasSubstr("a name is missing"));
    EXPECT_THAT(refuse({"run", ""}), HasSubstr("a name is missing"));
    EXPECT_THAT(refuse({"compare", "laa_2008", "laa_2008"}), HasSubstr("is named twice"));
    EXPECT_THAT(refuse({"compare", "laa_2008", "ifg_18+ifg_18"}), HasSubstr("stands twice"));
    EXPECT_THAT(refuse({"run", "no/such/file.yaml"}), HasSubstr("no/such/file.yaml"));
    EXPECT_THAT(refuse({"run", "laa_2008", "--scenarios", "/no/such/folder"}),
                HasSubstr("there is no folder of scenarios"));
}

TEST(BadInput, AUniquePrefixIsEnough)
{
    auto const ended = run({"run", "abol+ifg_18", "--replicates", "1", "--quiet", "--json"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("\"abolition_2010+ifg_18_double_reward_grant\""));
}

TEST(BadInput, ReformsThatSetOneSwitchDifferentlyConflict)
{
    auto const said = refuse({"compare", "laa_2008", "ifg_14_tournaments+ifg_14_few_large_prizes"});
    EXPECT_THAT(said, HasSubstr("conflict over incentives.tournament.winner_share"));
    EXPECT_THAT(said, HasSubstr("leave one reform out"));
}

TEST(BadInput, FilesThatAreNoReform)
{
    refuse_reform("");
    refuse_reform("\n\n");
    refuse_reform(std::string_view{"\x7f\x45\x4c\x46\x02\x00\x01", 7});
    refuse_reform("title: [");
    refuse_reform("- a list\n");
    refuse_reform(std::string(3000, '['));
    refuse_reform("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
    refuse_reform("title: one\n---\ntitle: two\n");
    refuse_reform("title:\tx\n\tchanges: 3\n");
    refuse_reform("title: \xff\xfe\n");
    test::TemporaryFolder const folder;
    fs::create_directory(folder / "folder.yaml");
    EXPECT_THAT(refuse({"compare", "laa_2008", (folder / "folder.yaml").string()}),
                HasSubstr("folder.yaml"));
    auto const huge = folder.write("huge.yaml", "title: x\n");
    fs::resize_file(huge, 100'000'000);
    EXPECT_THAT(refuse({"compare", "laa_2008", huge.string()}), HasSubstr("huge.yaml"));
}

TEST(BadInput, ReformsWithOneThingWrong)
{
    std::string const good = std::string{reward} + "    set: 1000\n    reason: For a test.\n";
    EXPECT_THAT(refuse_reform("changes:\n" + good), HasSubstr("title"));
    EXPECT_THAT(refuse_reform("title: x\n"), HasSubstr("changes"));
    EXPECT_THAT(refuse_reform("titel: x\nchanges:\n" + good), HasSubstr("did you mean 'title'?"));
    EXPECT_THAT(refuse_reform("title: x\ntitle: y\nchanges:\n" + good), HasSubstr("title"));
    EXPECT_THAT(refuse_reform(with_change(good + good)), HasSubstr("per_target"));
    EXPECT_THAT(refuse_reform(with_change(std::string{reward} + "    set: 1000\n")),
                HasSubstr("reason"));
    EXPECT_THAT(refuse_reform(with_change(
                    "  - path: incentives.reward_grant.per_targt\n    set: 1\n    reason: x\n")),
                HasSubstr("did you mean 'incentives.reward_grant.per_target'?"));
    for (auto const* const operand :
         {"set: many", "set: .nan", "set: -1", "set: 1e9", "set: [1]", "set: \"1000\"",
          "set: 1,000", "set: 010", "set: 0x10", "set: .inf", "set:", "multiply: 1000",
          "multiply: x", "add: -50000", "set: 1\n    add: 1", "sett: 1000"}) {
        refuse_reform(
            with_change(std::string{reward} + "    " + operand + "\n    reason: For a test.\n"));
    }
}

TEST(BadInput, ValuesOnTheCommandLine)
{
    for (auto const* const set :
         {"x", "=3", "selection.agreement.cap",
          "selection.agreement.cap=", "selection.agreement.cap=x", "selection.agreement.cap=20.5",
          "selection.agreement.cap=-1", "selection.agreement.cap=nan",
          "selection.agreement.cap=1e99", "incentives.reward_grant.per_target=.inf",
          "incentives.reward_grant.per_target=1,000", "incentives.reward_grant.per_target=010",
          "incentives.reward_grant.scheme=tournment", "no.such.path=1", "=", ""}) {
        EXPECT_THAT(refuse_set(set), HasSubstr("--set")) << set;
    }
    EXPECT_THAT(refuse({"run", "laa_2008", "--set", "selection.agreement.cap=20", "--set",
                        "selection.agreement.cap=21"}),
                HasSubstr("is set twice"));
}

TEST(BadInput, TablesOfDesignPoints)
{
    refuse_design("");
    refuse_design("selection.agreement.cap\n");
    refuse_design("selection.agreement.cup\n20\n");
    refuse_design("selection.agreement.cap,selection.agreement.cap\n20,20\n");
    refuse_design("selection.agreement.cap\n20,21\n");
    refuse_design("selection.agreement.cap\nx\n");
    refuse_design("selection.agreement.cap\n-1\n");
    refuse_design("selection.agreement.cap\nnan\n");
    refuse_design("selection.agreement.cap\n\"20\n");
    refuse_design(std::string_view{"selection.agreement.cap\n\x00\x01\n", 27});
    EXPECT_THAT(refuse({"run", "laa_2008", "--params", "no_such.csv"}), HasSubstr("no_such.csv"));
    EXPECT_THAT(refuse({"run", "laa_2008", "--params", "/"}), HasSubstr("/"));
}

TEST(BadInput, ADataPackWithANegativePopulation)
{
    test::TemporaryFolder const folder;
    auto const scenarios = folder / "scenarios";
    fs::copy(fs::path{CONCORDAT_SOURCE_DIR} / "scenarios", scenarios, fs::copy_options::recursive);
    auto const areas = scenarios / "england_2008/areas.csv";
    auto text = test::read_text(areas);
    auto const second_line = text.find('\n') + 1;
    text.insert(second_line, "999999,Nowhere,E09999999,London,Nothing,no,0,-5,20\n");
    std::ofstream{areas, std::ios::binary} << text;
    EXPECT_THAT(refuse({"run", "laa_2008", "--scenarios", scenarios.string()}),
                HasSubstr("areas.csv:2"));
}

TEST(BadInput, AnEarlierStudyIsOnlyReplacedByForceAndNothingElseEver)
{
    test::TemporaryFolder const folder;
    auto const out = folder / "study";
    std::vector<std::string> const command{
        "run", "laa_2008", "--replicates", "1", "--quiet", "--seed", "1", "--out", out.string()};
    ASSERT_EQ(run(command).code, 0);
    auto const before = test::read_text(out / "manifest.json");
    auto const refused = run(command);
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, HasSubstr("nothing is overwritten"));
    EXPECT_EQ(test::read_text(out / "manifest.json"), before);
    auto forced = command;
    forced.emplace_back("--force");
    EXPECT_EQ(run(forced).code, 0);

    folder.write("study/thesis.txt", "not ours");
    EXPECT_EQ(run(forced).code, 2);
    EXPECT_EQ(test::read_text(out / "thesis.txt"), "not ours");
}

TEST(BadInput, CommandLinesThatMeanNothing)
{
    auto const expect = [](std::vector<std::string> const& arguments, std::string const& text) {
        auto const ended = run(arguments);
        EXPECT_EQ(ended.code, 2);
        EXPECT_THAT(ended.out, IsEmpty());
        EXPECT_THAT(ended.err, HasSubstr(text));
    };
    expect({"comapre"}, "did you mean 'compare'?");
    expect({"--verbose"}, "unknown command '--verbose'");
    expect({""}, "unknown command");
    expect({"run"}, "SCENARIO");
    expect({"compare", "laa_2008"}, "SCENARIO");
    expect({"run", "laa_2008", "--replicats", "3"}, "did you mean '--replicates'?");
    expect({"run", "laa_2008", "--seed"}, "--seed");
    expect({"resume", "/no/such/study"}, "there is no study to resume");
    expect({"resume", "/"}, "study");
    expect({"version", "extra"}, "extra");
}

TEST(BadInput, AFullDiskIsAFailureAndNotBadInput)
{
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    auto const command = std::string{CONCORDAT_BINARY_DIR} +
                         "/concordat run laa_2008 --replicates 1 --quiet > /dev/full 2> /dev/null";
    int const status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 1);
}
}  // namespace concordat
