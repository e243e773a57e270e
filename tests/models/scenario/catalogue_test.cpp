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
