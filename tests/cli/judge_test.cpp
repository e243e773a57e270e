// Whether reforms do what their sources say, by a stored comparison.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat
{
namespace
{
using nlohmann::json;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Three of the library's reforms, one of which says what it argues about another outcome.
class Judge : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        folder_ = new test::TemporaryFolder;
        auto const ended = run({"compare", "laa_2008", "ifg_06_secondments", "ifg_18_double_reward_grant", "ifg_06+ifg_18",
                                "--replicates", "3", "--seed", "4", "--assumptions", "fixed", "--quiet", "--no-report", "--out", study()});
        ASSERT_EQ(ended.code, 0) << ended.err;
    }
    static void TearDownTestSuite()
    {
        delete folder_;
        folder_ = nullptr;
    }
    static std::string study() { return (*folder_ / "study").string(); }

    static test::TemporaryFolder* folder_;
};
test::TemporaryFolder* Judge::folder_ = nullptr;
}  // namespace

TEST_F(Judge, HoldsEachReformAgainstItsOwnClaim)
{
    auto const ended = run({"judge", study(), "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const answer = json::parse(ended.out);
    ASSERT_EQ(answer.at("claims").size(), 2U) << "two reforms together have no claim of their own";
    for (auto const& claim : answer.at("claims")) {
        EXPECT_EQ(claim.at("replicates"), 3);
        double const sum = claim.at("share_up").get<double>() + claim.at("share_down").get<double>() + claim.at("share_small").get<double>();
        EXPECT_NEAR(sum, 1.0, 1e-12);
        double const mean = claim.at("mean").get<double>();
        double const smallest = claim.at("smallest_relevant").get<double>();
        if (claim.at("share_up") == 1.0) {
            EXPECT_GT(mean, smallest);
        }
        if (claim.at("share_small") == 1.0) {
            EXPECT_LE(std::abs(mean), smallest);
        }
    }
    EXPECT_EQ(answer.at("claims").at(0).at("reform"), "ifg_06_secondments");
    EXPECT_EQ(answer.at("claims").at(0).at("outcome"), "prescribed_share");
}

TEST_F(Judge, TellsItInATableAndFillsADocument)
{
    auto const document = folder_->write("reforms.md", "# Reforms\n\n<!-- reforms -->\nold\n<!-- end -->\n\nThe end.\n");
    auto const ended = run({"judge", study(), "--fill", document.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("ifg_06_secondments"), HasSubstr("verdict"), HasSubstr("Of 2 claims"), HasSubstr("Only luck is shown")));
    EXPECT_THAT(read_text(document),
                AllOf(HasSubstr("# Reforms\n\n<!-- reforms -->\n"), HasSubstr("line 4684"), HasSubstr("`demands.evidence.centre_noise` × 0.75"),
                      HasSubstr("<!-- end -->\n\nThe end.\n"), Not(HasSubstr("old\n"))));
}

TEST_F(Judge, SaysHowAnOutcomeGoesWithTheDose)
{
    auto const doses = (*folder_ / "doses").string();
    auto const ended = run({"compare", "laa_2008", "ifg_18@weak", "ifg_18", "ifg_18@strong", "ifg_02_adds_attention@strong", "--replicates", "3",
                            "--seed", "4", "--assumptions", "fixed", "--quiet", "--no-report", "--out", doses});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const answer = json::parse(run({"judge", doses, "--json"}).out);
    ASSERT_EQ(answer.at("claims").size(), 1U) << "a dose is no claim of its own";
    auto const& found = answer.at("claims").at(0).at("doses");
    EXPECT_EQ(found.at("weak"), found.at("stated")) << "at least double: two is the weakest";
    EXPECT_GT(found.at("strong").get<double>(), found.at("stated").get<double>());
    EXPECT_EQ(found.at("shape"), "rises");
    auto const document = folder_->write("doses.md", "<!-- reforms -->\n<!-- end -->\n<!-- doses -->\nold\n<!-- end -->\n");
    auto const told = run({"judge", doses, "--fill", document.string()});
    EXPECT_THAT(told.out, HasSubstr("Doses of 1 reforms: 1 rises."));
    EXPECT_THAT(read_text(document), AllOf(HasSubstr("stated to strong"), HasSubstr("| rises |"), Not(HasSubstr("old"))));
    ASSERT_EQ(run({"judge", study(), "--fill", document.string()}).code, 0);
    EXPECT_THAT(read_text(document), Not(HasSubstr("stated to strong"))) << "both tables are of one study";
}

TEST_F(Judge, RefusesWhatItCannotJudge)
{
    auto const no_mark = folder_->write("plain.md", "# Reforms\n");
    auto const ended = run({"judge", study(), "--fill", no_mark.string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("<!-- reforms -->"));
    EXPECT_EQ(read_text(no_mark), "# Reforms\n");
    EXPECT_EQ(run({"judge", (*folder_ / "nowhere").string()}).code, 2);
    auto const alone = (*folder_ / "alone").string();
    ASSERT_EQ(run({"run", "laa_2008", "--replicates", "1", "--seed", "1", "--quiet", "--out", alone}).code, 0);
    auto const single = run({"judge", alone});
    EXPECT_EQ(single.code, 2);
    EXPECT_THAT(single.err, HasSubstr("holds no comparison"));
}
}  // namespace concordat
