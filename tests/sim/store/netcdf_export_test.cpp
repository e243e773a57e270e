#include "sim/store/netcdf_export.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/store/storage_error.hpp"
#include "tests/support/layered_study.hpp"
#include "tests/support/netcdf_reading.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::store
{
namespace
{
NetcdfWords words()
{
    NetcdfWords made;
    made.attributes = {{"title", "More or less?"}};
    made.coordinates = {{.name = "scenario_title", .dimension = "scenario", .texts = {"as it is", "larger"}},
                        {.name = "lost", .dimension = "no_such_dimension", .texts = {"a"}}};
    made.detail_names = {{"area", "code"}};
    return made;
}

Ending netcdf_ending()
{
    return {.netcdf = [](StudyReader const& study, FinishedStudy const& done, auto const& path) {
        write_netcdf(study, path, words(), {.results_hash = write_results_hash(done)});
    }};
}

void write_study(std::filesystem::path const& folder, StudyPlan const& plan, std::vector<CellFailure> const& failures = {})
{
    auto const writer = StudyWriter::create(folder, plan);
    for (auto r = writer->next_replicate(); r < plan.end_replicate(); ++r) {
        std::vector<CellFailure> here;
        for (auto const& one : failures) {
            if (one.replicate == r) here.push_back(one);
        }
        writer->add(r, test::toy_values(plan, r), here);
    }
    writer->finish(netcdf_ending());
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Every number of the file against the same number of the blocks.
void expect_all_numbers(StudyReader const& study, std::filesystem::path const& file)
{
    test::NetcdfReading const in{file};
    auto const& schema = study.plan().schema;
    auto const scenarios = study.plan().scenarios.size();
    auto const replicates = study.replicates().size();
    for (std::size_t c = 0; c < schema.column_count(); ++c) {
        auto const column = schema.column(c);
        auto const& period = schema.periods[static_cast<std::size_t>(column.period)];
        std::vector<std::string> const by{"", "_by_area", "_by_indicator", "_by_area_and_indicator"};
        auto name = schema.outcome_of(c).name + by[static_cast<std::size_t>(column.grouping)];
        if (period.year > 0) name += column.grouping == 0 ? "_by_year" : "_and_year";
        auto const values = in.numbers(name);
        auto const inner = values.size() / (scenarios * replicates);
        auto place = static_cast<std::size_t>(column.group);
        auto const per_group = inner / schema.group_count(column.grouping);
        auto const years = period.year > 0 ? 3U : 1U;
        place = place * per_group + static_cast<std::size_t>(period.round) * years + (period.year > 0 ? period.year - 1U : 0U);
        for (std::size_t s = 0; s < scenarios; ++s) {
            auto const expected = study.column(s, c);
            for (std::size_t r = 0; r < replicates; ++r) {
                ASSERT_TRUE(same(values[(s * replicates + r) * inner + place], expected[r]))
                    << name << " of column " << c << ", replicate " << r;
            }
        }
    }
}

TEST(NetcdfExport, HoldsEveryNumberOfAStudy)
{
    test::TemporaryFolder const folder;
    for (int const rounds : {1, 2}) {
        auto const study = folder / ("study" + std::to_string(rounds));
        write_study(study, test::make_layered_plan(7, rounds));
        expect_all_numbers(StudyReader{study}, study / "results.nc");
    }
}

TEST(NetcdfExport, HoldsEveryNumberWhereChunksEndInTheMiddle)
{
    test::TemporaryFolder const folder;
    auto plan = test::make_layered_plan(11'000);  // two chunks of cells and of areas by year
    write_study(folder / "study", plan);
    expect_all_numbers(StudyReader{folder / "study"}, folder / "study/results.nc");
}

TEST(NetcdfExport, NamesWhatStandsAlongEveryDimension)
{
    test::TemporaryFolder const folder;
    write_study(folder / "study", test::make_layered_plan(3));
    test::NetcdfReading const in{folder / "study/results.nc"};
    EXPECT_EQ(in.dimensions("gain"), (std::vector<std::string>{"scenario", "replicate"}));
    EXPECT_EQ(in.dimensions("gain_by_area_and_indicator"),
              (std::vector<std::string>{"scenario", "replicate", "area", "indicator"}));
    EXPECT_EQ(in.shape("gain_by_area_and_year"), (std::vector<std::size_t>{2, 3, 2, 3}));
    EXPECT_EQ(in.texts("scenario"), (std::vector<std::string>{"base", "base+more, larger"}));
    EXPECT_EQ(in.texts("scenario_title"), (std::vector<std::string>{"as it is", "larger"}));
    EXPECT_EQ(in.texts("area"), (std::vector<std::string>{"Kingston upon Hull, City of", "York"}));
    EXPECT_EQ(in.texts("area_code"), (std::vector<std::string>{"E06000010", "E06000014"}));
    EXPECT_EQ(in.numbers("replicate"), (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(in.numbers("year"), (std::vector<double>{1, 2, 3}));
    EXPECT_FALSE(in.has("lost"));
}

TEST(NetcdfExport, TellsWhatEachNumberIsAndWhatItMustNotBeUsedFor)
{
    test::TemporaryFolder const folder;
    write_study(folder / "study", test::make_layered_plan(3));
    test::NetcdfReading const in{folder / "study/results.nc"};
    EXPECT_EQ(in.attribute("gain_by_area", "units"), "sigma");
    EXPECT_EQ(in.attribute("gain_by_area", "long_name"), "True gain");
    EXPECT_EQ(in.attribute("gain_by_area", "direction"), "higher_is_better");
    EXPECT_EQ(in.attribute("gain_by_area", "comment"), "mean over indicators");
    EXPECT_EQ(in.attribute("gain_by_area", "caution"), "says nothing of luck");
    EXPECT_EQ(in.attribute("gain_by_area", "coordinates"), "scenario_title area_code");
    EXPECT_EQ(in.attribute("gain", "coordinates"), "scenario_title");
    EXPECT_EQ(in.attribute("", "Conventions"), "CF-1.8");
    EXPECT_EQ(in.attribute("", "title"), "More or less?");
    EXPECT_EQ(in.attribute("", "seed"), "2008");
    EXPECT_EQ(in.attribute("", "status"), "complete");
    EXPECT_EQ(in.attribute("", "results_hash"), read_results_hash(folder / "study"));
}

TEST(NetcdfExport, HasTheSameBytesAfterAStopAndForASecondTime)
{
    test::TemporaryFolder const folder;
    auto const plan = test::make_layered_plan(9);
    write_study(folder / "whole", plan);
    {
        auto const writer = StudyWriter::create(folder / "study", plan);
        for (std::uint32_t r = 0; r < 4; ++r) writer->add(r, test::toy_values(plan, r));
        writer->finish(netcdf_ending());
    }
    auto const stopped = test::read_bytes(folder / "study/results.nc");
    {
        auto const writer = StudyWriter::resume(folder / "study");
        EXPECT_FALSE(std::filesystem::exists(folder / "study.partial/results.nc")) << "it would be stale";
        for (std::uint32_t r = 4; r < 9; ++r) writer->add(r, test::toy_values(plan, r));
        writer->finish(netcdf_ending());
    }
    auto const whole = test::read_bytes(folder / "whole/results.nc");
    EXPECT_NE(stopped, whole);
    EXPECT_EQ(test::read_bytes(folder / "study/results.nc"), whole);
    write_netcdf(StudyReader{folder / "whole"}, folder / "again # 1.nc", words(),
                 {.results_hash = read_results_hash(folder / "whole")});
    EXPECT_EQ(test::read_bytes(folder / "again # 1.nc"), whole);
}

TEST(NetcdfExport, LeavesAFailedReplicateOutInAllScenarios)
{
    test::TemporaryFolder const folder;
    write_study(folder / "study", test::make_layered_plan(4), {{1, 0, "no root"}});
    test::NetcdfReading const in{folder / "study/results.nc"};
    EXPECT_EQ(in.numbers("replicate"), (std::vector<double>{0, 2, 3}));
    EXPECT_EQ(in.attribute("", "failed_cells"), "1");
    expect_all_numbers(StudyReader{folder / "study"}, folder / "study/results.nc");
}

TEST(NetcdfExport, HoldsOnlyWhatIsWanted)
{
    test::TemporaryFolder const folder;
    write_study(folder / "study", test::make_layered_plan(4));
    write_netcdf(StudyReader{folder / "study"}, folder / "some.nc", {}, {.under_way = true},
                 {.outcomes = {"cost"}, .groupings = {"area"}});
    test::NetcdfReading const in{folder / "some.nc"};
    EXPECT_TRUE(in.has("cost_by_area"));
    EXPECT_FALSE(in.has("cost"));
    EXPECT_FALSE(in.has("gain_by_area"));
    EXPECT_FALSE(in.has("year"));
    EXPECT_EQ(in.attribute("", "status"), "under way: 4 of 4 replicates");
}

TEST(NetcdfExport, SaysWhereItCannotWriteAndLeavesNothingThere)
{
    test::TemporaryFolder const folder;
    write_study(folder / "study", test::make_layered_plan(2));
    StudyReader const study{folder / "study"};
    try {
        write_netcdf(study, folder / "nowhere/results.nc", {}, {});
        ADD_FAILURE() << "there is no such folder";
    } catch (StorageError const& error) {
        EXPECT_NE(std::string{error.what()}.find("nowhere/results.nc.tmp: cannot write"), std::string::npos) << error.what();
    }
}

TEST(NetcdfExport, IsNotWrittenWhereThereIsNoReplicate)
{
    test::TemporaryFolder const folder;
    StudyWriter::create(folder / "study", test::make_layered_plan(2))->finish(netcdf_ending());
    EXPECT_FALSE(std::filesystem::exists(folder / "study/results.nc"));
}
}  // namespace
}  // namespace concordat::store
