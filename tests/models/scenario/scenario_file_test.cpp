#include "models/scenario/scenario_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::HasSubstr;

TEST(ScenarioFile, ReadsAReformWithAllItsKeys)
{
    SmallLibrary library;
    auto const path = library.write("reforms/full.yaml", R"(title: Full
description: What it does.
claim: What the report expects.
implements: {title: "Report, recommendation 18", seed: report.txt, line: 5117, url: "https://example.org"}
changes:
  - path: incentives.reward_grant.per_target
    multiply: 2
    range: [2, 12.5]
    reason: '"at least double"'
notes: None.
)");
    core::Problems problems;
    auto const file = read_reform(path, problems);
    ASSERT_TRUE(file) << problems.text();
    EXPECT_EQ(file->name, "full");
    EXPECT_EQ(file->claim, "What the report expects.");
    EXPECT_EQ(file->implements->line, 5117);
    ASSERT_EQ(file->changes.size(), 1U);
    EXPECT_EQ(file->changes[0].range->high, 12.5);
    EXPECT_EQ(file->changes[0].reason, "\"at least double\"");
    EXPECT_EQ(file->changes[0].path_where.column, 11);
    EXPECT_THAT(file->text, HasSubstr("notes: None."));
}

TEST(ScenarioFile, TakesAnOwnFileForARegimeIfItHasAPackOrExtendsAnother)
{
    SmallLibrary library;
    core::Problems problems;
    EXPECT_EQ(read_own_file(library.write("a.yaml", "title: A\npack: p\n"), problems)->kind,
              FileKind::regime);
    EXPECT_EQ(
        read_own_file(library.write("b.yaml", "title: B\nextends: laa_2008\n"), problems)->kind,
        FileKind::regime);
    EXPECT_EQ(read_own_file(library.write("c.yaml", "title: C\nchanges: []\n"), problems)->kind,
              FileKind::reform);
    EXPECT_TRUE(problems.empty()) << problems.text();
}

struct BadFile
{
    char const* name;
    FileKind kind;
    char const* text;
    char const* message;  ///< whole text of the problems, without the closing line
};

std::ostream& operator<<(std::ostream& out, BadFile const& bad)
{
    return out << bad.name;
}

class BadScenarioFile : public testing::TestWithParam<BadFile>
{
};

TEST_P(BadScenarioFile, IsRefusedInPlainWords)
{
    SmallLibrary library;
    core::Problems problems;
    auto const path = library.write("x.yaml", GetParam().text);
    EXPECT_FALSE(GetParam().kind == FileKind::reform ? read_reform(path, problems)
                                                     : read_regime(path, problems));
    EXPECT_EQ(library.shorten(problems), GetParam().message);
}

constexpr auto reform = FileKind::reform;
constexpr auto regime = FileKind::regime;

INSTANTIATE_TEST_SUITE_P(
    Every, BadScenarioFile,
    testing::Values(
        BadFile{"Empty", reform, "", "x.yaml: is empty"},
        BadFile{"List", reform, "- a\n",
                "x.yaml:1:1: a regime or reform is a mapping (title: ...), not a list"},
        BadFile{"Text", reform, "nonsense\n",
                "x.yaml:1:1: a regime or reform is a mapping (title: ...), not text"},
        BadFile{"NoTitle", reform, "implements: {title: T}\nchanges: []\n",
                "x.yaml:1:1: reform 'x' lacks 'title'"},
        BadFile{"NoSource", reform, "title: X\nchanges: []\n",
                "x.yaml:1:1: reform 'x' lacks 'implements'"},
        BadFile{"AssumptionForASource", reform,
                "title: X\nimplements: {assumption: a}\nchanges: []\n",
                "x.yaml:2:13: 'implements' lacks 'title'\n"
                "x.yaml:2:14: unknown key 'assumption' in 'implements'\n    its keys are title, "
                "seed, line, url"},
        BadFile{"NoChanges", reform, "title: X\nimplements: {title: T}\n",
                "x.yaml:1:1: reform 'x' lacks 'changes'"},
        BadFile{"MisspeltChanges", reform, "title: X\nimplements: {title: T}\nchange: []\n",
                "x.yaml:3:1: unknown key 'change' in reform 'x'\n    did you mean 'changes'?"},
        BadFile{"MappingOfChanges", reform,
                "title: X\nimplements: {title: T}\nchanges: {path: a}\n",
                "x.yaml:3:10: 'changes' of reform 'x' must be a list, not a mapping"},
        BadFile{"TextChange", reform, "title: X\nimplements: {title: T}\nchanges:\n  - double it\n",
                "x.yaml:4:5: change must be a mapping (key: value), not text\n    its keys are "
                "path, set, multiply, "
                "add, range, reason"},
        BadFile{"PackInAReform", reform, "title: X\npack: p\nimplements: {title: T}\nchanges: []\n",
                "x.yaml:2:1: unknown key 'pack' in reform 'x'\n    its keys are title, "
                "description, claim, argues, chain, implements, words, rounds, includes, "
                "changes, notes"},
        BadFile{"NoPack", regime, "title: X\n", "x.yaml:1:1: regime 'x' lacks 'pack'"},
        BadFile{"EmptyPack", regime, "title: X\npack:\n",
                "x.yaml:2:1: 'pack' of regime 'x' is empty"},
        BadFile{"ListTitle", regime, "title: [X]\npack: p\n",
                "x.yaml:1:8: 'title' of regime 'x' must be text, not a list"}),
    [](auto const& test) { return std::string{test.param.name}; });
}  // namespace
}  // namespace concordat::scenario
