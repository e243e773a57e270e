#include "sim/store/study_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/store/storage_error.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
namespace fs = std::filesystem;
using testing::HasSubstr;
using test::read_contract_files;

/// The words of the error that `action` ends in.
template <class Action>
std::string error_of(Action const& action)
{
    try {
        action();
    } catch (core::InputError const& error) {
        return error.what();
    }
    return "no error";
}

/// Changes the block file behind the writer's back.
void edit_blocks(fs::path const& folder, std::function<void(std::string&)> const& edit)
{
    auto bytes = test::read_bytes(folder / blocks_name);
    edit(bytes);
    std::ofstream{folder / blocks_name, std::ios::binary} << bytes;
}

class StudyWriterTest : public testing::Test
{
  protected:
    static constexpr std::uint32_t replicates = 12;

    void SetUp() override
    {
        test::write_toy_study(folder / "whole", replicates);
        whole = read_contract_files(folder / "whole");
    }

    /// A study killed after some replicates, in blocks of two.
    fs::path leave_unfinished(std::uint32_t done)
    {
        auto const path = folder / "study";
        auto const writer = StudyWriter::create(path, test::make_toy_plan(replicates));
        for (std::uint32_t r = 0; r < done; r += 2) {
            test::add_toy_replicates(*writer, r + 2);
            writer->flush();
        }
        return path;
    }

    void resume_and_finish(fs::path const& path)
    {
        auto const writer = StudyWriter::resume(path);
        test::add_toy_replicates(*writer, replicates);
        EXPECT_TRUE(writer->finish(test::toy_ending()).complete);
    }

    test::TemporaryFolder folder;
    std::map<std::string, std::string> whole;
};

TEST_F(StudyWriterTest, WritesUnderAnotherNameUntilTheStudyIsFinished)
{
    auto const path = leave_unfinished(4);
    EXPECT_FALSE(fs::exists(path));
    EXPECT_TRUE(fs::exists(path.string() + ".partial"));
    resume_and_finish(path);
    EXPECT_TRUE(fs::exists(path));
    EXPECT_FALSE(fs::exists(path.string() + ".partial"));
}

TEST_F(StudyWriterTest, LeavesExactlyTheFilesOfAStudy)
{
    std::vector<std::string> names;
    for (auto const& [name, bytes] : whole) names.push_back(name);
    EXPECT_THAT(names, testing::ElementsAre("plan.json", "results.blk", "results.csv", "results.idx", "summary.csv"));
    EXPECT_TRUE(fs::exists(folder / "whole/manifest.json"));
}

TEST_F(StudyWriterTest, GivesTheSameBytesWhereverBlocksEnd)
{
    for (std::uint32_t const every : {1U, 3U, 5U}) {
        auto const path = folder / ("every_" + std::to_string(every));
        auto const writer = StudyWriter::create(path, test::make_toy_plan(replicates));
        for (std::uint32_t r = 0; r < replicates; ++r) {
            test::add_toy_replicates(*writer, r + 1);
            if (r % every == 0) writer->flush();
        }
        writer->finish(test::toy_ending());
        EXPECT_EQ(read_contract_files(path), whole) << every;
    }
}

TEST_F(StudyWriterTest, ResumesAfterAKillAtEveryReplicate)
{
    for (std::uint32_t done = 0; done <= replicates; done += 2) {
        auto const path = leave_unfinished(done);
        EXPECT_EQ(StudyWriter::resume(path)->next_replicate(), done);
        resume_and_finish(path);
        EXPECT_EQ(read_contract_files(path), whole) << done;
        fs::remove_all(path);
    }
}

TEST_F(StudyWriterTest, PutsACleanlyStoppedStudyAwayAndGoesOnWithItLater)
{
    auto const path = folder / "study";
    {
        auto const writer = StudyWriter::create(path, test::make_toy_plan(replicates));
        test::add_toy_replicates(*writer, 5);
        auto const stopped = writer->finish(test::toy_ending());
        EXPECT_FALSE(stopped.complete);
        EXPECT_EQ(stopped.replicates, 5U);
    }
    EXPECT_THAT(test::read_bytes(path / manifest_name), HasSubstr("\"status\": \"stopped\""));
    EXPECT_EQ(StudyReader{path}.replicates().size(), 5U);
    resume_and_finish(path);
    EXPECT_EQ(read_contract_files(path), whole);
    EXPECT_THAT(test::read_bytes(path / manifest_name), HasSubstr("\"status\": \"complete\""));
}

TEST_F(StudyWriterTest, StopsCleanlyEvenBeforeTheFirstReplicate)
{
    auto const path = folder / "study";
    EXPECT_EQ(StudyWriter::create(path, test::make_toy_plan(replicates))->finish(test::toy_ending()).replicates, 0U);
    resume_and_finish(path);
    EXPECT_EQ(read_contract_files(path), whole);
}

TEST_F(StudyWriterTest, StoresWhatWasAddedWhenItIsAbandoned)
{
    auto const path = folder / "study";
    test::add_toy_replicates(*StudyWriter::create(path, test::make_toy_plan(replicates)), 7);
    EXPECT_EQ(StudyWriter::resume(path)->next_replicate(), 7U);
}

TEST_F(StudyWriterTest, DropsATornBlock)
{
    auto const path = leave_unfinished(6);
    edit_blocks(path.string() + ".partial", [](auto& bytes) { bytes.resize(bytes.size() - 11); });
    {
        auto const writer = StudyWriter::resume(path);
        EXPECT_EQ(writer->next_replicate(), 4U);
        EXPECT_EQ(writer->dropped(), "a block is cut off");
    }
    resume_and_finish(path);
    EXPECT_EQ(read_contract_files(path), whole);
}

TEST_F(StudyWriterTest, DropsABlockWithAFlippedByteAndAllAfterIt)
{
    auto const path = leave_unfinished(8);
    edit_blocks(path.string() + ".partial", [](auto& bytes) { bytes[bytes.size() / 2] ^= 1; });
    EXPECT_EQ(StudyWriter::resume(path)->next_replicate() % 2, 0U);
    EXPECT_LT(StudyWriter::resume(path)->next_replicate(), 6U);
    resume_and_finish(path);
    EXPECT_EQ(read_contract_files(path), whole);
}

TEST_F(StudyWriterTest, RepairsAFinishedStudyThatWasDamaged)
{
    edit_blocks(folder / "whole", [](auto& bytes) { bytes[bytes.size() / 2] ^= 1; });
    EXPECT_THAT(error_of([&] { StudyReader{folder / "whole"}; }), HasSubstr("a block's checksum is wrong"));
    resume_and_finish(folder / "whole");
    EXPECT_EQ(read_contract_files(folder / "whole"), whole);
}

TEST_F(StudyWriterTest, NoticesWholeBlocksLostFromTheEnd)
{
    auto const path = leave_unfinished(6);
    auto const partial = fs::path{path.string() + ".partial"};
    auto const scan = scan_blocks(test::make_toy_plan(replicates), MappedFile{partial / blocks_name}.bytes());
    fs::resize_file(partial / blocks_name, scan.blocks[1].offset);
    EXPECT_THAT(error_of([&] { StudyReader{partial}; }), HasSubstr("its last blocks are missing"));
    EXPECT_EQ(StudyWriter::resume(path)->next_replicate(), 2U);
}

TEST_F(StudyWriterTest, OverwritesNothing)
{
    auto const plan = test::make_toy_plan(replicates);
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::create(folder / "whole", plan); }), HasSubstr("exists already"));
    EXPECT_EQ(read_contract_files(folder / "whole"), whole);
    auto const path = leave_unfinished(4);
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::create(path, plan); }), HasSubstr("exists already"));
    EXPECT_EQ(StudyWriter::resume(path)->next_replicate(), 4U);
}

TEST_F(StudyWriterTest, ReplacesAStudyWhenForced)
{
    for (auto const* const name : {"whole", "whole/"}) {
        auto const writer = StudyWriter::create(folder / name, test::make_toy_plan(3), Existing::replace);
        EXPECT_FALSE(fs::exists(folder / "whole"));
        test::add_toy_replicates(*writer, 3);
        writer->finish(test::toy_ending());
        EXPECT_EQ(StudyReader{folder / "whole"}.stored_replicates(), 3U);
    }
    auto const path = leave_unfinished(4);
    EXPECT_EQ(StudyWriter::create(path, test::make_toy_plan(3), Existing::replace)->next_replicate(), 0U);
}

TEST_F(StudyWriterTest, RefusesToReplaceWhatIsNotAStudy)
{
    auto const plan = test::make_toy_plan(replicates);
    auto const refusal = [&](char const* name) {
        return error_of([&] { auto w = StudyWriter::create(folder / name, plan, Existing::replace); });
    };
    std::ofstream{folder / "file"} << "mine";
    EXPECT_THAT(refusal("file"), HasSubstr("it is not a folder"));
    fs::create_directory(folder / "empty");
    EXPECT_THAT(refusal("empty"), HasSubstr("it is not a study"));
    fs::create_directory(folder / "thesis");
    std::ofstream{folder / "thesis/results.csv"} << "mine";
    EXPECT_THAT(refusal("thesis"), HasSubstr("it is not a study"));
    std::ofstream{folder / "thesis/results.blk"} << "mine";
    EXPECT_THAT(refusal("thesis"), HasSubstr("its block file is not one of ours"));
    std::ofstream{folder / "whole/notes.txt"} << "mine";
    EXPECT_THAT(refusal("whole"), HasSubstr("it holds 'notes.txt', which is no part of a study"));
    fs::create_directory_symlink(folder / "whole", folder / "link");
    EXPECT_THAT(refusal("link"), HasSubstr("it is not a folder"));
    EXPECT_TRUE(fs::exists(folder / "whole/notes.txt"));
    EXPECT_EQ(test::read_bytes(folder / "thesis/results.csv"), "mine");
    for (auto const* const name : {"file.partial", "empty.partial", "thesis.partial", "whole.partial"}) {
        EXPECT_FALSE(fs::exists(folder / name)) << name;
    }
}

TEST_F(StudyWriterTest, FinishesAReplacementThatWasInterrupted)
{
    auto const path = leave_unfinished(4);
    fs::rename(folder / "whole", path);
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::resume(path); }), HasSubstr("exists already"));
    EXPECT_TRUE(fs::exists(path / results_name));
    std::ofstream{path.string() + ".partial/" + replacing_name};
    resume_and_finish(path);
    EXPECT_EQ(read_contract_files(path), whole);
}

TEST_F(StudyWriterTest, LetsOneProcessAtATimeHoldAStudy)
{
    auto const path = leave_unfinished(4);
    auto const holder = StudyWriter::resume(path);
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::resume(path); }), HasSubstr("another process is writing this study"));
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::create(path, holder->plan(), Existing::replace); }),
                HasSubstr("another process is writing this study"));
    test::add_toy_replicates(*holder, replicates);
    EXPECT_TRUE(holder->finish(test::toy_ending()).complete);
}

TEST_F(StudyWriterTest, HoldsTheStudyUntilItsTablesAreWritten)
{
    auto const path = leave_unfinished(12);
    auto const writer = StudyWriter::resume(path);
    std::string intruder;
    writer->finish({.summary = [&](StudyReader const& study) {
        intruder = error_of([&] { auto w = StudyWriter::resume(path); });
        return test::count_replicates(study);
    }});
    EXPECT_THAT(intruder, HasSubstr("another process is writing this study"));
}

TEST_F(StudyWriterTest, DropsWhatFollowsTheLastReplicate)
{
    auto const path = folder / "study";
    test::add_toy_replicates(*StudyWriter::create(path, test::make_toy_plan(replicates)), replicates);
    edit_blocks(path.string() + ".partial", [](auto& bytes) { bytes += "CCDBLK01 and no more"; });
    resume_and_finish(path);
    EXPECT_EQ(read_contract_files(path), whole);
}

TEST_F(StudyWriterTest, SaysWhyThereIsNothingToResume)
{
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::resume(folder / "nowhere"); }), HasSubstr("there is no study to resume"));
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::resume(folder / "whole"); }), HasSubstr("is complete: all 12 replicates"));
    fs::create_directory(folder / "other");
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::resume(folder / "other"); }), HasSubstr("this is not a study"));
    fs::create_directory(folder / "unborn.partial");
    std::ofstream{folder / "unborn.partial/results.blk"};
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::resume(folder / "unborn"); }), HasSubstr("interrupted before it began"));
    EXPECT_NE(StudyWriter::create(folder / "unborn", test::make_toy_plan(1), Existing::replace), nullptr);
}

TEST_F(StudyWriterTest, RefusesNamesThatCannotBeAStudys)
{
    auto const plan = test::make_toy_plan(1);
    for (auto const* const name : {"", "/"}) {
        EXPECT_THAT(error_of([&] { auto w = StudyWriter::create(name, plan); }), HasSubstr("cannot be the name")) << name;
    }
    EXPECT_THAT(error_of([&] { auto w = StudyWriter::create(folder / "x.partial", plan); }), HasSubstr("give the name without it"));
}

TEST_F(StudyWriterTest, TakesReplicatesInOrderOnly)
{
    auto const plan = test::make_toy_plan(2);
    auto const writer = StudyWriter::create(folder / "study", plan);
    EXPECT_THROW(writer->add(1, test::toy_values(plan, 1)), std::logic_error);
    test::add_toy_replicates(*writer, 2);
    EXPECT_THROW(writer->add(2, test::toy_values(plan, 2)), std::logic_error);
}

TEST_F(StudyWriterTest, KeepsTheFailuresOfReplicatesWhenBlocksAreRewritten)
{
    auto const plan = test::make_toy_plan(4);
    std::vector<CellFailure> const second{{1, 0, "no root"}, {1, 2, "no root either"}};
    std::vector<CellFailure> const last{{3, 1, "overflow"}};
    auto const write = [&](char const* name, bool flush) {
        auto const writer = StudyWriter::create(folder / name, plan);
        for (std::uint32_t r = 0; r < 4; ++r) {
            writer->add(r, test::toy_values(plan, r), r == 1 ? second : r == 3 ? last : std::vector<CellFailure>{});
            if (flush) writer->flush();
        }
        writer->finish(test::toy_ending());
    };
    write("often", true);
    write("once", false);
    EXPECT_EQ(read_contract_files(folder / "often"), read_contract_files(folder / "once"));
    StudyReader const study{folder / "often"};
    EXPECT_THAT(study.replicates(), testing::ElementsAre(0, 2));
    EXPECT_EQ(study.failures().size(), 3U);
    EXPECT_EQ(study.column(1, 0), (std::vector{test::toy_value(0, 1, 0), test::toy_value(2, 1, 0)}));
    EXPECT_EQ(study.row(1, 2)[1], test::toy_value(2, 2, 1));
}
}  // namespace
}  // namespace concordat::store
