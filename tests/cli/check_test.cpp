// `concordat check` through the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sim/store/hash.hpp"
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

/// Changes one byte in the middle of a file: a digit where there is one near.
void tamper(fs::path const& file)
{
    auto text = read_text(file);
    auto at = text.find_first_of("0123456789", text.size() / 2);
    if (at == std::string::npos) at = text.size() / 2;
    text[at] = text[at] == '1' ? '2' : '1';
    std::ofstream{file, std::ios::binary} << text;
}
}  // namespace

TEST(Check, HoldsForWhatWasStoredAndNamesTheFileThatWasTouched)
{
    test::TemporaryFolder const folder;
    auto const study = folder / "study";
    ASSERT_EQ(test::store_study(study).code, 0);
    auto const whole = run({"check", study.string()});
    EXPECT_EQ(whole.code, 0) << whole.out;
    EXPECT_THAT(whole.out, AllOf(HasSubstr("ok       results.blk             3 replicates, every checksum is right\n"),
                                 HasSubstr("says what the blocks say"), HasSubstr("the very program that ran the study"),
                                 HasSubstr("The study is what it says it is.\n")));

    for (std::string const name : {"plan.json", "manifest.json", "results.blk", "results.idx", "results.csv", "summary.csv",
                                   "comparison.csv", "results.nc"}) {
        auto const before = read_text(study / name);
        tamper(study / name);
        auto const ended = run({"check", study.string()});
        EXPECT_EQ(ended.code, 1) << name << "\n" << ended.out;
        EXPECT_NE(ended.out.find("FAIL     " + name), std::string::npos) << name << "\n" << ended.out;
        std::ofstream{study / name, std::ios::binary} << before;
    }
    fs::remove(study / "summary.csv");
    fs::remove(study / "results.nc");
    EXPECT_THAT(run({"check", study.string()}).out, AllOf(HasSubstr("FAIL     summary.csv             is missing"),
                                                          HasSubstr("FAIL     results.nc              is missing"),
                                                          HasSubstr("2 of ")));
}

TEST(Check, TellsATableThatWasWrittenAnewFromTheBlocks)
{
    // Whoever changes results.csv and its hash in the manifest still does not change the blocks.
    test::TemporaryFolder const folder;
    auto const study = folder / "study";
    ASSERT_EQ(test::store_study(study, {"--no-netcdf"}).code, 0);
    tamper(study / "results.csv");
    auto manifest = nlohmann::ordered_json::parse(read_text(study / "manifest.json"));
    auto const text = read_text(study / "results.csv");
    auto const hash = "xxh3-128:" + store::hash_text(text).hex();
    manifest["results_hash"] = hash;
    manifest["hashes"]["results.csv"] = hash;
    std::ofstream{study / "manifest.json"} << manifest.dump(2) << "\n";
    auto const ended = run({"check", study.string(), "--json"});
    EXPECT_EQ(ended.code, 1);
    auto const json = nlohmann::json::parse(ended.out);
    EXPECT_EQ(json.at("format"), "concordat-check");
    EXPECT_EQ(json.at("passed"), false);
    for (auto const& check : json.at("checks")) {
        EXPECT_EQ(check.at("verdict") == "fails", check.at("what") == "results.csv") << check;
    }
    // A manifest that is none is a finding like others; what does not need it is checked all the same.
    std::ofstream{study / "manifest.json"} << R"({"results_hash": "x", "replicates_stored": 3, "hashes": "none"})";
    auto const broken = run({"check", study.string()});
    EXPECT_EQ(broken.code, 1);
    EXPECT_THAT(broken.out, AllOf(HasSubstr("is not the manifest of a study"), HasSubstr("does not say what the blocks say"),
                                  HasSubstr("follows from the blocks")));
    EXPECT_EQ(run({"check", (folder / "nowhere").string()}).code, 2);
}

TEST(Check, WarnsOfADataPackThatIsNoLongerWhatTheStudyRead)
{
    test::TemporaryFolder const folder;
    auto const scenarios = folder / "scenarios";
    fs::copy(CONCORDAT_SOURCE_DIR "/scenarios", scenarios, fs::copy_options::recursive);
    auto const study = folder / "study";
    ASSERT_EQ(test::store_study(study, {"--no-netcdf", "--scenarios", scenarios.string()}).code, 0);
    std::ofstream{scenarios / "england_2008/areas.csv", std::ios::app} << "\n";
    std::ofstream{scenarios / "regimes/laa_2008.yaml", std::ios::app} << "\n";
    auto const ended = run({"check", study.string()});
    EXPECT_EQ(ended.code, 0) << "the study itself is whole\n" << ended.out;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("WARNING  data pack england_2008  is not what the study read: areas.csv\n"),
                                 HasSubstr("the study keeps what it was run with: laa_2008.yaml"),
                                 HasSubstr("but it cannot be run again here as it was")));
    auto const again = run({"rerun", study.string(), "--replicate", "0"});
    EXPECT_EQ(again.code, 2);
    EXPECT_THAT(again.err, HasSubstr("areas.csv: has changed since the study began"));
}
}  // namespace concordat
