// What befalls a study from outside: kill -9, a full disk, folders that cannot be written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

#include "sim/store/storage_error.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A slow disk makes a round take seconds: then fewer of them must do.
class Patience
{
  public:
    [[nodiscard]] bool lasts() const { return std::chrono::steady_clock::now() - begin_ < 30s; }

  private:
    std::chrono::steady_clock::time_point begin_{std::chrono::steady_clock::now()};
};

/// Begins the study or goes on with it, whichever is possible, and finishes it.
/// \return 0 when it is complete
int work_on(fs::path const& path, std::uint32_t replicates, std::chrono::microseconds pause)
{
    auto const partial = fs::path{path.string() + ".partial"};
    bool const begun = fs::exists(partial / plan_name);
    auto const writer = begun ? StudyWriter::resume(path)
                              : StudyWriter::create(path, test::make_toy_plan(replicates), Existing::replace);
    for (auto r = writer->next_replicate(); r < replicates; ++r) {
        if (pause > 0us) std::this_thread::sleep_for(pause);
        test::add_toy_replicates(*writer, r + 1);
        if (pause > 0us ? r % 3 == 0 : r % 500 == 0) writer->flush();
    }
    return writer->finish(test::toy_ending()).complete ? 0 : 1;
}

/// Kills a study again and again, at moments up to `longest`, until it is complete. Every fifth kill in
/// vain doubles the time it is given: on a slow disk a few milliseconds do not make a folder.
/// \return [count] kills
int work_under_kills(fs::path const& path, std::uint32_t replicates, std::chrono::microseconds pause,
                     std::chrono::microseconds longest, std::mt19937& random)
{
    int kills = 0;
    while (!fs::exists(path)) {
        test::ChildProcess child{[&] { return work_on(path, replicates, pause); }};
        auto const most = longest.count() << std::min(kills / 5, 16);
        std::this_thread::sleep_for(std::chrono::microseconds{std::uniform_int_distribution<long>{0, most}(random)});
        kills += child.kill_and_wait() ? 1 : 0;
    }
    return kills;
}

TEST(StudyInterruption, ByKillAtRandomMomentsChangesNoByte)
{
    constexpr std::uint32_t replicates = 40;
    constexpr int rounds = 40;
    test::TemporaryFolder const folder;
    test::write_toy_study(folder / "whole", replicates);
    auto const whole = test::read_contract_files(folder / "whole");
    std::mt19937 random{20080601};
    int kills = 0, round = 0;
    for (Patience const patience; round < rounds && patience.lasts(); ++round) {
        auto const path = folder / ("study_" + std::to_string(round));
        kills += work_under_kills(path, replicates, 200us, 8ms, random);
        ASSERT_EQ(test::read_contract_files(path), whole) << "round " << round;
    }
    EXPECT_GE(kills, round);
}

TEST(StudyInterruption, ByKillWhileTheTablesAreWrittenChangesNoByte)
{
    constexpr std::uint32_t replicates = 3000;
    constexpr int rounds = 20;
    test::TemporaryFolder const folder;
    auto const begin = std::chrono::steady_clock::now();
    test::write_toy_study(folder / "whole", replicates);
    auto const needed = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    auto const whole = test::read_contract_files(folder / "whole");
    std::mt19937 random{5117};
    int kills = 0, round = 0;
    for (Patience const patience; round < rounds && patience.lasts(); ++round) {
        auto const path = folder / ("study_" + std::to_string(round));
        kills += work_under_kills(path, replicates, 0us, needed, random);
        ASSERT_EQ(test::read_contract_files(path), whole) << "round " << round;
    }
    EXPECT_GE(kills, round / 2);
}

TEST(StudyInterruption, ByAFullDiskLosesNothingAndSaysSo)
{
    constexpr std::uint32_t replicates = 200;
    test::TemporaryFolder const folder;
    test::write_toy_study(folder / "whole", replicates);
    auto const path = folder / "study";
    test::ChildProcess child{[&] {
        // A limit on the size of files stands for a disk that fills up in the middle of a block.
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{9000, 9000};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 10;
        try {
            auto const writer = StudyWriter::create(path, test::make_toy_plan(replicates));
            for (std::uint32_t r = 0; r < replicates; ++r) {
                test::add_toy_replicates(*writer, r + 1);
                if (r % 7 == 6) writer->flush();
            }
        } catch (core::InputError const& error) {
            std::string const text{error.what()};
            bool const clear = text.find("results.blk: cannot write: File too large") != std::string::npos &&
                               text.find("resume the study") != std::string::npos;
            return clear ? 0 : 11;
        }
        return 12;
    }};
    ASSERT_EQ(child.wait(), 0);
    {
        auto const writer = StudyWriter::resume(path);
        EXPECT_GT(writer->next_replicate(), 0U);
        EXPECT_EQ(writer->next_replicate() % 7, 0U);
        test::add_toy_replicates(*writer, replicates);
        writer->finish(test::toy_ending());
    }
    EXPECT_EQ(test::read_contract_files(path), test::read_contract_files(folder / "whole"));
}

TEST(StudyInterruption, ByAFullDiskEndsWhenSpaceIsFreed)
{
    constexpr std::uint32_t replicates = 200;
    test::TemporaryFolder const folder;
    test::write_toy_study(folder / "whole", replicates);
    auto const path = folder / "study";
    test::ChildProcess child{[&] {
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit const full{9000, RLIM_INFINITY};
        rlimit const freed{RLIM_INFINITY, RLIM_INFINITY};
        auto const writer = StudyWriter::create(path, test::make_toy_plan(replicates));
        test::add_toy_replicates(*writer, 50);
        writer->flush();
        test::add_toy_replicates(*writer, replicates);
        if (::setrlimit(RLIMIT_FSIZE, &full) != 0) return 10;
        int failures = 0;
        try {
            writer->flush();
        } catch (StorageError const&) {
            ++failures;
        }
        if (::setrlimit(RLIMIT_FSIZE, &freed) != 0) return 11;
        writer->flush();
        writer->finish(test::toy_ending());
        return failures == 1 ? 0 : 12;
    }};
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(test::read_contract_files(path), test::read_contract_files(folder / "whole"));
}

TEST(StudyInterruption, ByAFullDiskAtTheEndLeavesAStudyToResume)
{
    constexpr std::uint32_t replicates = 60;
    test::TemporaryFolder const folder;
    test::write_toy_study(folder / "whole", replicates);
    auto const path = folder / "study";
    test::ChildProcess child{[&] {
        ::signal(SIGXFSZ, SIG_IGN);
        auto const writer = StudyWriter::create(path, test::make_toy_plan(replicates));
        test::add_toy_replicates(*writer, replicates);
        writer->flush();
        rlimit const limit{9000, 9000};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 10;
        try {
            writer->finish(test::toy_ending());
        } catch (StorageError const&) {
            return 0;
        }
        return 12;
    }};
    ASSERT_EQ(child.wait(), 0);
    EXPECT_FALSE(fs::exists(path));
    StudyWriter::resume(path)->finish(test::toy_ending());
    EXPECT_EQ(test::read_contract_files(path), test::read_contract_files(folder / "whole"));
}

TEST(StudyInterruption, ByAFolderThatCannotBeWrittenIsAClearError)
{
    test::TemporaryFolder const folder;
    fs::permissions(folder.path(), fs::perms{0555});
    test::ChildProcess child{[&] {
        if (::geteuid() == 0 && ::seteuid(65534) != 0) return 10;  // root may write anywhere
        try {
            auto const writer = StudyWriter::create(folder / "study", test::make_toy_plan(1));
        } catch (core::InputError const& error) {
            std::string const text{error.what()};
            if (text.find("cannot make the folder: Permission denied") != std::string::npos) return 0;
            std::fputs(text.c_str(), stderr);
            return 11;
        }
        return 12;
    }};
    EXPECT_EQ(child.wait(), 0);
    fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST(StudyInterruption, ByAFileWhereAFolderShouldBeIsAClearError)
{
    test::TemporaryFolder const folder;
    std::ofstream{folder / "file"} << "mine";
    try {
        auto const writer = StudyWriter::create(folder / "file/study", test::make_toy_plan(1));
        FAIL();
    } catch (StorageError const& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("Not a directory"));
    }
}

TEST(StudyInterruption, ByASecondProcessIsRefused)
{
    test::TemporaryFolder const folder;
    auto const holder = StudyWriter::create(folder / "study", test::make_toy_plan(2));
    test::ChildProcess child{[&] {
        try {
            auto const writer = StudyWriter::resume(folder / "study");
        } catch (StorageError const& error) {
            return std::string{error.what()}.find("another process is writing this study") != std::string::npos ? 0 : 11;
        }
        return 12;
    }};
    EXPECT_EQ(child.wait(), 0);
}
}  // namespace
}  // namespace concordat::store
