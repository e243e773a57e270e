#include "sim/config/mapping_reader.hpp"

#include <gtest/gtest.h>

namespace concordat::config
{
namespace
{
TEST(MappingReader, ReadsTypedKeysAndReportsTheRestOnce)
{
    core::Problems problems;
    auto const document = parse_document(
        "x.yaml", "name: Durham\nlist: [1]\nflag: true\nother: No\ntitel: x\nempty: ' '\n",
        problems);
    ASSERT_TRUE(document) << problems.text();
    MappingReader in{document->root,
                     "the thing",
                     document->root.where,
                     {"name", "list", "flag", "other", "title", "empty", "absent"},
                     problems};
    EXPECT_EQ(in.text("name", Need::required), "Durham");
    ASSERT_NE(in.sequence("list", Need::required), nullptr);
    EXPECT_TRUE(in.flag("flag"));
    EXPECT_FALSE(in.flag("absent"));
    EXPECT_EQ(in.text("absent", Need::optional), std::nullopt);
    EXPECT_EQ(problems.size(), 1U);
    EXPECT_EQ(in.text("title", Need::required), std::nullopt)
        << "was reported as a slip of 'titel' already";
    EXPECT_TRUE(in.was_meant("title"));
    EXPECT_EQ(problems.size(), 1U);
    EXPECT_EQ(in.text("list", Need::required), std::nullopt);
    EXPECT_EQ(in.mapping("name", Need::required), nullptr);
    EXPECT_EQ(in.text("empty", Need::required), std::nullopt);
    EXPECT_EQ(in.text("absent", Need::required), std::nullopt);
    EXPECT_FALSE(in.flag("other"));
    EXPECT_EQ(problems.text(),
              "x.yaml:1:1: the thing lacks 'absent'\n"
              "x.yaml:1:7: 'name' of the thing must be a mapping, not text\n"
              "x.yaml:2:7: 'list' of the thing must be text, not a list\n"
              "x.yaml:4:8: 'other' of the thing = 'No' is not true or false\n"
              "x.yaml:5:1: unknown key 'titel' in the thing\n    did you mean 'title'?\n"
              "x.yaml:6:8: 'empty' of the thing is empty\n"
              "6 problems; nothing was run.");
}
}  // namespace
}  // namespace concordat::config
