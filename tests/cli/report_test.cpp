// The report as a reader has it: written by the program, looked at in a headless browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
namespace files = std::filesystem;
using nlohmann::json;
using test::run;
using testing::HasSubstr;
using testing::IsEmpty;

/// Only tests of the whole tree have a node; a program without the page has no report to look at.
bool has_page() { return std::string_view{CONCORDAT_NODE} != ""; }

std::string find_browser()
{
    for (auto const* const path : {"/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"}) {
        if (files::exists(path)) return path;
    }
    return {};
}

/// A study of two reforms, areas and indicators recorded, and its report; made once.
class Study
{
  public:
    Study()
    {
        ended = run({"compare", "laa_2008", "ifg_18", "cap_20", "--replicates", "6", "--seed", "42", "--out", (folder / "study").string(), "--quiet"});
    }
    [[nodiscard]] files::path report() const { return folder / "study" / "report.html"; }

    test::TemporaryFolder folder{};
    test::Ended ended{};
};

Study const& study()
{
    static Study const one;
    return one;
}

/// Rows of summary.csv by "scenario|outcome|column": the nation, the whole round.
std::map<std::string, std::string> read_summary(files::path const& file)
{
    std::istringstream in{test::read_text(file)};
    auto const split = [](std::string const& line) {
        std::vector<std::string> fields;
        std::istringstream words{line};
        for (std::string field; std::getline(words, field, ',');) fields.push_back(field);
        return fields;
    };
    std::string line;
    std::getline(in, line);
    auto const header = split(line);
    std::map<std::string, std::string> found;
    while (std::getline(in, line)) {
        auto const fields = split(line);
        if (fields.at(1) != "nation:England" || fields.at(2) != "round") continue;
        for (std::size_t k = 0; k < fields.size(); ++k) found[fields[0] + "|" + fields.at(3) + "|" + header[k]] = fields[k];
    }
    return found;
}

/// What the page calls the columns of summary.csv.
std::string column_of(std::string const& key)
{
    static std::map<std::string, std::string> const names{
        {"mean", "mean"}, {"low", "q05"}, {"high", "q95"}, {"error", "standard_error"}, {"change", "difference"},
        {"change_low", "difference_q05"}, {"change_high", "difference_q95"},
        {"change_error", "difference_standard_error"}, {"relative", "relative_change"}, {"better", "probability_better"}};
    return names.at(key);
}
}  // namespace

TEST(Report, StandsBesideAComparisonAndIsNamedWithTheAnswerInOneSentence)
{
    if (!has_page()) GTEST_SKIP() << "built without the page of reports";
    ASSERT_EQ(study().ended.code, 0) << study().ended.err;
    EXPECT_TRUE(files::exists(study().report()));
    EXPECT_LT(files::file_size(study().report()), 1'500'000U);
    for (auto const* const text : {"Report: ", "report.html", "Of 2 reforms", "Monte Carlo", "by luck", "better in"}) {
        EXPECT_THAT(study().ended.out, HasSubstr(text));
    }
}

TEST(Report, IsTheSameWhenItIsWrittenAgain)
{
    if (!has_page()) GTEST_SKIP() << "built without the page of reports";
    auto const again = study().folder / "again.html";
    auto const ended = run({"report", (study().folder / "study").string(), "--out", again.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("Report: " + again.string()));
    EXPECT_EQ(test::read_text(again), test::read_text(study().report()));
}

TEST(Report, IsLeftOutOnRequest)
{
    test::TemporaryFolder const folder;
    auto const out = (folder / "study").string();
    auto const ended = run({"compare", "laa_2008", "cap_20", "--replicates", "1", "--out", out, "--no-report", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_FALSE(files::exists(folder / "study" / "report.html"));
}

TEST(Report, SaysWhatIsThereInsteadOfAStudy)
{
    test::TemporaryFolder const folder;
    auto const none = run({"report", (folder / "nothing").string()});
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.err, HasSubstr("there is no study here"));
    auto const other = run({"report", folder.path().string()});
    EXPECT_EQ(other.code, 1);
    EXPECT_THAT(other.err, HasSubstr("there is no study here"));
}

TEST(Report, ReadsWellInABrowserWithoutANetwork)
{
    if (!has_page()) GTEST_SKIP() << "built without the page of reports";
    auto const browser = find_browser();
    if (browser.empty()) GTEST_SKIP() << "there is no chromium (scripts/test installs it)";
    auto const pictures = files::path{CONCORDAT_BINARY_DIR} / "report_pictures";
    files::create_directories(pictures);
    auto const out = (pictures / "seen.json").string(), err = (pictures / "errors.txt").string();
    auto const line = std::string{CONCORDAT_NODE} + " '" CONCORDAT_SOURCE_DIR "/tests/cli/browser/look_at_report.mjs' " +
                      browser + " '" + study().report().string() + "' '" + pictures.string() + "' >'" + out + "' 2>'" + err + "'";
    ASSERT_EQ(std::system(line.c_str()), 0) << test::read_text(err);
    auto const seen = json::parse(test::read_text(out));

    EXPECT_THAT(seen.at("errors"), IsEmpty()) << seen.at("errors");
    EXPECT_THAT(seen.at("requests"), IsEmpty()) << seen.at("requests");
    auto const& page = seen.at("page");
    EXPECT_EQ(page.at("sections").size(), 12U);
    EXPECT_GT(page.at("charts"), 20);
    EXPECT_EQ(page.at("tiles"), 150);
    EXPECT_EQ(page.at("unnamed"), 0) << "every chart and control has a name for those who do not see it";
    EXPECT_EQ(page.at("headings").at(0), 1);
    EXPECT_LE(page.at("wide"), 1180);
    EXPECT_GE(seen.at("choices"), 10) << "choosing something else draws something else";
    EXPECT_THAT(seen.at("readout").get<std::string>(), HasSubstr("Monte Carlo error"));
    EXPECT_NE(seen.at("readout"), seen.at("firstTile")) << "an arrow key moves to another area";
    EXPECT_NE(seen.at("darkBackground"), seen.at("lightBackground"));
    EXPECT_LE(seen.at("phoneWidth"), 390) << "a phone need not scroll sideways";
    EXPECT_GE(seen.at("pages"), 3);

    auto const summary = read_summary(study().folder / "study" / "summary.csv");
    std::size_t compared = 0;
    for (auto const& number : seen.at("numbers")) {
        std::istringstream key{number.at(0).get<std::string>()};
        std::array<std::string, 4> words;  // scenario, design point, outcome, column
        for (auto& word : words) std::getline(key, word, '|');
        auto const expected = summary.at(words[0] + "|" + words[2] + "|" + column_of(words[3]));
        double const shown = std::strtod(number.at(1).get<std::string>().c_str(), nullptr);
        double const stored = std::strtod(expected.c_str(), nullptr);
        bool const headline = words[2] == "true_gain" || words[2] == "welfare" || words[2] == "exchequer_cost";
        EXPECT_NEAR(shown, stored, headline ? 0.0 : 1e-6 * std::abs(stored)) << number;
        ++compared;
    }
    EXPECT_GT(compared, 100U);
}
}  // namespace concordat
