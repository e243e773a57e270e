// Which assumptions an outcome, or a reform's effect, hangs on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
using testing::Not;

json ask(std::string const& command, std::vector<std::string> const& more)
{
    std::vector<std::string> arguments{command};
    arguments.insert(arguments.end(), more.begin(), more.end());
    for (auto const* const one : {"--seed", "5", "--json", "--quiet", "--record", "nation"}) arguments.emplace_back(one);
    auto const ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.code == 0 ? json::parse(ended.out) : json{};
}

json const& effect_of(json const& outcome, std::string const& path)
{
    for (auto const& one : outcome.at("effects")) {
        if (one.at("path") == path) return one;
    }
    throw std::runtime_error{"there is no effect of " + path};
}

double welfare_at(std::string const& setting)
{
    auto const answer = ask("run", {"laa_2008", "--replicates", "1", "--set", setting});
    for (auto const& one : answer.at("results")) {
        if (one.at("outcome") == "welfare") return one.at("values").at("mean").get<double>();
    }
    throw std::runtime_error{"there is no welfare"};
}
}  // namespace

// Welfare falls by the same amount for every pound of tax, wherever the other assumption stands.
TEST(Sensitivity, OfALinearAccountIsTheDifferenceBetweenTheEndsOfTheRange)
{
    auto const answer = ask("sensitivity", {"laa_2008", "--parameters",
                                            "welfare.account.cost_of_funds,gaming.manipulation.bunching_window", "--outcome",
                                            "welfare,just_above", "--base", "3", "--replicates", "1"});
    EXPECT_EQ(answer.at("points"), 9);
    auto const& welfare = answer.at("outcomes").at(0);
    auto const& cost = effect_of(welfare, "welfare.account.cost_of_funds");
    double const expected = welfare_at("welfare.account.cost_of_funds=1.4") - welfare_at("welfare.account.cost_of_funds=1");
    EXPECT_LT(expected, 0.0);
    EXPECT_NEAR(cost.at("mean").get<double>(), expected, 1e-9 * -expected);
    EXPECT_NEAR(cost.at("mean_absolute").get<double>(), -expected, 1e-9 * -expected);
    EXPECT_NEAR(cost.at("sd").get<double>(), 0.0, 1e-9 * -expected);
    // How wide the strips are in which reports are counted moves the count and nothing else.
    EXPECT_EQ(effect_of(welfare, "gaming.manipulation.bunching_window").at("mean_absolute"), 0.0);
    EXPECT_GT(effect_of(answer.at("outcomes").at(1), "gaming.manipulation.bunching_window").at("mean").get<double>(), 0.0);
}

TEST(Sensitivity, OfAReformsEffectLeavesOutWhatMovesBothSidesAlike)
{
    auto const answer = ask("sensitivity", {"laa_2008", "ifg_18", "--parameters",
                                            "delivery.motives.effort_per_thousand,inspection.standards.cost", "--outcome",
                                            "true_gain_selected,exchequer_cost", "--base", "2", "--replicates", "1"});
    EXPECT_EQ(answer.at("baseline"), "laa_2008");
    auto const& gain = answer.at("outcomes").at(0);
    EXPECT_EQ(gain.at("of"), "change");
    EXPECT_EQ(gain.at("positive"), 1.0);
    EXPECT_GT(effect_of(gain, "delivery.motives.effort_per_thousand").at("mean").get<double>(), 0.0);
    EXPECT_EQ(effect_of(gain, "inspection.standards.cost").at("mean_absolute"), 0.0);
}

// Two costs that add up: each one's share of the variance is that of its squared range.
TEST(Sensitivity, SplitsTheVarianceOfASumBySquaresAndSaysWhetherMorePointsWouldChangeIt)
{
    auto const answer = ask("sensitivity", {"laa_2008", "--method", "sobol", "--parameters",
                                            "welfare.account.effort_price,welfare.account.official_cost", "--outcome", "welfare",
                                            "--base", "16", "--replicates", "1"});
    auto const& steps = answer.at("outcomes").at(0).at("shares");
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps.back().at("base_points"), 16);
    double const price = welfare_at("welfare.account.effort_price=250") - welfare_at("welfare.account.effort_price=0");
    double const officials = welfare_at("welfare.account.official_cost=90") - welfare_at("welfare.account.official_cost=30");
    double const share = price * price / (price * price + officials * officials);
    EXPECT_NEAR(steps.back().at("assumptions").at(0).at("first").get<double>(), share, 0.05);
    EXPECT_NEAR(steps.back().at("assumptions").at(0).at("total").get<double>(), share, 0.05);
    EXPECT_NEAR(steps.back().at("assumptions").at(1).at("total").get<double>(), 1.0 - share, 0.05);
}

TEST(Sensitivity, TellsItInATableAndAChartAndGoesOnWithMoreReplicates)
{
    test::TemporaryFolder const folder;
    std::vector<std::string> const base{"sensitivity", "laa_2008", "--parameters", "inspection.assessment", "--outcome", "true_gain",
                                        "--base", "2", "--seed", "5", "--quiet"};
    auto const study = [&](std::string const& name, std::string const& replicates) {
        auto arguments = base;
        for (auto const& one : {std::string{"--replicates"}, replicates, std::string{"--out"}, (folder.path() / name).string()}) {
            arguments.push_back(one);
        }
        return run(arguments);
    };
    auto const ended = study("two", "2");
    ASSERT_EQ(ended.code, 0) << ended.err;
    for (auto const* const text : {"Which assumptions laa_2008 hangs on", "inspection: 4 to 24", "assessment.agreement_weight: 0 to 1",
                                   "effect", "signed", "spread", "####", "sensitivity.svg"}) {
        EXPECT_THAT(ended.out, HasSubstr(text));
    }
    EXPECT_THAT(ended.out, Not(HasSubstr("report.html")));
    ASSERT_EQ(study("one", "1").code, 0);
    ASSERT_EQ(run({"resume", (folder.path() / "one").string(), "--replicates", "2", "--quiet"}).code, 0);
    for (auto const* const name : {"sensitivity.csv", "sensitivity.svg", "design.csv", "results.csv"}) {
        EXPECT_EQ(read_text(folder.path() / "one" / name), read_text(folder.path() / "two" / name)) << name;
    }
    EXPECT_THAT(read_text(folder.path() / "two" / "sensitivity.csv"),
                AllOf(HasSubstr("outcome,unit,of,method,path,assumption,values,effects,mean_absolute"),
                      HasSubstr("true_gain,sigma,level,morris,inspection.assessment.strength,inspection,4 to 24,")));
    // The QA pack's log says what was found, beside every parameter that was moved.
    ASSERT_EQ(run({"qa", (folder.path() / "two").string()}).code, 0);
    EXPECT_THAT(read_text(folder.path() / "two" / "qa" / "README.md"), AllOf(HasSubstr("Which assumptions does"), HasSubstr("hangs most on assessment.routine (")));
    EXPECT_THAT(read_text(folder.path() / "two" / "qa" / "assumptions_log.csv"),
                AllOf(HasSubstr("4 to 24: "), HasSubstr("on true_gain on average (elementary effect), 3 of 5 assumptions")));
    EXPECT_EQ(run({"check", (folder.path() / "two").string()}).code, 0);
}

TEST(Sensitivity, RefusesWhatItDoesNotKnowAndWhatWouldBeTooMuch)
{
    auto const ended = run({"sensitivity", "laa_2008", "--parameters", "gamin,delivery.motive.crowding", "--method", "sobl",
                            "--outcome", "welfar"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("'sobl' is not morris or sobol"), HasSubstr("did you mean 'welfare'?"),
                                 HasSubstr("unknown parameter 'gamin'"), HasSubstr("did you mean 'delivery.motives.crowding'?"),
                                 HasSubstr("4 problems")));
    EXPECT_THAT(run({"sensitivity", "laa_2008", "--method", "sobol", "--base", "100"}).err, HasSubstr("take 64 or 128"));
    EXPECT_THAT(run({"sensitivity", "laa_2008", "--base", "1000"}).err, HasSubstr("a design has at most 10000"));
    EXPECT_THAT(run({"sensitivity", "laa_2008", "ifg_18", "cap_20"}).err, HasSubstr("not 3 scenarios"));
    EXPECT_THAT(run({"sensitivity", "laa_2008", "--parameters", "selection.departments.ask_limit"}).err, HasSubstr("has no end"));
}
}  // namespace concordat
