// `concordat qa` through the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/stored_study.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::set<std::string> list_files(fs::path const& folder)
{
    std::set<std::string> names;
    for (auto const& entry : fs::directory_iterator{folder}) names.insert(entry.path().filename().string());
    return names;
}

/// As anybody checks the sums, without the program.
int check_sums(fs::path const& pack)
{
    return std::system(("cd '" + pack.string() + "' && /usr/bin/sha256sum --check --strict --quiet SHA256SUMS >/dev/null 2>&1").c_str());
}
}  // namespace

TEST(QaPack, IsCompleteAndItsSumsHold)
{
    test::TemporaryFolder const folder;
    auto const study = folder / "study";
    ASSERT_EQ(test::store_study(study, {"--set", "selection.agreement.cap=30"}).code, 0);
    auto const pack = study / "qa";
    fs::create_directories(pack);
    std::ofstream{pack / "SHA256SUMS"} << "of an earlier pack\n";
    std::ofstream{pack / "signed_off.txt"} << "by nobody\n";
    EXPECT_EQ(run({"qa", study.string()}).code, 2) << "nothing is written over unasked";
    auto const ended = run({"qa", study.string(), "--force"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(read_text(pack / "signed_off.txt"), "by nobody\n") << "what others add stays";
    EXPECT_EQ(test::store_study(study, {"--force"}).code, 2) << "it would go with the study";
    fs::remove(pack / "signed_off.txt");
    EXPECT_THAT(ended.out, HasSubstr("QA pack: " + pack.string() + " (12 files"));
    EXPECT_EQ(list_files(pack), (std::set<std::string>{store::qa_files.begin(), store::qa_files.end()}));
    EXPECT_EQ(check_sums(pack), 0);

    // What the study ran with, not the defaults.
    auto const description = read_text(pack / "odd.md");
    EXPECT_THAT(description, AllOf(HasSubstr("| `selection.agreement.cap` | "), HasSubstr(" | 30 (default 35) | "),
                                   HasSubstr("cycle.md)"), Not(HasSubstr("](methods"))));
    auto const log = read_text(pack / "assumptions_log.csv");
    EXPECT_THAT(log, AllOf(testing::StartsWith("path,description,unit,default,value in laa_2008,value in ifg_18_double_reward_grant,"),
                           HasSubstr(",GBP/target,40000,40000,80000,"), HasSubstr("40000 to 80000: true_gain +0.00"),
                           HasSubstr(",indicators,35,30,30,")));
    EXPECT_THAT(read_text(pack / "changes.md"), AllOf(HasSubstr("| `selection.agreement.cap` | 35 | 30 | indicators | command line |"),
                                                      HasSubstr("| `incentives.reward_grant.per_target` | 40000 | 80000 |")));
    EXPECT_THAT(read_text(pack / "data_log.csv"), HasSubstr("\nengland_2008,areas.csv,"));
    EXPECT_THAT(read_text(pack / "verification.csv"), AllOf(HasSubstr("\nT26,"), Not(HasSubstr(",no\n"))));
    EXPECT_THAT(read_text(pack / "limitations.md"), AllOf(HasSubstr("Luck and assumptions"), HasSubstr("Shocks are additive")));
    EXPECT_THAT(read_text(pack / "citation.txt"), HasSubstr("concordat compare laa_2008 ifg_18 --replicates 3 --seed 5 --set selection.agreement.cap=30"));
    auto const record = nlohmann::json::parse(read_text(pack / "run_record.json"));
    EXPECT_EQ(record.at("verification").at("passed"), 26);
    EXPECT_EQ(record.at("results").at("files").size(), 8U) << "and report.html is none of them";
    EXPECT_EQ(record.at("program").at("ran_the_study").at("hash"), record.at("program").at("wrote_this_record").at("hash"));
    EXPECT_THAT(std::string{record.at("program").at("wrote_this_record").at("options")}, HasSubstr("-ffp-contract=off"));
    EXPECT_THAT(read_text(pack / "README.md"), HasSubstr("sha256sum -c SHA256SUMS"));

    // A pack can be kept elsewhere; it speaks of the results that it was written for.
    auto const kept = folder / "a pack";
    fs::copy(pack, kept);
    EXPECT_THAT(run({"check", study.string()}).out, AllOf(HasSubstr("11 files have their SHA-256 sums"), HasSubstr("8 files are as it says")));
    ASSERT_EQ(run({"resume", study.string(), "--replicates", "4", "--quiet", "--no-report"}).code, 0);
    EXPECT_FALSE(fs::exists(pack)) << "it would be stale";
    auto const stale = run({"check", study.string(), "--qa", kept.string()});
    EXPECT_EQ(stale.code, 1);
    EXPECT_THAT(stale.out, HasSubstr("speaks of other files than these: plan.json, results.blk"));
    std::ofstream{kept / "odd.md", std::ios::app} << "!";
    EXPECT_NE(check_sums(kept), 0);
    EXPECT_THAT(run({"check", study.string(), "--qa", kept.string()}).out, HasSubstr("FAIL     qa/odd.md"));
    fs::remove(kept / "SHA256SUMS");
    auto const others = run({"qa", study.string(), "--out", kept.string(), "--force"});
    EXPECT_EQ(others.code, 2) << "without its sums it is nobody's pack";
    EXPECT_THAT(others.err, HasSubstr("is there already and belongs to no QA pack"));
}
}  // namespace concordat
