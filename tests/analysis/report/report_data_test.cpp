#include "analysis/report/report_data.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "analysis/report/html_page.hpp"
#include "analysis/report/page_bundle.hpp"
#include "analysis/report/study_values.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::report
{
namespace
{
using nlohmann::json;

/// Baseline, a reform and a twin of the baseline; gains and picks by area and indicator.
store::StudyPlan make_plan()
{
    store::StudyPlan plan;
    plan.scenarios = {{.name = "base"}, {.name = "base+reform"}, {.name = "base+twin"}};
    auto& schema = plan.schema;
    schema.outcomes = {{.name = "gain", .label = "Gain", .unit = "sigma", .direction = store::Direction::higher_is_better, .headline = true},
                       {.name = "picks", .label = "Picks", .unit = "items"}};
    schema.groupings = {{.name = "nation", .groups = {"England"}},
                        {.name = "region", .groups = {"North", "South"}},
                        {.name = "area", .groups = {"Leeds", "Kent"}},
                        {.name = "indicator", .groups = {"NI 1"}}};
    schema.periods = {{"round", 0, 0}, {"year_1", 0, 1}, {"year_2", 0, 2}};
    schema.add_block(0, 0, {0, 1});
    schema.add_block(1, 0, {0});
    schema.add_block(2, 0, {0});
    schema.add_block(3, 0, {1});
    schema.add_block(0, 1, {0});
    schema.add_block(0, 2, {0});
    plan.seed = 7;
    plan.replicates = 8;
    return plan;
}

/// The reform adds two to Leeds and takes one from Kent, whatever the luck.
double value(std::uint32_t replicate, std::size_t scenario, std::size_t column)
{
    double const luck = static_cast<double>(replicate) / 3.0;
    if (scenario != 1) return luck;
    constexpr std::array effect{0.5, 0.0, 2.0, -1.0, 2.0, -1.0, 30.0, 0.25, 0.75};
    return luck + effect.at(column) + (column == 4 ? 0.01 * luck : 0.0);
}

ReportFacts make_facts()
{
    ReportFacts facts{.title = "T", .question = "Which </script> & why?", .answer = "A.", .uncertainty = "Luck only."};
    facts.scenarios = {{.name = "base", .label = "base", .title = "Baseline"},
                       {.name = "base+reform", .label = "reform", .title = "Reform"},
                       {.name = "base+twin", .label = "twin", .title = "Twin"}};
    facts.areas = {{.name = "Kent", .region = "South", .column = 1, .row = 1}, {.name = "Leeds", .region = "North", .column = 0, .row = 0}};
    facts.indicators = {{.name = "NI 1", .title = "First", .subject = "Health"}};
    facts.themes = {{.id = "money", .title = "Money", .outcomes = {"picks", "not_recorded"}}};
    return facts;
}

class ReportDataTest : public testing::Test
{
  protected:
    store::StudyReader write()
    {
        auto const plan = make_plan();
        auto const writer = store::StudyWriter::create(folder / "study", plan);
        for (std::uint32_t r = 0; r < plan.replicates; ++r) {
            std::vector<double> values;
            for (std::size_t s = 0; s < plan.scenarios.size(); ++s) {
                for (std::size_t c = 0; c < plan.row_size(); ++c) values.push_back(value(r, s, c));
            }
            writer->add(r, values);
        }
        writer->finish({});
        return store::StudyReader{folder / "study"};
    }

    /// The row of a scenario, outcome and period as an object.
    static json row_of(json const& table, int scenario, int outcome, int period)
    {
        for (auto const& row : table.at("rows")) {
            if (row.at(0) != scenario || row.at(1) != outcome || row.at(2) != period) continue;
            json named;
            for (std::size_t k = 0; k < row.size(); ++k) named[table.at("columns").at(k).get<std::string>()] = row.at(k);
            return named;
        }
        return {};
    }

    test::TemporaryFolder folder;
};

TEST_F(ReportDataTest, TellsPairedEffectsOfTheNationByRoundAndYear)
{
    auto const data = json::parse(write_report_data(write(), make_facts()));
    auto const round = row_of(data.at("nation"), 1, 0, Place::all_rounds);
    EXPECT_DOUBLE_EQ(round.at("change").get<double>(), 0.5);
    EXPECT_EQ(round.at("finding"), "differs");
    EXPECT_EQ(round.at("better"), 1.0);
    EXPECT_EQ(row_of(data.at("nation"), 2, 0, Place::all_rounds).at("finding"), "no difference");
    EXPECT_DOUBLE_EQ(row_of(data.at("nation"), 1, 0, 2).at("change").get<double>(), 0.75);
    EXPECT_EQ(data.at("outcomes").size(), 2U) << "outcomes of themes that were not recorded are left out";
    EXPECT_EQ(data.at("run").at("replicates"), 8);
    EXPECT_EQ(data.at("run").at("seed"), "7");
}

TEST_F(ReportDataTest, FindsWinnersAndLosersInTheOrderOfTheMap)
{
    auto const areas = json::parse(write_report_data(write(), make_facts())).at("areas");
    EXPECT_EQ(areas.at("areas").at(0).at("name"), "Kent");
    auto const& effect = areas.at("effects").at(0);
    EXPECT_EQ(effect.at("scenario"), 1);
    EXPECT_EQ(areas.at("classes").at(effect.at("class").at(0).get<std::size_t>()), "loses");
    EXPECT_EQ(areas.at("classes").at(effect.at("class").at(1).get<std::size_t>()), "gains");
    auto const& twin = areas.at("effects").at(1);
    EXPECT_EQ(areas.at("classes").at(twin.at("class").at(0).get<std::size_t>()), "unchanged");
}

TEST_F(ReportDataTest, CountsEveryReplicateOnceInEveryHistogram)
{
    auto const data = json::parse(write_report_data(write(), make_facts()));
    for (auto const& one : data.at("spread").at(0).at("scenarios")) {
        int sum = 0;
        for (auto const& count : one.at("counts")) sum += count.get<int>();
        EXPECT_EQ(sum, 8);
    }
    EXPECT_EQ(data.at("spread").at(0).at("scenarios").at(1).at("changes").size(), 20U);
}

TEST_F(ReportDataTest, TellsGroupsPicksAndRanks)
{
    auto const data = json::parse(write_report_data(write(), make_facts()));
    EXPECT_EQ(data.at("groups").at("groupings").at(0).at("name"), "region");
    EXPECT_DOUBLE_EQ(data.at("picks").at("scenarios").at(1).at("change").at(0).get<double>(), 30.0);
    EXPECT_EQ(data.at("picks").at("indicators").at(0).at("title"), "First");
    auto const& best = data.at("ranks").at(0).at("scenarios").at(0);
    EXPECT_EQ(best.at("scenario"), 1);
    EXPECT_EQ(best.at("best"), 1.0);
}

TEST_F(ReportDataTest, LeavesOutWhatWasNotRecorded)
{
    auto facts = make_facts();
    facts.areas.back().name = "Nowhere";  // of another pack than the study
    auto const data = json::parse(write_report_data(write(), facts));
    EXPECT_TRUE(data.at("areas").is_null());
}

TEST_F(ReportDataTest, ShowsAFixedBaselineBesideTheFirstPointOfTheDesign)
{
    auto facts = make_facts();
    facts.scenarios[1].design_point = "1";
    facts.scenarios[2].design_point = "2";
    auto const data = json::parse(write_report_data(write(), facts));
    EXPECT_TRUE(data.at("scenarios").at(0).at("detailed").get<bool>());
    EXPECT_TRUE(data.at("scenarios").at(1).at("detailed").get<bool>());
    EXPECT_FALSE(data.at("scenarios").at(2).at("detailed").get<bool>());
}

TEST_F(ReportDataTest, StandsInOnePageThatNoTextCanBreakOutOf)
{
    if (!page_is_built()) GTEST_SKIP() << "built without the page";
    auto const study = write();
    auto const page = write_html_page(study, make_facts());
    EXPECT_EQ(page, write_html_page(study, make_facts())) << "the same study gives the same bytes";
    EXPECT_NE(page.find("Which &lt;/script&gt; &amp; why?"), std::string::npos);
    EXPECT_NE(page.find("Which \\u003c/script> & why?"), std::string::npos);
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
    EXPECT_LT(page.size(), 1'500'000U);
}

TEST(HtmlPage, EndsNoScriptByItsData)
{
    EXPECT_EQ(escape_script_data(R"({"a":"<!--</script>"})"), "{\"a\":\"\\u003c!--\\u003c/script>\"}");
}
}  // namespace
}  // namespace concordat::report
