#include "sim/config/csv_table.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sim/config/text_file.hpp"

namespace concordat::config
{
namespace
{
std::vector<CsvColumn> const people{{"name"}, {"age"}, {"nickname", Presence::optional}};

class CsvTableTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        auto const name = std::string{"concordat_csv_"} + testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = std::filesystem::temp_directory_path() / (name + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::optional<CsvTable> read(std::string const& text, std::vector<CsvColumn> const& columns = people)
    {
        std::ofstream{folder_ / "t.csv", std::ios::binary} << text;
        return CsvTable::read(folder_ / "t.csv", columns, problems_);
    }

    /// Problems without the folder's name, the count left out.
    std::string messages() const
    {
        auto text = problems_.text();
        auto const prefix = (folder_ / "").string();
        for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) text.erase(at, prefix.size());
        return text.substr(0, text.rfind('\n'));
    }

    std::filesystem::path folder_{};
    core::Problems problems_{};
};

TEST_F(CsvTableTest, ReadsTypedCellsAndKnowsWhereTheyStand)
{
    auto const table = read("name,age\nAda,36\n\"Byron, Lord\",4\n");
    ASSERT_TRUE(table && problems_.empty());
    ASSERT_EQ(table->row_count(), 2u);
    auto const row = table->row(1, problems_);
    EXPECT_EQ(row.text("name"), "Byron, Lord");
    EXPECT_EQ(row.integer("age", {0, 150, ""}), 4);
    EXPECT_EQ(row.position("age").line, 3);
    EXPECT_EQ(row.position("age").column, 15);
    EXPECT_TRUE(row.is_empty("nickname"));
}

TEST_F(CsvTableTest, AcceptsAByteOrderMarkWindowsLinesBlankLinesAndBlanks)
{
    auto const table = read("\xEF\xBB\xBFname,age\r\n\r\n Ada , 36\r\n");
    ASSERT_TRUE(table && problems_.empty()) << messages();
    auto const row = table->row(0, problems_);
    EXPECT_EQ(row.text("name"), "Ada");
    EXPECT_EQ(row.position("age").line, 3);
    EXPECT_EQ(row.position("age").column, 8);
}

TEST_F(CsvTableTest, CountsLinesThatEndInACarriageReturnAlone)
{
    auto const table = read("name,age\rAda,36\rBen,4\r");
    ASSERT_TRUE(table && problems_.empty()) << messages();
    ASSERT_EQ(table->row_count(), 2u);
    EXPECT_EQ(table->row(1, problems_).position("age").line, 3);
    EXPECT_EQ(table->row(1, problems_).position("age").column, 5);
}

TEST_F(CsvTableTest, CountsColumnsInCharactersAndLinesInsideQuotes)
{
    auto const table = read("name,age\n\"Zoë\nB.\",x\n\xC3\x89mile,y\n");
    ASSERT_TRUE(table);
    (void)table->row(0, problems_).integer("age", {0, 9, "years"});
    (void)table->row(1, problems_).integer("age", {0, 9, "years"});
    EXPECT_EQ(messages(),
              "t.csv:3:5: age = 'x' is not a whole number\n    allowed are whole numbers in [0, 9] (years)\n"
              "t.csv:4:7: age = 'y' is not a whole number\n    allowed are whole numbers in [0, 9] (years)");
}

TEST_F(CsvTableTest, ReportsEveryKindOfWrongHeaderAtOnce)
{
    EXPECT_TRUE(read("nmae,age,age,hat_colour_of_the_uncle\nx,1,1,x\n"));
    EXPECT_EQ(messages(),
              "t.csv:1: column 'name' is missing\n"
              "t.csv:1:1: unknown column 'nmae'\n    did you mean 'name'?\n"
              "t.csv:1:10: column 'age' stands twice\n"
              "t.csv:1:14: unknown column 'hat_colour_of_the_uncle'\n    columns are name, age, nickname");
}

TEST_F(CsvTableTest, ARaggedRowIsReportedOnceAndItsMissingCellsReadAsNothing)
{
    auto const table = read("name,age\nAda\nBen,1,2\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->row(0, problems_).integer("age", {0, 150, ""}), std::nullopt);
    EXPECT_EQ(messages(), "t.csv:2: 1 cells where the header has 2\nt.csv:3: 3 cells where the header has 2");
}

TEST_F(CsvTableTest, WrongNumbersAreNamedWithTheirPlaceAndWhatIsAllowed)
{
    auto const table = read("name,age\na,nan\nb,1e999\nc,-5\nd,\"1,5\"\ne,0x10\nf,\ng,inf\nh,+-1\n");
    ASSERT_TRUE(table);
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        EXPECT_EQ(table->row(r, problems_).number("age", {0, 150, "years"}), std::nullopt);
    }
    std::string const hint = "\n    allowed are numbers in [0, 150] (years), with a decimal point\n";
    EXPECT_EQ(messages(), "t.csv:2:3: age = 'nan' is not a number" + hint +
                              "t.csv:3:3: age = '1e999' is not a number" + hint +
                              "t.csv:4:3: age = -5 is outside [0, 150] (years)\n"
                              "t.csv:5:3: age = '1,5' is not a number" + hint +
                              "t.csv:6:3: age = '0x10' is not a number" + hint +
                              "t.csv:7:3: age is empty\n"
                              "t.csv:8:3: age = 'inf' is not a number" + hint +
                              "t.csv:9:3: age = '+-1' is not a number" + hint.substr(0, hint.size() - 1));
}

TEST_F(CsvTableTest, NumbersAreReadInFull)
{
    auto const table = read("name,age\na,1e2\nb,+.5\nc,0.1\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->row(0, problems_).number("age", {0, 150, ""}), 100);
    EXPECT_EQ(table->row(1, problems_).number("age", {0, 150, ""}), .5);
    EXPECT_EQ(table->row(2, problems_).number("age", {0, 150, ""}), .1);
    EXPECT_EQ(table->row(2, problems_).integer("age", {0, 150, ""}), std::nullopt);
}

TEST_F(CsvTableTest, FlagsAreYesOrNo)
{
    auto const table = read("name,age\na,yes\nb,no\nc,1\nd,0\ne,true\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->row(0, problems_).flag("age"), true);
    EXPECT_EQ(table->row(1, problems_).flag("age"), false);
    EXPECT_EQ(table->row(2, problems_).flag("age"), true);
    EXPECT_EQ(table->row(3, problems_).flag("age"), false);
    EXPECT_TRUE(problems_.empty());
    EXPECT_EQ(table->row(4, problems_).flag("age"), std::nullopt);
    EXPECT_EQ(messages(), "t.csv:6:3: age = 'true' is neither yes nor no");
}

TEST_F(CsvTableTest, ChoicesSuggestTheNearestName)
{
    auto const table = read("name,age\nred,red; blue\ngreem,red;;red\n");
    ASSERT_TRUE(table);
    std::vector<std::string> const colours{"red", "green", "blue"};
    EXPECT_EQ(table->row(0, problems_).choice("name", "colour", colours), 0);
    EXPECT_EQ(table->row(0, problems_).choices("age", "colour", colours), (std::vector<int>{0, 2}));
    EXPECT_TRUE(problems_.empty());
    EXPECT_EQ(table->row(1, problems_).choice("name", "colour", colours), std::nullopt);
    EXPECT_EQ(table->row(1, problems_).choices("age", "colour", colours), std::vector<int>{0});
    EXPECT_EQ(messages(),
              "t.csv:3:1: unknown colour 'greem'\n    did you mean 'green'?\n"
              "t.csv:3:7: unknown colour ''\n    known are red, green, blue\n"
              "t.csv:3:7: colour 'red' stands twice");
}

TEST_F(CsvTableTest, QuotesAreStrict)
{
    EXPECT_FALSE(read("name,age\nA\"da,1\n"));
    EXPECT_FALSE(read("name,age\n\"Ada\"x,1\n"));
    EXPECT_FALSE(read("name,age\nBen,2\n\"Ada,1\n"));
    EXPECT_EQ(messages(),
              "t.csv:2:2: a quote stands inside a cell\n    put the whole cell in quotes and write a quote inside it twice\n"
              "t.csv:2:6: a quote stands inside a cell\n    put the whole cell in quotes and write a quote inside it twice\n"
              "t.csv:3:1: the quote that opens this cell is never closed");
}

TEST_F(CsvTableTest, WhatIsNoTextIsRefused)
{
    EXPECT_FALSE(read("name,age\nZo\xEB,1\n"));
    EXPECT_FALSE(read(std::string{"name\0,age\n", 10}));
    EXPECT_FALSE(read("name,age\n\xED\xA0\x80,1\n"));
    EXPECT_EQ(messages(), "t.csv:1:5: control character 0x00 is not allowed\n"
                          "t.csv:2:1: byte 0xED is not UTF-8 text\n"
                          "t.csv:2:3: byte 0xEB is not UTF-8 text");
}

TEST_F(CsvTableTest, WhatIsNoFileIsRefused)
{
    std::filesystem::create_directory(folder_ / "folder.csv");
    EXPECT_FALSE(CsvTable::read(folder_ / "folder.csv", people, problems_));
    EXPECT_FALSE(CsvTable::read(folder_ / "nowhere.csv", people, problems_));
    EXPECT_FALSE(read(""));
    EXPECT_EQ(messages(), "folder.csv: is a directory; a file is needed\nnowhere.csv: file not found\nt.csv: is empty");
}

TEST_F(CsvTableTest, ATableNeedsAHeaderAndRows)
{
    EXPECT_FALSE(read("\n\n"));
    EXPECT_TRUE(read("name,age\n"));
    EXPECT_EQ(messages(), "t.csv: has no header line\nt.csv: has a header but no rows");
}

TEST_F(CsvTableTest, TextBeyondEightMebibytesIsNotRead)
{
    EXPECT_FALSE(read(std::string(largest_text + 1, 'x')));
    EXPECT_EQ(messages(), "t.csv: is larger than 8 MiB");
}

TEST_F(CsvTableTest, OneMistakeInEveryRowDoesNotFloodTheTerminal)
{
    std::string text = "name,age\n";
    for (int k = 0; k < 1000; ++k) text += "x\n";
    EXPECT_TRUE(read(text));
    EXPECT_EQ(problems_.size(), 21u);
    EXPECT_EQ(problems_.list().back().message, "980 more rows have too many or too few cells");
}

TEST_F(CsvTableTest, ATableHasAtMostAHundredThousandRows)
{
    std::string text = "name,age\n";
    for (std::size_t k = 0; k <= most_rows; ++k) text += "x,1\n";
    EXPECT_FALSE(read(text));
    EXPECT_EQ(messages(), "t.csv: has 100001 rows; at most 100000 are read");
}

TEST_F(CsvTableTest, LongTextIsCutInMessages)
{
    auto const table = read("name,age\na," + std::string(500, '9') + "x\n");
    ASSERT_TRUE(table);
    (void)table->row(0, problems_).integer("age", {0, 1, ""});
    EXPECT_EQ(messages(), "t.csv:2:3: age = '" + std::string(60, '9') +
                              "...' is not a whole number\n    allowed are whole numbers in [0, 1]");
}
}  // namespace
}  // namespace concordat::config
