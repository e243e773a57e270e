// Assumptions that known facts do not rule out, and comparisons that take them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat
{
namespace
{
using nlohmann::json;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;

/// What the model gives where 14 per cent of indicators lack a baseline and two late demands are made; nothing
/// else is known.
constexpr char const* twin = R"(scenarios: {agreements: laa_2008}
assumptions:
  - {over: {population.indicators.missing_baseline: [0.02, 0.25]}, label: missing baselines, reason: r}
  - {over: {selection.departments.late_demands: [0, 4]}, label: late demands, reason: r}
facts:
  - name: late demands
    quantity: {outcome: late_demands, of: agreements}
    observed: LATE
    interval: [LATE_LOW, LATE_HIGH]
    discrepancy: 0
    reason: the model itself
    source: {assumption: a twin of the model}
)";

std::string replace_all(std::string text, std::string const& what, std::string const& by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

double late_demands_at(double given)
{
    auto const ended = run({"run", "laa_2008", "--replicates", "8", "--seed", "77", "--json", "--quiet", "--record", "nation", "--set",
                            "selection.departments.late_demands=" + std::to_string(given)});
    auto const answer = json::parse(ended.out);
    for (auto const& one : answer.at("results")) {
        if (one.at("outcome") == "late_demands") return one.at("values").at("mean").get<double>();
    }
    throw std::runtime_error{"there are no late demands"};
}

std::vector<std::vector<std::string>> read_rows(std::filesystem::path const& file)
{
    std::istringstream in{read_text(file)};
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        auto& row = rows.emplace_back();
        std::istringstream cells{line};
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
}

class Calibration : public testing::Test
{
  protected:
    Calibration()
    {
        double const truth = late_demands_at(2.4);
        auto text = replace_all(twin, "LATE_LOW", std::to_string(truth - 0.3));
        text = replace_all(text, "LATE_HIGH", std::to_string(truth + 0.3));
        file_ = folder_.write("calibration.yaml", replace_all(text, "LATE", std::to_string(truth)));
    }

    test::Ended calibrate(std::string const& out, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{"calibrate", file_.string(), "--seed", "5",    "--waves",  "1",       "--points",
                                           "16",        "--size",       "6",      "--quiet", "--replicates", "1", "--out", (folder_.path() / out).string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }

    test::TemporaryFolder folder_{};
    std::filesystem::path file_{};
};
}  // namespace

TEST_F(Calibration, FindsWhatATwinOfTheModelWasMadeOf)
{
    auto const ended = calibrate("found");
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("points that no fact rules out"), HasSubstr("late demands"), HasSubstr("holds"),
                                 HasSubstr("Not moved by any fact: missing baselines")));
    auto const rows = read_rows(folder_.path() / "found/ensemble.csv");
    ASSERT_GE(rows.size(), 4U);
    ASSERT_EQ(rows[0][1], "selection.departments.late_demands");
    for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_NEAR(std::stod(rows[i][1]), 2.4, 1.2) << "of 0 to 4";
    EXPECT_THAT(read_text(folder_.path() / "found/ensemble.yaml"),
                AllOf(HasSubstr("share_of_prior"), HasSubstr("held: true"), HasSubstr("moved: false"), HasSubstr("seed: 5")));

    // Comparisons take it: the same point in both scenarios, another one in the next replicate.
    auto const compared = run({"compare", "laa_2008", "ifg_18", "--replicates", "2", "--seed", "3", "--assumptions",
                               (folder_.path() / "found/ensemble.csv").string(), "--quiet", "--out", (folder_.path() / "study").string()});
    ASSERT_EQ(compared.code, 0) << compared.err;
    EXPECT_THAT(compared.out, HasSubstr("Luck and assumptions"));
    auto const again = run({"run", "laa_2008", "--replicates", "1", "--seed", "3", "--quiet", "--json", "--set",
                            "selection.departments.late_demands=" + rows[1][1], "--set",
                            "population.indicators.missing_baseline=" + rows[1][0]});
    auto const first = run({"rerun", (folder_.path() / "study").string(), "--replicate", "0"});
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("bit for bit"));
    double alone = 0.0;
    auto const answer = json::parse(again.out);
    for (auto const& one : answer.at("results")) {
        if (alone == 0.0 && one.at("outcome") == "welfare") alone = one.at("values").at("mean").get<double>();
    }
    EXPECT_NE(alone, 0.0);
    EXPECT_THAT(read_text(folder_.path() / "study/results.csv"), HasSubstr(fmt::format("{}", alone)))
        << "replicate 0 is the run whose parameters were set to those of point 1";
}

TEST_F(Calibration, GoesOnWhereItWasStopped)
{
    auto const whole = calibrate("whole");
    ASSERT_EQ(whole.code, 0) << whole.err;
    auto const stopped = calibrate("parts", {"--time-limit", "0.02s", "--threads", "1"});
    EXPECT_EQ(stopped.code, 130);
    EXPECT_THAT(stopped.err, HasSubstr("the same command with --seed 5 goes on"));
    auto const rest = calibrate("parts");
    ASSERT_EQ(rest.code, 0) << rest.err;
    for (auto const* const name : {"ensemble.csv", "ensemble.yaml", "wave_1.csv", "members.csv"}) {
        EXPECT_EQ(read_text(folder_.path() / "parts" / name), read_text(folder_.path() / "whole" / name)) << name;
    }
    auto wave = read_text(folder_.path() / "parts/wave_1.csv");
    wave.replace(wave.find("\n1,0,0.") + 8, 1, "9");
    folder_.write("parts/wave_1.csv", wave);
    auto const strange = calibrate("parts");
    EXPECT_EQ(strange.code, 1);
    EXPECT_THAT(strange.err, HasSubstr("is not the wave that this calibration left there"));
    auto const other = calibrate("parts", {"--cutoff", "2"});
    EXPECT_EQ(other.code, 1);
    EXPECT_THAT(other.err, HasSubstr("holds another calibration"));
    auto const note = folder_.write("parts/notes.txt", "mine");
    EXPECT_EQ(calibrate("parts", {"--cutoff", "2.5", "--force"}).code, 0);
    EXPECT_EQ(read_text(note), "mine") << "what somebody else put there stays";
    EXPECT_NE(read_text(folder_.path() / "parts/calibration.json"), read_text(folder_.path() / "whole/calibration.json"));
}

TEST(CalibrationInput, IsCheckedBeforeAnythingIsRun)
{
    test::TemporaryFolder folder;
    auto const file = folder.write("calibration.yaml", replace_all(twin, "late_demands, of", "late_demand, of"));
    auto const ended = run({"calibrate", file.string(), "--points", "x", "--cutoff", "0", "--out", (folder.path() / "out").string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("--points"), HasSubstr("--cutoff"), HasSubstr("'interval'")));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST(Assumptions, OfAPackWithoutAnEnsembleOrOfSavedStatesAreFixed)
{
    auto const unknown = run({"compare", "laa_2008", "ifg_18", "--assumptions", "no_such_file.csv"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.err, HasSubstr("no_such_file.csv"));
    auto const behaviours = run({"compare", "laa_2008", "ifg_18", "--behaviours", "adaptiv,adaptive,adaptive"});
    EXPECT_EQ(behaviours.code, 2);
    EXPECT_THAT(behaviours.err, AllOf(HasSubstr("did you mean 'adaptive'?"), HasSubstr("stands twice")));
}
}  // namespace concordat
