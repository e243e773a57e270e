// Why a reform changes what it changes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using nlohmann::json;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;

json decompose(std::vector<std::string> const& more)
{
    std::vector<std::string> arguments{"decompose", "laa_2008"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    for (auto const* const one : {"--seed", "5", "--json", "--quiet", "--record", "nation"}) arguments.emplace_back(one);
    auto const ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.code == 0 ? json::parse(ended.out) : json{};
}

/// The terms of a split but its total.
double sum_of_terms(json const& split)
{
    double sum = 0.0;
    for (auto const& term : split.at("terms")) {
        if (term.at("term") != "total") sum += term.at("amount").at("mean").get<double>();
    }
    return sum;
}

double total_of(json const& split) { return split.at("terms").back().at("amount").at("mean").get<double>(); }

json const& part_of(json const& split, std::string const& name)
{
    for (auto const& term : split.at("terms")) {
        if (term.contains("part") && term.at("part") == name) return term;
    }
    throw std::runtime_error{"there is no part " + name};
}
}  // namespace

TEST(Decompose, SplitsAPackageByItsChangesAndByMechanismsAndEveryTermAddsUp)
{
    auto const answer = decompose({"ifg_18+cap_20", "--outcome", "true_gain,reward_paid", "--channels", "money,gaming",
                                   "--replicates", "1"});
    ASSERT_EQ(answer.at("splits").size(), 4U);
    EXPECT_EQ(answer.at("runs_per_replicate"), 2 + 2 + 6);
    for (auto const& split : answer.at("splits")) {
        EXPECT_NEAR(sum_of_terms(split), total_of(split), 1e-12 * (1.0 + std::abs(total_of(split))));
        EXPECT_NEAR(total_of(split),
                    split.at("reform").at("mean").get<double>() - split.at("baseline").at("mean").get<double>(), 1e-9);
        EXPECT_GT(std::abs(total_of(split)), 0.0);
    }
    // A larger reward moves nobody to whom money is nothing; a shorter list still does.
    auto const money = decompose({"ifg_18", "--outcome", "true_gain_selected", "--channels", "money", "--replicates", "1"});
    ASSERT_EQ(money.at("splits").size(), 1U);  // one change is the whole reform
    EXPECT_NEAR(part_of(money.at("splits")[0], "money").at("share").get<double>(), 1.0, 0.05);
}

TEST(Decompose, OfAChangeThatAddsNothingGivesItExactlyZero)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("reform.yaml",
                                   "title: One that counts and one that does not\nchanges:\n"
                                   "  - {path: incentives.reward_grant.per_target, multiply: 2, reason: r}\n"
                                   "  - {path: incentives.tournament.winner_share, set: 0.3, reason: there is no tournament}\n");
    auto const answer = decompose({file.string(), "--outcome", "true_gain", "--split", "changes", "--replicates", "1"});
    auto const& split = answer.at("splits").at(0);
    EXPECT_EQ(part_of(split, "incentives.tournament.winner_share").at("amount").at("mean"), 0.0);
    EXPECT_EQ(part_of(split, "incentives.reward_grant.per_target").at("amount").at("mean"), total_of(split));
}

TEST(Decompose, OfAReformThatChangesNothingIsZeroThroughout)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("null.yaml",
                                   "title: Nothing\nchanges:\n  - {path: incentives.reward_grant.per_target, multiply: 1, reason: r}\n");
    auto const answer = decompose({file.string(), "--channels", "money,learning", "--replicates", "1"});
    for (auto const& split : answer.at("splits")) {
        for (auto const& term : split.at("terms")) EXPECT_EQ(term.at("amount").at("mean"), 0.0);
    }
}

TEST(Decompose, TellsItInATableAndAChartAndKeepsWhatWasAsked)
{
    test::TemporaryFolder const folder;
    auto const out = folder.path() / "why";
    auto const ended = run({"decompose", "laa_2008", "ifg_18+cap_20", "--outcome", "true_gain", "--channels", "money",
                            "--replicates", "2", "--seed", "5", "--out", out.string(), "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    for (auto const* const text : {"Why laa_2008+ifg_18_double_reward_grant+cap_20 differs from laa_2008", "by change of the reform",
                                   "per_target: 40000 -> 80000", "cap: 35 -> 20", "by mechanism of the model", "money",
                                   "with these mechanisms off", "100 %", "Shapley", "decomposition.svg"}) {
        EXPECT_THAT(ended.out, HasSubstr(text));
    }
    EXPECT_THAT(read_text(out / "decomposition.csv"),
                AllOf(HasSubstr("outcome,by,term,part,detail,n,mean"), HasSubstr("true_gain,changes,part,selection.agreement.cap,35 -> 20,2,"),
                      HasSubstr("true_gain,mechanisms,left,")));
    EXPECT_THAT(read_text(out / "decomposition.svg"), AllOf(HasSubstr("<svg"), HasSubstr("by mechanism of the model")));
    auto const manifest = json::parse(read_text(out / "manifest.json"));
    EXPECT_EQ(manifest.at("command"), "decompose");
    EXPECT_EQ(manifest.at("decomposition").at("splits").size(), 2U);
}

TEST(Decompose, RefusesWhatItDoesNotKnow)
{
    auto const ended = run({"decompose", "laa_2008", "ifg_18", "--outcome", "true_gains", "--channels", "mony", "--split", "half"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("did you mean 'true_gain'?"), HasSubstr("did you mean 'money'?"), HasSubstr("'half' is not")));
    EXPECT_THAT(run({"decompose", "laa_2008", "ifg_18", "--split", "changes"}).err, HasSubstr("fewer than two changes"));
    EXPECT_EQ(run({"decompose", "laa_2008"}).code, 2);
}
}  // namespace concordat
