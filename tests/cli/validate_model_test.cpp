// The model against what is known and was not fitted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using Row = std::map<std::string, std::string>;

/// Cells of a table without quotes, by column.
std::vector<Row> read_rows(std::filesystem::path const& file)
{
    std::istringstream in{read_text(file)};
    std::vector<std::string> header;
    std::vector<Row> rows;
    for (std::string line; std::getline(in, line);) {
        std::istringstream cells{line};
        std::size_t k = 0;
        bool const first = header.empty();
        if (!first) rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ','); ++k) {
            if (first) {
                header.push_back(cell);
            } else if (k < header.size()) {
                rows.back()[header[k]] = cell;
            }
        }
    }
    return rows;
}

/// Replicates of one column of results.csv in order.
std::vector<double> read_results(std::filesystem::path const& file, std::string const& outcome, std::string const& group)
{
    std::vector<double> values;
    for (auto const& row : read_rows(file)) {
        if (row.at("outcome") == outcome && row.at("group") == group && row.at("period") == "round") values.push_back(std::stod(row.at("value")));
    }
    return values;
}

constexpr char const* facts = R"(scenarios: {agreements: laa_2008}
facts:
  - {name: inside, section: A, of: agreements, quantity: {outcome: picks_per_area}, known: 31.26, source: {title: R}}
  - {name: outside, section: A, of: agreements, quantity: {outcome: picks_per_area}, known: 40, source: {title: R}}
  - {name: touched, section: A, of: agreements, quantity: {outcome: picks_per_area}, known: [20, 31], source: {title: R}}
  - {name: half, section: A, of: agreements, quantity: {outcome: picks_per_area, per: 2}, source: {title: R}}
  - {name: itself, section: A, of: agreements, quantity: {outcome: picks_per_area, per: picks_per_area}, known: 1, source: {title: R}}
  - {name: enough, section: B, of: agreements, quantity: {outcome: picks_per_area}, bound: at_least, known: 30, source: {title: R}}
  - {name: too many, section: B, of: agreements, quantity: {outcome: picks_per_area}, bound: at_most, known: 30, source: {title: R}}
  - {name: there, section: B, of: agreements, quantity: {outcome: picks_per_area}, bound: exists, source: {title: R}}
  - {name: one region, section: B, of: agreements, quantity: {outcome: picks_per_area, group: {region: London}}, source: {title: R}}
  - {name: largest region, section: B, of: agreements, quantity: {outcome: picks_per_area, groups: region, take: largest}, source: {title: R}}
  - {name: mean pick, section: B, of: agreements, quantity: {outcome: picks, groups: indicator, take: mean}, source: {title: R}}
  - {name: all favourites, section: B, of: agreements, implied: [agreements], quantity: {outcome: picks, groups: indicator, take: {share_of_largest: 182}}, known: 1, source: {title: R}}
)";

class ModelValidation : public testing::Test
{
  protected:
    test::Ended validate(std::string const& text, std::vector<std::string> more = {}) const
    {
        auto const file = folder_.write("validation.yaml", text).string();
        std::vector<std::string> arguments{"validate-model", file, "--seed", "5", "--replicates", "20", "--assumptions", "fixed", "--quiet"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }

    test::TemporaryFolder folder_{};
};
}  // namespace

TEST_F(ModelValidation, ScoresEachKindOfFactByTheRunsItself)
{
    auto const out = folder_.path() / "out";
    auto const ended = validate(facts, {"--out", out.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("20 replicates, seed 5; intervals over luck alone"), HasSubstr("all favourites *"),
                                 HasSubstr("Hits: 1 of 1 that the fit implies (*), 5 of 7 held-out facts.")));
    std::map<std::string, Row> rows;
    for (auto& row : read_rows(out / "validation.csv")) rows[row.at("fact")] = row;
    for (auto const* const name : {"inside", "touched", "itself", "enough", "there", "all favourites"}) EXPECT_EQ(rows.at(name).at("verdict"), "hit") << name;
    for (auto const* const name : {"outside", "too many"}) EXPECT_EQ(rows.at(name).at("verdict"), "miss") << name;
    EXPECT_EQ(rows.at("half").at("verdict"), "");
    EXPECT_EQ(rows.at("half").at("use"), "prediction");
    double const picks = std::stod(rows.at("inside").at("mean"));
    EXPECT_NEAR(std::stod(rows.at("half").at("mean")), picks / 2.0, 1e-9);
    EXPECT_EQ(rows.at("itself").at("mean"), "1");
    EXPECT_NEAR(std::stod(rows.at("mean pick").at("mean")), picks * 150.0 / 182.0, 1e-9);
    EXPECT_GT(std::stod(rows.at("largest region").at("mean")), std::stod(rows.at("one region").at("mean")));
    EXPECT_THAT(read_text(out / "validation.md"), AllOf(HasSubstr("### A\n\n| fact | known | simulated | |\n|---|--:|--:|---|\n"),
                                                        HasSubstr("| outside | 40 |"), HasSubstr("**miss**")));

    // The same luck as a run has: its results give the mean and the quantiles.
    auto const study = (folder_.path() / "run").string();
    ASSERT_EQ(run({"run", "laa_2008", "--seed", "5", "--replicates", "20", "--record", "nation,region:picks_per_area", "--no-netcdf", "--quiet",
                   "--out", study})
                  .code,
              0);
    auto values = read_results(folder_.path() / "run/results.csv", "picks_per_area", "nation:England");
    ASSERT_EQ(values.size(), 20U);
    std::sort(values.begin(), values.end());
    EXPECT_NEAR(std::stod(rows.at("inside").at("q05")), values[0] + 0.95 * (values[1] - values[0]), 1e-9);
    EXPECT_NEAR(std::stod(rows.at("inside").at("q95")), values[18] + 0.05 * (values[19] - values[18]), 1e-9);

    EXPECT_THAT(validate(facts, {"--out", out.string()}).err, HasSubstr("nothing is overwritten"));
}

TEST_F(ModelValidation, PutsRulesOfBehaviourSideBySideWithWhatWasFitted)
{
    folder_.write("calibration.yaml", R"(scenarios: {agreements: laa_2008}
assumptions:
  - {over: {selection.departments.late_demands: [0, 4]}, label: late demands, reason: r}
facts:
  - name: no choices
    quantity: {outcome: picks_per_area, of: agreements}
    observed: 10
    interval: [9, 11]
    discrepancy: 0
    reason: r
    source: {title: R}
)");
    auto const ended = validate(
        "scenarios: {agreements: laa_2008}\nfitted: calibration.yaml\nfacts:\n  - {name: there, section: A, of: agreements, quantity: "
        "{outcome: true_gain}, bound: exists, source: {title: R}}\n",
        {"--behaviours", "equilibrium,aspiration"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("equilibrium: 0 of 1 fitted facts, 1 of 1 held-out facts."),
                                 HasSubstr("aspiration: 0 of 1 fitted facts, 1 of 1 held-out facts."), Not(HasSubstr("Hits:"))));
}

TEST_F(ModelValidation, RefusesWhatItCannotMeasureBeforeItRuns)
{
    auto const fact = [](std::string const& quantity) {
        return fmt::format("scenarios: {{agreements: laa_2008}}\nfacts:\n  - {{name: a, section: A, of: agreements, quantity: {}, source: {{title: R}}}}\n", quantity);
    };
    EXPECT_THAT(validate(fact("{outcome: pick}")).err, HasSubstr("did you mean 'picks'?"));
    EXPECT_THAT(validate(fact("{outcome: picks, groups: regions, take: mean}")).err, HasSubstr("did you mean 'region'?"));
    EXPECT_THAT(validate(fact("{outcome: picks, group: {department: HOO}}")).err, HasSubstr("there is no department 'HOO'"));
    EXPECT_THAT(validate(fact("{outcome: picks, groups: indicator, take: mean, only: perceptio}")).err, HasSubstr("did you mean 'perception'?"));
    EXPECT_EQ(validate(fact("{outcome: picks}"), {"--replicates", "3"}).code, 2);
    EXPECT_EQ(validate("scenarios: {agreements: laa_2009}\nfacts: [{name: a, section: A, of: agreements, quantity: {outcome: picks}}]\n").code, 2);
}
// A trend of 1 a year goes on in two areas and not in the third; the fourth has gaps.
TEST_F(ModelValidation, ForetellsPublishedSeriesThatStandBesideTheFile)
{
    folder_.write("validation/series.csv", "series,area,year,value,estimated_until\n"
                                           "NI 1,a,2001,0,2003\nNI 1,a,2002,1,2003\nNI 1,a,2003,2,2003\nNI 1,a,2004,3,2003\n"
                                           "NI 1,b,2001,0,2003\nNI 1,b,2002,2,2003\nNI 1,b,2003,2,2003\nNI 1,b,2004,3,2003\n"
                                           "NI 1,c,2001,5,2003\nNI 1,c,2002,5,2003\nNI 1,c,2003,7,2003\nNI 1,c,2004,17,2003\n"
                                           "NI 1,d,2003,7,2003\n");
    auto const ended = validate("scenarios: {agreements: laa_2008}\nfacts:\n"
                                "  - {name: x, section: A, of: agreements, quantity: {outcome: picks_per_area}, source: {title: R}}\n",
                                {"--out", (folder_.path() / "out").string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("Published series"), HasSubstr("2003 to 2004"), HasSubstr("1.00 / 4.00"), HasSubstr("67 %")));
    EXPECT_THAT(read_text(folder_.path() / "out/validation.md"), HasSubstr("| NI 1 | 2003 to 2004 | 3 | 1.00 | 4.00 |"));
    folder_.write("validation/series.csv", "series,area,year,value,estimated_until\nNI 1,a,2001,0,2003\n");
    auto const few = validate(facts);
    EXPECT_EQ(few.code, 2);
    EXPECT_THAT(few.err, HasSubstr("NI 1 has too few years or areas"));
}
}  // namespace concordat
