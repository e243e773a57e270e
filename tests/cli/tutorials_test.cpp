// The tutorials of docs/tutorials are run as they stand there, and print what they quote.
//   ```sh         a script for the shell; it ends with 0, or with N where its last line ends in "# ends with N"
//   ```text       behind it: lines that it prints; "..." alone stands for any lines, within a line for any text
//   ```yaml       a file, whose name stands in its first line: # my_reform.yaml
//   ```console    what is typed elsewhere, such as an installation; it is not run
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "tests/cli/tutorial.hpp"

namespace concordat
{
namespace
{
using test::Block;
using test::split_lines;
using Lines = std::vector<std::string>;

constexpr char const* dots = "...";

bool quotes(std::string const& quoted, std::string const& printed)
{
    auto const cut = quoted.find(dots);
    if (cut == std::string::npos) return quoted == printed;
    auto const head = quoted.substr(0, cut), tail = quoted.substr(cut + 3);
    return printed.size() >= head.size() + tail.size() && printed.rfind(head, 0) == 0 &&
           printed.compare(printed.size() - tail.size(), tail.size(), tail) == 0;
}

/// How many quoted lines from `first` on, up to dots, stand one after another in `printed` from `at` on.
std::size_t count_quoted(Lines const& quoted, std::size_t first, Lines const& printed, std::size_t at)
{
    std::size_t n = 0;
    while (first + n < quoted.size() && quoted[first + n] != dots && at + n < printed.size() &&
           quotes(quoted[first + n], printed[at + n])) {
        ++n;
    }
    return n;
}

/// The first line of a quotation that is not where it should be in what was printed, or nothing.
std::optional<std::string> find_misquoted(Lines const& quoted, Lines const& printed)
{
    std::size_t at = 0;
    for (std::size_t first = 0; first < quoted.size(); ++first) {
        auto const end = std::find(quoted.begin() + static_cast<std::ptrdiff_t>(first), quoted.end(), dots);
        auto const wanted = static_cast<std::size_t>(end - quoted.begin()) - first;
        std::size_t most = 0;
        for (; at <= printed.size(); ++at) {
            auto const n = count_quoted(quoted, first, printed, at);
            if (n == wanted) break;
            most = std::max(most, n);
        }
        if (at > printed.size()) return quoted[first + most];
        at += wanted;
        first += wanted;
    }
    return std::nullopt;
}

/// The code that a script is to end with.
int read_expected_code(std::string const& script)
{
    std::string const mark = "# ends with ";
    auto const at = script.rfind(mark);
    return at == std::string::npos ? 0 : std::stoi(script.substr(at + mark.size()));
}

/// Keeps a block's file under the name in its first line.
void write_file(test::TemporaryFolder const& folder, Block const& block)
{
    auto const first = split_lines(block.text).front();
    ASSERT_EQ(first.rfind("# ", 0), 0U) << "line " << block.line << ": the first line names the file";
    (void)folder.write(first.substr(2), block.text);
}

class Tutorials : public testing::TestWithParam<char const*>
{};
}  // namespace

TEST_P(Tutorials, RunAsTheyStandThereAndPrintWhatTheyQuote)
{
    test::TemporaryFolder const folder;
    Lines printed;
    std::size_t scripts = 0, quotations = 0;
    for (auto const& block : test::read_blocks(GetParam())) {
        SCOPED_TRACE(std::string{GetParam()} + ", line " + std::to_string(block.line));
        if (block.language == "yaml") {
            write_file(folder, block);
        } else if (block.language == "sh") {
            auto const ended = test::run_script(folder, "bash -e", block.text);
            ASSERT_EQ(ended.code, read_expected_code(block.text)) << ended.err;
            printed = split_lines(ended.out + ended.err);
            ++scripts;
        } else if (block.language == "text") {
            auto const misquoted = find_misquoted(split_lines(block.text), printed);
            EXPECT_FALSE(misquoted) << "not printed, or not there: " << misquoted.value_or("");
            ++quotations;
        } else {
            EXPECT_EQ(block.language, "console") << "is neither run nor read";
        }
    }
    EXPECT_GE(scripts, 5U);
    EXPECT_GE(quotations, 5U);
}

INSTANTIATE_TEST_SUITE_P(Of, Tutorials, testing::Values("first_study.md", "writing_a_reform.md", "teaching_incentives.md"));

TEST(Quotations, HoldLineForLineAndMayBeCut)
{
    Lines const printed{"one", "two", "", "three is long", "four"};
    for (auto const& good : {Lines{"two", ""}, {"one", "...", "four"}, {"thr...long", "four"}, {"...", "two"}, {"two", "..."}}) {
        EXPECT_EQ(find_misquoted(good, printed), std::nullopt) << good.front();
    }
    EXPECT_EQ(find_misquoted({"one", ""}, printed), "");
    EXPECT_EQ(find_misquoted({"four", "...", "one"}, printed), "one");
    EXPECT_EQ(find_misquoted({"two", "three is long"}, printed), "three is long");
    EXPECT_EQ(find_misquoted({"three...short"}, printed), "three...short");
    EXPECT_EQ(find_misquoted({"four", "five"}, printed), "five");
}
}  // namespace concordat
