// Studies that end before their plan does, and studies that grow beyond it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/store/storage_error.hpp"
#include "sim/store/study_writer.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
using test::read_contract_files;
using testing::HasSubstr;

class StudyGrowth : public testing::Test
{
  protected:
    void begin(std::uint32_t wanted, std::uint32_t run, bool enough = false)
    {
        auto const writer = StudyWriter::create(folder / "study", test::make_toy_plan(wanted));
        test::add_toy_replicates(*writer, run);
        auto ending = test::toy_ending();
        ending.enough = enough;
        writer->finish(ending);
    }

    FinishedStudy grow(std::uint32_t replicates)
    {
        PlanChange const change{replicates, test::make_toy_plan(replicates).request};
        auto const writer = StudyWriter::resume(folder / "study", change);
        test::add_toy_replicates(*writer, replicates);
        return writer->finish(test::toy_ending());
    }

    test::TemporaryFolder folder;
};

TEST_F(StudyGrowth, OfACompleteOrStoppedStudyEndsWithTheBytesOfOneRun)
{
    test::write_toy_study(folder / "whole", 40);
    for (std::uint32_t const run : {9U, 15U}) {
        begin(15, run);
        EXPECT_TRUE(grow(40).complete);
        EXPECT_EQ(read_contract_files(folder / "study"), read_contract_files(folder / "whole"));
        std::filesystem::remove_all(folder / "study");
    }
}

TEST_F(StudyGrowth, RecordsTheNewRequest)
{
    begin(5, 5);
    (void)StudyWriter::resume(folder / "study", PlanChange{8, R"({"command": "grown"})"});
    auto const text = test::read_bytes(folder / "study.partial/plan.json");
    EXPECT_THAT(text, HasSubstr("grown"));
    EXPECT_EQ(plan_from_json(text, "plan.json").replicates, 8U);
}

TEST_F(StudyGrowth, IsRefusedToFewerReplicatesThanThereAre)
{
    begin(10, 10);
    EXPECT_THROW(grow(9), StorageError);
    EXPECT_THROW(grow(10), StorageError);  // complete as it is
    EXPECT_TRUE(std::filesystem::exists(folder / "study/results.csv"));
}

TEST_F(StudyGrowth, BeforeThePlansEndMayBeEnough)
{
    begin(100, 12, true);
    EXPECT_THAT(test::read_bytes(folder / "study/manifest.json"), HasSubstr(R"("status": "complete")"));
    EXPECT_EQ(StudyReader{folder / "study"}.replicates().size(), 12U);
}
}  // namespace
}  // namespace concordat::store
