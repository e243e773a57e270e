// Other tools open the results: the tutorials of docs/tutorials are run as they stand there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/cli/tutorial.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::read_text;
using testing::HasSubstr;

constexpr char const* folder_of_study = "results/reforms";

/// All blocks of a tutorial in a language, in order.
std::string read_code(std::string const& tutorial, std::string const& language)
{
    std::string code;
    for (auto const& block : test::read_blocks(tutorial)) {
        if (block.language == language) code += block.text;
    }
    return code;
}

/// The command of a tutorial, with few replicates so that it is quick.
std::vector<std::string> read_study_command(std::string const& tutorial)
{
    std::istringstream in{read_code(tutorial, "sh")};
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    words.erase(words.begin());
    *(std::find(words.begin(), words.end(), "--replicates") + 1) = "6";
    words.emplace_back("--quiet");
    return words;
}

/// The study of both tutorials in a folder where their code can be run.
class Reading : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        folder_ = new test::TemporaryFolder;
        auto command = read_study_command("reading_results_in_python.md");
        ASSERT_EQ(command, read_study_command("reading_results_in_r.md"));
        auto const out = std::find(command.begin(), command.end(), folder_of_study);
        ASSERT_NE(out, command.end());
        *out = (*folder_ / folder_of_study).string();
        auto const ended = test::run(command);
        ASSERT_EQ(ended.code, 0) << ended.err;
    }
    static void TearDownTestSuite()
    {
        delete folder_;
        folder_ = nullptr;
    }

    static test::Ended run_script(std::string const& interpreter, std::string const& code)
    {
        return test::run_script(*folder_, interpreter, code);
    }
    static fs::path study() { return *folder_ / folder_of_study; }

  private:
    static test::TemporaryFolder* folder_;
};
test::TemporaryFolder* Reading::folder_ = nullptr;

/// Splits a line of CSV whose fields may be quoted.
std::vector<std::string> split_csv(std::string const& line)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (char const c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

/// A field of summary.csv for the reform of the tutorials.
double read_summary(fs::path const& study, std::string const& group, std::string const& column)
{
    std::ifstream in{study / "summary.csv"};
    std::string line;
    std::getline(in, line);
    auto const header = split_csv(line);
    auto const place = [&](std::string const& name) { return std::find(header.begin(), header.end(), name) - header.begin(); };
    while (std::getline(in, line)) {
        auto const row = split_csv(line);
        if (row[place("scenario")] == "laa_2008+ifg_18_double_reward_grant" && row[place("group")] == group &&
            row[place("period")] == "round" && row[place("outcome")] == "true_gain") {
            return std::stod(row.at(place(column)));
        }
    }
    throw std::runtime_error{"summary.csv has no row for " + group};
}

double printed_number(std::string const& text, std::string const& label)
{
    auto const start = text.find(label + ": ");
    if (start == std::string::npos) throw std::runtime_error{"nothing printed after '" + label + "'"};
    return std::stod(text.substr(start + label.size() + 2));
}

void expect_numbers_of_summary(std::string const& printed, fs::path const& study)
{
    std::map<std::string, std::pair<std::string, std::string>> const rows{
        {"mean difference", {"nation:England", "difference"}},
        {"difference in summary.csv", {"nation:England", "difference"}},
        {"standard error", {"nation:England", "difference_standard_error"}},
        {"5 per cent of replicates are below", {"nation:England", "difference_q05"}},
        {"5 per cent of replicates are above", {"nation:England", "difference_q95"}},
        {"mean difference in Leeds", {"area:Leeds", "difference"}}};
    constexpr double seven_digits = 1e-6;  // R prints no more
    for (auto const& [label, place] : rows) {
        auto const expected = read_summary(study, place.first, place.second);
        EXPECT_NEAR(printed_number(printed, label), expected, seven_digits * std::abs(expected)) << label;
    }
    EXPECT_NE(read_summary(study, "nation:England", "difference"), 0.0);
}
}  // namespace

TEST_F(Reading, TutorialForPythonRunsAndPrintsTheNumbersOfTheSummary)
{
    std::string const python = "/usr/bin/python3";
    if (run_script(python, "import xarray, netCDF4").code != 0) GTEST_SKIP() << "there is no xarray: scripts/setup-packages tests";
    auto const ended = run_script(python, read_code("reading_results_in_python.md", "python"));
    ASSERT_EQ(ended.code, 0) << ended.err;
    expect_numbers_of_summary(ended.out, study());
    EXPECT_THAT(ended.out, HasSubstr("concordat compare laa_2008 ifg_18 ifg_14_tournaments"));
    EXPECT_THAT(ended.out, HasSubstr("'area': 150"));
}

TEST_F(Reading, TutorialForRRunsAndPrintsTheNumbersOfTheSummary)
{
    std::string const r = "Rscript --vanilla";
    if (run_script(r, "library(ncdf4)").code != 0) GTEST_SKIP() << "there is no ncdf4: scripts/setup-packages tests";
    auto const ended = run_script(r, read_code("reading_results_in_r.md", "r"));
    ASSERT_EQ(ended.code, 0) << ended.err;
    expect_numbers_of_summary(ended.out, study());
    EXPECT_THAT(ended.out, HasSubstr("concordat compare laa_2008 ifg_18 ifg_14_tournaments"));
}

TEST_F(Reading, TablesHaveTheSameFieldsInEveryRowAndNothingThatASpreadsheetTakesForAFormula)
{
    auto const wide = study().parent_path() / "wide.csv";
    ASSERT_EQ(test::run({"export", study().string(), "--csv", wide.string(), "--outcomes", "true_gain,hit_share"}).code, 0);
    for (auto const& file : {study() / "results.csv", study() / "summary.csv", wide}) {
        std::ifstream in{file};
        std::string line;
        std::getline(in, line);
        auto const fields = split_csv(line).size();
        for (int row = 2; std::getline(in, line); ++row) {
            auto const values = split_csv(line);
            ASSERT_EQ(values.size(), fields) << file << ", row " << row;
            for (auto const& value : values) ASSERT_TRUE(value.empty() || std::string{"=+@"}.find(value[0]) == std::string::npos) << line;
        }
    }
    EXPECT_NE(read_text(wide).find(",area,Kingston upon Hull,round,"), std::string::npos);
}
}  // namespace concordat
