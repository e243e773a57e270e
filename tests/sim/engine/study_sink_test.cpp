#include "sim/engine/study_sink.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/child_process.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_worker.hpp"

namespace concordat::engine
{
namespace
{
namespace fs = std::filesystem;

std::uint32_t replicates_on_disk(fs::path const& folder) { return store::StudyReader{folder}.stored_replicates(); }

TEST(StudySink, PutsReplicatesOnTheDiskEveryFewSecondsByTheCallersClock)
{
    test::TemporaryFolder const folder;
    auto const plan = test::make_toy_plan(10);
    auto const writer = store::StudyWriter::create(folder / "study", plan);
    double now = 0;
    StudySink sink{*writer, [&] { return now; }, 2.0};
    auto const accept = [&](std::uint32_t replicate, double at) {
        now = at;
        auto const values = test::toy_values(plan, replicate);
        sink.accept({.replicate = replicate, .values = values});
        return replicates_on_disk(folder / "study.partial");
    };
    EXPECT_EQ(accept(0, 0.5), 0U);
    EXPECT_EQ(accept(1, 1.9), 0U);
    EXPECT_EQ(accept(2, 2.1), 3U);
    EXPECT_EQ(accept(3, 4.0), 3U);
    EXPECT_EQ(accept(4, 4.2), 5U);
}

TEST(StudySink, WithoutAClockPutsEveryReplicateOnTheDisk)
{
    test::TemporaryFolder const folder;
    auto const plan = test::make_toy_plan(10);
    auto const writer = store::StudyWriter::create(folder / "study", plan);
    StudySink sink{*writer};
    auto const values = test::toy_values(plan, 0);
    sink.accept({.replicate = 0, .values = values});
    EXPECT_EQ(replicates_on_disk(folder / "study.partial"), 1U);
}

TEST(StudySink, AsksItsJudgeAfterEveryReplicate)
{
    test::TemporaryFolder const folder;
    auto const plan = test::make_toy_plan(10);
    auto const writer = store::StudyWriter::create(folder / "study", plan);
    StudySink sink{*writer};
    EXPECT_FALSE(sink.has_enough());
    sink.set_judge([](ReplicateResult const& result) { return result.replicate == 1; });
    for (std::uint32_t r = 0; r < 2; ++r) {
        auto const values = test::toy_values(plan, r);
        sink.accept({.replicate = r, .values = values});
        EXPECT_EQ(sink.has_enough(), r == 1);
    }
}

/// Begins or resumes the study and runs it to its end with these threads.
int run_study(fs::path const& path, std::uint32_t replicates, int threads)
{
    bool const begun = fs::exists(path.string() + ".partial/plan.json");
    auto const writer = begun ? store::StudyWriter::resume(path)
                              : store::StudyWriter::create(path, test::make_toy_plan(replicates), store::Existing::replace);
    StudySink sink{*writer};
    auto const executor = make_thread_executor();
    run_cells(test::make_toy_run(*writer, threads), test::make_toy_workers(test::dawdle), sink, *executor);
    return writer->finish(test::toy_ending()).complete ? 0 : 1;
}

TEST(StudySink, OfAStudyKilledAtRandomMomentsEndsWithTheSameBytesForAnyThreads)
{
    constexpr std::uint32_t replicates = 40;
    test::TemporaryFolder const folder;
    test::write_toy_study(folder / "whole", replicates);
    auto const whole = test::read_contract_files(folder / "whole");
    std::mt19937 random{4055};
    int kills = 0;
    for (int round = 0; round < 8; ++round) {
        auto const path = folder / ("study_" + std::to_string(round));
        for (int attempt = 0; !fs::exists(path); ++attempt) {
            int const threads = std::array{1, 2, 7}[static_cast<std::size_t>(attempt + round) % 3];
            test::ChildProcess child{[&] { return run_study(path, replicates, threads); }};
            std::uniform_int_distribution delay{0, 12000 * (1 + attempt / 5)};
            std::this_thread::sleep_for(std::chrono::microseconds{delay(random)});
            kills += child.kill_and_wait() ? 1 : 0;
        }
        ASSERT_EQ(test::read_contract_files(path), whole) << "round " << round;
    }
    EXPECT_GE(kills, 8);
}
}  // namespace
}  // namespace concordat::engine
