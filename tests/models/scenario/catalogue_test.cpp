#include "models/scenario/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::HasSubstr;

TEST(Catalogue, ListsRegimesThenReformsByName)
{
    SmallLibrary library;
    library.write("reforms/README.md", "not a reform");
    core::Problems problems;
    Catalogue const catalogue{library.root(), problems};
    ASSERT_TRUE(problems.empty()) << problems.text();
    ASSERT_EQ(catalogue.entries().size(), 9U);
    EXPECT_EQ(catalogue.entries()[0].name, "laa_2008");
    EXPECT_EQ(catalogue.entries()[0].kind, FileKind::regime);
    EXPECT_EQ(catalogue.entries()[2].name, "cap_20");
    EXPECT_EQ(catalogue.entries()[8].name, "triple_grant");
}

TEST(Catalogue, FindsVariantsByTheirBeginningOnlyWhereNothingElseBeginsSo)
{
    SmallLibrary library;
    library.write_reform("variants/double_grant_fully", "incentives.reward_grant.per_target", "multiply: 4");
    library.write_reform("variants/half_grant", "incentives.reward_grant.per_target", "multiply: 0.5");
    core::Problems problems;
    Catalogue const catalogue{library.root(), problems};
    auto const find = [&](std::string const& given) {
        auto const file = catalogue.find(given, Place::reform, {}, problems);
        return file ? file->name : problems.text();
    };
    EXPECT_EQ(find("double_g"), "double_grant");
    EXPECT_EQ(find("double_grant_"), "double_grant_fully");
    EXPECT_EQ(find("half"), "half_grant");
    EXPECT_TRUE(catalogue.entries().back().is_variant);
}

TEST(Catalogue, HoldsCasesAsRegimes)
{
    SmallLibrary library;
    library.write("cases/case_falls.yaml", "title: Falls\npack: england_2008\nguide: Look at hits.\n");
    core::Problems problems;
    Catalogue const catalogue{library.root(), problems};
    auto const file = catalogue.find("case_falls", Place::regime, {}, problems);
    ASSERT_TRUE(file) << problems.text();
    EXPECT_EQ(file->guide, "Look at hits.");
    EXPECT_TRUE(catalogue.entries()[2].is_case);
}

TEST(Catalogue, ReportsMissingFoldersTakenNamesAndNamesThatTablesCannotHold)
{
    SmallLibrary library;
    library.write_reform("laa_2008", "selection.cap.per_area", "set: 1");
    library.write_reform("a+b", "selection.cap.per_area", "set: 1");
    core::Problems problems;
    Catalogue const catalogue{library.root(), problems};
    Catalogue const nowhere{library.root() / "nowhere", problems};
    auto const text = library.shorten(problems);
    EXPECT_EQ(problems.size(), 4U) << text;
    EXPECT_THAT(text,
                HasSubstr("reforms/laa_2008.yaml: 'laa_2008' is the name of a regime already"));
    EXPECT_THAT(text,
                HasSubstr("reforms/a+b.yaml: a name is made of letters, digits, '_', '-' and '.'"));
    EXPECT_THAT(text, HasSubstr("nowhere/regimes: cannot be read"));
    EXPECT_THAT(text, HasSubstr("nowhere/reforms: cannot be read"));
}
}  // namespace
}  // namespace concordat::scenario
