#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::read_text;

/// The tables of a small study.
struct Tables
{
    std::string results{};
    std::string summary{};
    std::string comparison{};
    bool operator==(Tables const&) const = default;
};

Tables run_study(std::vector<std::string> const& more,
                 test::Program::Environment const& environment = {})
{
    test::TemporaryFolder const folder;
    auto const out = folder / "study";
    std::vector<std::string> arguments{
        "compare", "laa_2008", "ifg_18",     "ifg_14_tournaments", "--seed", "20",
        "--quiet", "--out",    out.string(), "--replicates",       "5"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    auto const ended = test::run(arguments, environment);
    EXPECT_EQ(ended.code, 0) << ended.err;
    return {read_text(out / "results.csv"), read_text(out / "summary.csv"), read_text(out / "comparison.csv")};
}

Tables const& usual()
{
    static Tables const tables = run_study({"--threads", "1"});
    return tables;
}

void reverse_rows(fs::path const& table)
{
    std::istringstream in{read_text(table)};
    std::string header;
    std::getline(in, header);
    std::vector<std::string> rows;
    for (std::string row; std::getline(in, row);) rows.push_back(row);
    std::reverse(rows.begin(), rows.end());
    std::ofstream out{table, std::ios::binary};
    out << header << "\n";
    for (auto const& row : rows) out << row << "\n";
}
}  // namespace

TEST(SameBytes, ForAnyNumberOfThreads)
{
    ASSERT_GT(usual().results.size(), 1000U);
    EXPECT_EQ(run_study({"--threads", "2"}), usual());
    EXPECT_EQ(run_study({"--threads", "7"}), usual());
}

TEST(SameBytes, WithOtherRoutinesOfTheCLibrary)
{
    EXPECT_EQ(run_study({}, {{"GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-AVX2"}}), usual());
    EXPECT_EQ(run_study({}, {{"GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA_Usable,-AVX2_Usable"}}),
              usual());
}

TEST(SameBytes, ForAPackWhoseRowsStandInAnotherOrder)
{
    test::TemporaryFolder const folder;
    auto const scenarios = folder / "scenarios";
    fs::copy(fs::path{CONCORDAT_SOURCE_DIR} / "scenarios", scenarios, fs::copy_options::recursive);
    int tables = 0;
    for (auto const& entry : fs::directory_iterator{scenarios / "england_2008"}) {
        // Which replicate has which point of the ensemble is told by the order of its rows.
        if (entry.path().extension() != ".csv" || entry.path().stem() == "ensemble") continue;
        reverse_rows(entry.path());
        ++tables;
    }
    ASSERT_GE(tables, 8);
    EXPECT_EQ(run_study({"--scenarios", scenarios.string()}), usual());
    EXPECT_EQ(run_study({}, {{"CONCORDAT_SCENARIOS", scenarios.string()}}), usual());
}

TEST(SameBytes, NotForAnotherSeed)
{
    test::TemporaryFolder const folder;
    auto const out = folder / "study";
    auto const ended = test::run({"compare", "laa_2008", "ifg_18", "ifg_14_tournaments", "--seed",
                                  "21", "--quiet", "--replicates", "5", "--out", out.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_NE(read_text(out / "summary.csv"), usual().summary);
}
}  // namespace concordat
