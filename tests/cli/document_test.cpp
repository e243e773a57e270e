// Documents with the program's own tables in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(Document, OddHoldsWhatTheProgramWouldWrite)
{
    test::TemporaryFolder const folder;
    auto const text = read_text(CONCORDAT_SOURCE_DIR "/docs/odd.md");
    auto const copy = folder.write("odd.md", text);
    auto const ended = run({"explain", "--fill", copy.string()});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(read_text(copy), text) << "build/concordat explain --fill docs/odd.md writes it anew";
}

TEST(Document, FillReplacesWhatStandsInARegionAndNothingElse)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("page.md",
                                   "before\n<!-- parameters: incentives.reward_grant.per_target -->\nwhat stood there\n"
                                   "<!-- end -->\nbetween\n<!-- outcomes -->\n<!-- end -->\nafter\n");
    EXPECT_THAT(run({"explain", "--fill", file.string()}).out, HasSubstr("page.md: written anew"));
    auto const text = read_text(file);
    EXPECT_THAT(text,
                AllOf(HasSubstr("before\n<!-- parameters: incentives.reward_grant.per_target -->\n| parameter |"),
                      HasSubstr("\n| `incentives.reward_grant.per_target` | Reward "),
                      HasSubstr("| 40000 | 0 to 1000000 |"), HasSubstr("(ifg_performance_art.txt, line 4055)"),
                      HasSubstr("<!-- end -->\nbetween\n<!-- outcomes -->\n| outcome |"), HasSubstr("| `welfare` |"),
                      HasSubstr("<!-- end -->\nafter\n"), Not(HasSubstr("what stood there")), Not(HasSubstr("reward_grant.honoured"))));
    EXPECT_THAT(run({"explain", "--fill", file.string()}).out, HasSubstr("page.md: nothing to change"));
    EXPECT_EQ(read_text(file), text);
}

TEST(Document, FillRefusesADocumentWithMistakesAndLeavesItAsItIs)
{
    test::TemporaryFolder const folder;
    std::string const text =
        "<!-- parameters: deliverry -->\n<!-- end -->\n<!-- end -->\n<!-- steps -->\n<!-- assumptions -->\n";
    auto const file = folder.write("page.md", text);
    auto const ended = run({"explain", "--fill", file.string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("page.md:1:1: no parameter's path begins with 'deliverry'"),
                                 HasSubstr("did you mean 'delivery'?"),
                                 HasSubstr("page.md:4:1: the region 'steps' has no line '<!-- end -->'"),
                                 HasSubstr("page.md:5:1: the region 'assumptions' has no line")));
    EXPECT_EQ(read_text(file), text);
    EXPECT_EQ(run({"explain", "--fill", (folder / "none.md").string()}).code, 2);
}
}  // namespace
}  // namespace concordat
