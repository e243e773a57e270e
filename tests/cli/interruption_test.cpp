#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::Program;
using test::read_text;
using testing::HasSubstr;
using testing::Not;

constexpr char const* replicates = "400";  // several seconds of work for one thread

std::vector<std::string> study(fs::path const& out, std::string const& threads)
{
    return {"run",    "laa_2008", "--replicates", replicates,   "--seed",    "3",    "--record",
            "nation", "--quiet",  "--out",        out.string(), "--threads", threads};
}

/// The files that must be the same however a study came about.
std::map<std::string, std::string> files_of(fs::path const& folder)
{
    std::map<std::string, std::string> files;
    for (auto const* const name :
         {"results.csv", "results.nc", "summary.csv", "plan.json", "results.blk", "results.idx"}) {
        files[name] = read_text(folder / name);
    }
    return files;
}

void wait_until_begun(fs::path const& out)
{
    test::wait_until([&] { return fs::exists(out.string() + ".partial/plan.json"); });
}

class Interruption : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        folder_ = new test::TemporaryFolder;
        auto const start = std::chrono::steady_clock::now();
        auto const ended = test::run(study(*folder_ / "whole", "2"));
        ASSERT_EQ(ended.code, 0) << ended.err;
        auto const duration = std::chrono::steady_clock::now() - start;
        milliseconds_ = static_cast<unsigned>(duration / std::chrono::milliseconds{1});
    }
    static void TearDownTestSuite()
    {
        delete folder_;
        folder_ = nullptr;
    }
    static std::map<std::string, std::string> whole() { return files_of(*folder_ / "whole"); }
    static unsigned milliseconds() { return milliseconds_; }  ///< of the whole study on two threads

  private:
    static test::TemporaryFolder* folder_;
    static unsigned milliseconds_;
};
test::TemporaryFolder* Interruption::folder_ = nullptr;
unsigned Interruption::milliseconds_ = 0;
}  // namespace

TEST_F(Interruption, KillingAtRandomMomentsAndResumingGivesTheSameBytes)
{
    std::mt19937 engine{20080630};  // the machine makes the moments random enough
    test::TemporaryFolder const folder;
    auto const out = folder / "study";
    int kills = 0;
    auto const kill_in_between = [&](std::vector<std::string> const& arguments) {
        Program program{arguments};
        wait_until_begun(out);
        // Results go to the disk every two seconds: some kills come before, some after.
        std::this_thread::sleep_for(std::chrono::milliseconds{engine() % milliseconds()});
        program.send(SIGKILL);
        kills += program.wait().code == 128 + SIGKILL ? 1 : 0;
    };
    kill_in_between(study(out, "1"));
    for (int i = 0; i < 2 && fs::exists(out.string() + ".partial"); ++i) {
        kill_in_between({"resume", out.string(), "--quiet", "--threads", std::to_string(1 + i)});
    }
    EXPECT_GE(kills, 1);
    if (fs::exists(out.string() + ".partial")) {
        auto const ended = test::run({"resume", out.string(), "--quiet"});
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_THAT(ended.out, HasSubstr("400 replicates"));
    }
    EXPECT_TRUE(files_of(out) == whole());
}

TEST_F(Interruption, CtrlCKeepsWhatIsCompleteAndSaysHowToGoOn)
{
    test::TemporaryFolder const folder;
    auto const out = folder / "study";
    Program program{study(out, "2")};
    wait_until_begun(out);
    std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds() / 4});
    program.send(SIGINT);
    auto const stopped = program.wait();
    EXPECT_EQ(stopped.code, 130);
    EXPECT_THAT(stopped.err, HasSubstr("concordat resume " + out.string()));
    EXPECT_THAT(read_text(out / "manifest.json"), HasSubstr("\"status\": \"stopped\""));
    EXPECT_FALSE(fs::exists(out.string() + ".partial"));
    EXPECT_TRUE(whole().at("results.csv").starts_with(read_text(out / "results.csv")))
        << "what was kept is the beginning of the whole";

    auto const ended = test::run({"resume", out.string(), "--quiet", "--threads", "3"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(files_of(out) == whole());
    auto const again = test::run({"resume", out.string()});
    EXPECT_EQ(again.code, 2);
    EXPECT_THAT(again.err, HasSubstr("is complete"));
}

TEST_F(Interruption, ATerminatedRunWithoutAFolderShowsWhatItHasAndLeavesNothing)
{
    Program program{{"run", "laa_2008", "--replicates", "100000", "--record", "nation", "--quiet"}};
    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    program.send(SIGTERM);
    auto const ended = program.wait();
    EXPECT_EQ(ended.code, 143);
    EXPECT_THAT(ended.err, HasSubstr("give --out DIR"));
}

TEST(Resume, GoesOnWithTheScenariosThatItBeganWithAndSaysSo)
{
    test::TemporaryFolder const folder;
    auto const scenarios = folder / "scenarios";
    fs::copy(fs::path{CONCORDAT_SOURCE_DIR} / "scenarios", scenarios, fs::copy_options::recursive);
    auto const reform = scenarios / "reforms/ifg_18_double_reward_grant.yaml";
    auto const command = [&](fs::path const& out) {
        return std::vector<std::string>{"compare", "laa_2008",   "ifg_18",      "--replicates",
                                        "60",      "--seed",     "3",           "--record",
                                        "nation",  "--quiet",    "--scenarios", scenarios.string(),
                                        "--out",   out.string(), "--threads",   "1"};
    };
    ASSERT_EQ(test::run(command(folder / "whole")).code, 0);
    Program program{command(folder / "study")};
    wait_until_begun(folder / "study");
    program.send(SIGKILL);
    ASSERT_EQ(program.wait().code, 128 + SIGKILL);

    auto text = read_text(reform);
    text.replace(text.find("multiply: 2"), 11, "multiply: 3");
    std::ofstream{reform, std::ios::binary} << text;
    auto const parameters = scenarios / "parameters/incentives/reward_grant.yaml";
    auto const parameter_text = read_text(parameters);
    fs::remove(parameters);
    auto const areas = scenarios / "england_2008/areas.csv";
    auto const area_text = read_text(areas);
    std::ofstream{areas, std::ios::binary} << area_text << "\n";
    auto const refused = test::run({"resume", (folder / "study").string()});
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, HasSubstr("areas.csv: has changed since the study began"));

    std::ofstream{areas, std::ios::binary} << area_text;
    auto const ended = test::run({"resume", (folder / "study").string()});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("ifg_18_double_reward_grant.yaml: has changed"));
    EXPECT_EQ(read_text(folder / "study/results.csv"), read_text(folder / "whole/results.csv"));
    EXPECT_EQ(read_text(folder / "study/summary.csv"), read_text(folder / "whole/summary.csv"));
}
}  // namespace concordat
