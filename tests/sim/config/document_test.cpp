#include "sim/config/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/temporary_folder.hpp"

namespace concordat::config
{
namespace
{
using testing::HasSubstr;

std::string repeat(std::string_view part, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

struct BadText
{
    char const* name;
    std::string text;
    char const* message;  ///< whole text of the problems, without the closing line
};

std::ostream& operator<<(std::ostream& out, BadText const& bad)
{
    return out << bad.name;
}

class BadDocument : public testing::TestWithParam<BadText>
{
};

TEST_P(BadDocument, IsRefusedWithItsPlaceAndInPlainWords)
{
    core::Problems problems;
    EXPECT_FALSE(parse_document("x.yaml", GetParam().text, problems));
    auto const text = problems.text();
    EXPECT_EQ(text.substr(0, text.rfind('\n')), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Every, BadDocument,
    testing::Values(
        BadText{"Empty", "", "x.yaml: the file is empty"},
        BadText{"CommentOnly", "# nothing\n", "x.yaml: the file is empty"},
        BadText{"Null", "~\n", "x.yaml: the file is empty"},
        BadText{"Tab", "a:\n\tb: 1\n", "x.yaml:2:1: a tab indents this line; use spaces"},
        BadText{"TabAfterSpaces", "a:\n  \tb: 1\n",
                "x.yaml:2:3: a tab indents this line; use spaces"},
        BadText{"LoneCarriageReturn", "a: 1\rb: 2\n",
                "x.yaml:1: a carriage return stands alone; end lines with a line feed"},
        BadText{"OpenBracket", "a: [1, 2\n",
                "x.yaml:2:1: not valid YAML: a '[' is not closed by ']'"},
        BadText{"OpenBrace", "a: {b: 1\n",
                "x.yaml:2:1: not valid YAML: a '{' is not closed by '}'"},
        BadText{"OpenQuote", "a: 'x", "x.yaml:1:6: not valid YAML: a quoted text is not closed"},
        BadText{"ClosingBracket", "]",
                "x.yaml:1:1: not valid YAML: a closing bracket has no opening one"},
        BadText{"TwoColons", "a: b: c",
                "x.yaml:1:5: not valid YAML: unexpected ':'; put text that holds ': ' in quotes, "
                "and check the "
                "indentation"},
        BadText{"Escape", R"(a: "\q")",
                "x.yaml:1:7: not valid YAML: unknown escape after '\\'; use single quotes for text "
                "with backslashes"},
        BadText{"ReservedCharacter", "a: @x",
                "x.yaml:1:4: not valid YAML: a value cannot begin with this character; put it in "
                "quotes"},
        BadText{"SecondDocument", "a: 1\n---\nb: 1\n",
                "x.yaml:2:1: a second document begins here; a file holds one"},
        BadText{"ListKey", "? [a]\n: 1\n",
                "x.yaml:1:3: a list cannot be a key; is a bracket not closed?"},
        BadText{"MissingKey", ": 1\n", "x.yaml:1:1: a key is missing before ':'"},
        BadText{"Tag", "a: !!str 1\n",
                "x.yaml:1:4: the tag 'tag:yaml.org,2002:str' is not allowed\n    write the value "
                "without a tag"},
        BadText{"BareTag", "a: ! 1\n",
                "x.yaml:1:4: the tag '!' is not allowed\n    write the value without a tag"},
        BadText{
            "Merge", "b:\n  <<: {a: 1}\n",
            "x.yaml:2:3: merge keys (<<) are not allowed\n    write the keys out at each place"},
        BadText{
            "AnchorAndAlias", "a: &x 1\nb: *x\n",
            "x.yaml:1:4: anchors (&name) are not allowed\n    write the value out at each place\n"
            "x.yaml:2:4: aliases (*name) are not allowed\n    write the value out at each place"},
        BadText{"DeepBrackets", repeat("[", 100'000),
                "x.yaml:1: brackets are nested more than 64 levels deep"},
        BadText{"DeepBraces", repeat("{a: ", 100'000),
                "x.yaml:1: brackets are nested more than 64 levels deep"},
        BadText{"DeepDashes", repeat("- ", 100'000),
                "x.yaml:1:129: nested more than 64 levels deep"},
        BadText{"ManyValues", repeat("- x\n", 200'000),
                "x.yaml:100000:3: the file has more than 100000 values"}),
    [](auto const& test) { return std::string{test.param.name}; });

TEST(Document, KeepsKeysValuesAndPlaces)
{
    core::Problems problems;
    auto const document =
        parse_document("x.yaml", "title: 'a: b'\nlist:\n  - 010\n  - {k: v}\nnone:\n", problems);
    ASSERT_TRUE(document) << problems.text();
    EXPECT_TRUE(problems.empty());
    auto const& root = document->root;
    EXPECT_EQ(root.kind, NodeKind::mapping);
    EXPECT_EQ(root.find("title")->text, "a: b");
    EXPECT_EQ(root.find("title")->style, ScalarStyle::quoted);
    auto const& list = *root.find("list");
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.items[0].text, "010") << "text is kept as written, never read as octal";
    EXPECT_EQ(list.items[1].find("k")->where.line, 4);
    EXPECT_EQ(list.items[1].find("k")->where.column, 9);
    EXPECT_EQ(root.find("none")->kind, NodeKind::null);
    EXPECT_EQ(root.find("none")->where.line, 5);
    EXPECT_EQ(root.find("absent"), nullptr);
}

TEST(Document, ReportsEveryDuplicateKeyWithBothPlacesAndKeepsTheFirst)
{
    core::Problems problems;
    auto const document = parse_document("x.yaml", "a: 1\nb: {c: 1, c: 2}\na: 3\n", problems);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root.find("a")->text, "1");
    EXPECT_EQ(document->root.find("b")->find("c")->text, "1");
    EXPECT_EQ(problems.text(),
              "x.yaml:2:11: duplicate key 'c'\n    it stands at 2:5 already\n"
              "x.yaml:3:1: duplicate key 'a'\n    it stands at 1:1 already\n"
              "2 problems; nothing was run.");
}

TEST(Document, CountsColumnsInCharacters)
{
    core::Problems problems;
    ASSERT_TRUE(parse_document("x.yaml", "k: [\u00e9\u00e9, {\u00e9: 1, \u00e9: 2}]\n", problems));
    EXPECT_THAT(problems.text(),
                HasSubstr("x.yaml:1:16: duplicate key '\u00e9'\n    it stands at 1:10 already"));
}

TEST(Document, AcceptsWindowsLineEndsAndTellsTheSamePlaces)
{
    core::Problems problems;
    auto const document = parse_document("x.yaml", "a: 1\r\nb:\r\n  - x\r\n", problems);
    ASSERT_TRUE(document) << problems.text();
    EXPECT_EQ(document->root.find("a")->text, "1");
    EXPECT_EQ(document->root.find("b")->items[0].where.line, 3);
    EXPECT_EQ(document->root.find("b")->items[0].where.column, 5);
}

TEST(Document, StopsAnAliasBombAtItsFirstTwentyProblems)
{
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 1000; ++i) {
        auto const last = std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + last + ", *a" +
                last + "]\n";
    }
    core::Problems problems;
    EXPECT_FALSE(parse_document("x.yaml", bomb, problems));
    EXPECT_EQ(problems.size(), 21U);
    EXPECT_THAT(problems.text(),
                HasSubstr("too many problems; the rest of this file was not read"));
}

TEST(Document, SaysWhatIsWrongWithAFileBeforeReadingIt)
{
    test::TemporaryFolder const folder;
    std::filesystem::create_directory(folder.path() / "directory.yaml");
    auto const huge = folder.write("huge.yaml", "a: 1\n");
    std::filesystem::resize_file(huge, 100U * 1024U * 1024U);
    auto const binary = folder.write("binary.yaml", std::string_view{"\x7f"
                                                                     "ELF\x02\x01\x00",
                                                                     7});
    auto const latin = folder.write("latin.yaml", "a: caf\xe9\n");
    core::Problems problems;
    for (auto const* name :
         {"directory.yaml", "huge.yaml", "binary.yaml", "latin.yaml", "missing.yaml"}) {
        auto const before = problems.size();
        EXPECT_FALSE(read_document(folder.path() / name, problems)) << name;
        EXPECT_EQ(problems.size(), before + 1) << name;
    }
    auto const text = folder.shorten(problems.text());
    EXPECT_THAT(text, HasSubstr("directory.yaml: is a directory"));
    EXPECT_THAT(text, HasSubstr("huge.yaml: is larger than 8 MiB"));
    EXPECT_THAT(text, HasSubstr("binary.yaml:1:1: control character 0x7F"));
    EXPECT_THAT(text, HasSubstr("latin.yaml:1:7: byte 0xE9 is not UTF-8 text"));
    EXPECT_THAT(text, HasSubstr("missing.yaml: file not found"));
}

TEST(Document, AcceptsAByteOrderMarkAndUnicode)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("bom.yaml",
                                   "\xEF\xBB\xBF"
                                   "name: \u00a3m \u2014 Durham\n");
    core::Problems problems;
    auto const document = read_document(file, problems);
    ASSERT_TRUE(document) << problems.text();
    EXPECT_EQ(document->root.find("name")->text, "\u00a3m \u2014 Durham");
    EXPECT_EQ(document->root.keys[0].where.column, 1);
}
}  // namespace
}  // namespace concordat::config
