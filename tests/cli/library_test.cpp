// The library of regimes, cases and reforms as a user meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string say(std::vector<std::string> const& arguments)
{
    auto const ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
}

TEST(Library, ListsReformsByTheirDocumentInTheOrderOfItsLinesWithWhatItClaims)
{
    auto const text = say({"list", "--reforms"});
    auto const performance = text.find("Performance Art (2008)\n");
    auto const first = text.find("  ifg_01_citizen_publication\n");
    auto const second = text.find("  ifg_02_caa_supports_laa\n");
    auto const last = text.find("  ifg_18_double_reward_grant\n");
    ASSERT_NE(last, std::string::npos);
    EXPECT_LT(performance, first);
    EXPECT_LT(first, second);
    EXPECT_LT(second, last);
    EXPECT_THAT(text, HasSubstr("A larger grant keeps partners at the table when trade-offs are difficult.\n"));
    EXPECT_THAT(text, HasSubstr("\nLocally Defined Targets (2006)\n"));
    EXPECT_THAT(text, HasSubstr("\nSwann, The next step for LPSAs\n"));
    EXPECT_THAT(text, Not(HasSubstr("Regimes (complete")));
}

TEST(Library, ListsCasesApartFromRegimes)
{
    auto const text = say({"list"});
    EXPECT_LT(text.find("  revised_code_1863\n"), text.find("\nCases that the documents tell"));
    EXPECT_LT(text.find("\nCases that the documents tell"), text.find("  case_falls\n"));
    auto const json = nlohmann::json::parse(say({"list", "--json"}));
    for (auto const& reform : json.at("reforms")) EXPECT_TRUE(reform.contains("argues")) << reform.at("name");
    for (auto const& regime : json.at("regimes")) {
        EXPECT_EQ(regime.contains("guide"), regime.at("name").get<std::string>().starts_with("case_"));
    }
}

TEST(Library, ShowTellsTheClaimAndWhatWouldMatterAndWhatAPackageHolds)
{
    EXPECT_THAT(say({"show", "ifg_18"}),
                AllOf(HasSubstr("Passage: Performance Art (2008), recommendation 18 (ifg_performance_art.txt, line 5113)"),
                      HasSubstr("Claim: A larger grant"), HasSubstr("Argues: partners_in rises, by at least 0.01 share to matter")));
    EXPECT_THAT(say({"show", "ifg_next"}), AllOf(HasSubstr("Includes:\n    ifg_14_tournaments: "),
                                                 HasSubstr("incentives.reward_grant.scheme\n  threshold -> tournament")));
    EXPECT_THAT(say({"show", "case_falls"}), HasSubstr("How to read it: Look at redefined_lost_share"));
}

TEST(Library, WritesAReformToStartFromThatIsSoundAsItStands)
{
    test::TemporaryFolder const folder;
    auto const file = (folder.path() / "my_reform").string();
    auto const said = say({"reform", "new", file});
    EXPECT_THAT(said, HasSubstr("my_reform.yaml: written"));
    EXPECT_THAT(say({"validate", file + ".yaml"}), HasSubstr("a reform, no problem found"));
    EXPECT_THAT(say({"show", file + ".yaml"}), HasSubstr("40000 -> 60000 GBP/target"));
    auto const again = run({"reform", "new", file + ".yaml"});
    EXPECT_EQ(again.code, 2);
    EXPECT_THAT(again.err, HasSubstr("exists already; nothing is overwritten"));
    EXPECT_EQ(run({"reform", "new", (folder.path() / "a+b").string()}).code, 2);
    EXPECT_EQ(run({"reform"}).code, 2);
}

TEST(Library, RefusesAClaimAboutAnOutcomeThatTheModelDoesNotHave)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("mine.yaml", "title: Mine\nargues: {outcome: welfar, direction: up}\nchanges:\n"
                                                "  - {path: selection.agreement.cap, set: 20, reason: shorter}\n");
    for (auto const* const command : {"validate", "show"}) {
        auto const ended = run({command, file.string()});
        EXPECT_EQ(ended.code, 2) << command;
        EXPECT_THAT(ended.err, AllOf(HasSubstr("mine.yaml:2:19: unknown outcome 'welfar'"), HasSubstr("did you mean 'welfare'?")));
    }
}
}  // namespace
}  // namespace concordat
