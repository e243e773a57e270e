#include "models/cycle/model.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>
#include <set>

#include "tests/support/england.hpp"
#include "tests/support/england_delivery.hpp"

namespace concordat::cycle
{
namespace
{
using incentives::PrizeFund;
using incentives::SchemeKind;

scenario::ModelParams with_scheme(SchemeKind scheme)
{
    auto params = support::baseline_params();
    params.incentives.scheme = scheme;
    return params;
}

/// Whether two rows hold the same bytes, missing values included.
bool same_bytes(std::vector<double> const& first, std::vector<double> const& second)
{
    return first.size() == second.size() && std::memcmp(first.data(), second.data(), first.size() * sizeof(double)) == 0;
}

OutcomeTally const& tally()
{
    static OutcomeTally const by_region{*support::england(), {Grouping::region, Grouping::indicator}};
    return by_region;
}

/// The nation's value of an outcome in a row.
double find(std::vector<double> const& row, std::string const& name)
{
    auto const& schema = tally().schema();
    for (std::size_t c = 0; c < row.size(); ++c) {
        bool const wanted = schema.outcome_of(c).name == name && schema.period_name(c) == "round";
        if (wanted && schema.group_text(c) == "nation:England") return row[c];
    }
    throw std::runtime_error{"no outcome " + name};
}

TEST(Model, AWorldUsedBeforeGivesTheSameBytesAsAFreshOne)
{
    for (auto const scheme : {SchemeKind::threshold, SchemeKind::tournament, SchemeKind::pooled}) {
        support::EnglandRun used{with_scheme(scheme)}, fresh{with_scheme(scheme)};
        for (std::uint32_t r = 0; r < 3; ++r) used.run(r);
        EXPECT_TRUE(same_bytes(used.outcomes(5, tally()), fresh.outcomes(5, tally()))) << static_cast<int>(scheme);
    }
}

TEST(Model, BlocksThatHandTheMemoryOfAYearAlongGiveTheSameBytesAsBlocksWithTheirOwn)
{
    // With learning and without, where constants stay; where fences come from them; where the last year's are read at
    // the settlement; where motives are changed in place.
    std::vector<scenario::ModelParams> cases{support::baseline_params(), support::quiet_params()};
    cases[1].delivery.budgets.ring_fence = 0.9;
    cases.push_back(support::baseline_params());
    cases[2].incentives.scheme = incentives::SchemeKind::pooled;
    cases.push_back(support::quiet_params());
    cases[3].delivery.motives.known_spillovers = 0.5;
    for (auto const& params : cases) {
        support::EnglandRun lent{params}, own{params};
        own.world.keeps_years = true;
        own.model.furnish(own.world);
        EXPECT_FALSE(own.world.blocks.back().lived.gain.empty());
        EXPECT_TRUE(lent.world.blocks.back().lived.gain.empty());
        EXPECT_EQ(support::outputs_of(lent.run(4)), support::outputs_of(own.run(4)));
    }
}

TEST(Model, SomeReportFalselyUnderEveryRewardRuleAndNobodyWhereMeasuresCannotBeMoved)
{
    using gaming::RewardShape;
    struct Rule
    {
        SchemeKind scheme;
        RewardShape shape;
    };
    for (auto const& rule : {Rule{SchemeKind::threshold, RewardShape::jump}, Rule{SchemeKind::pro_rata, RewardShape::pro_rata},
                             Rule{SchemeKind::linear, RewardShape::slope}, Rule{SchemeKind::pooled, RewardShape::slope},
                             Rule{SchemeKind::tournament, RewardShape::contest}}) {
        for (double const share : {0.0, 0.33}) {
            auto params = with_scheme(rule.scheme);
            params.gaming.shape = rule.shape;
            params.gaming.manipulable = core::Share{share};
            support::EnglandRun run{params};
            auto const& gaming = run.run(4).gaming;
            double const misreports = gaming.misreports.head(150).sum();
            EXPECT_EQ(misreports > 0.0, share > 0.0) << static_cast<int>(rule.scheme);
            if (rule.scheme == SchemeKind::tournament && share > 0.0) {
                EXPECT_GT((gaming.misreported == 1).count(), 0) << "contests are about every unit";
            }
        }
    }
}

TEST(Model, ANullReformDiffersByExactlyNothing)
{
    auto reform = support::baseline_params();
    reform.incentives.per_target = core::Pounds{1.0 * reform.incentives.per_target.value()};
    // Settings of schemes that are not in use do nothing either.
    reform.incentives.tournament.winner_share = 0.3;
    reform.incentives.pro_rata.floor = 0.1;
    support::EnglandRun before, after{reform};
    for (std::uint32_t r = 0; r < 2; ++r) {
        EXPECT_TRUE(same_bytes(before.outcomes(r, tally()), after.outcomes(r, tally())));
    }
}

TEST(Model, ReplicatesDiffer)
{
    support::EnglandRun run;
    EXPECT_FALSE(same_bytes(run.outcomes(0, tally()), run.outcomes(1, tally())));
}

TEST(Model, TrueTracksAreTrendGainsSpilloversAndLuck)
{
    support::EnglandRun run;
    auto const& world = run.run(2);
    for (int i = 0; i < 150; ++i) {
        for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            int const j = world.agreement.item(i, k);
            double luck = 0.0;
            for (std::size_t t = 0; t < 3; ++t) luck += world.shocks.luck[t](i, j) + world.shocks.common[t][j];
            double const anyway = world.population.trend(i, j) + world.performance.spillover(i, j);
            ASSERT_NEAR(world.performance.outcome(i, k), anyway + world.performance.true_gain(i, j) + luck, 1e-12)
                << "area " << i << ", slot " << k;
        }
    }
}

TEST(Model, ReportsAreMeasuredTracksInTheMoodOfTheLastYear)
{
    support::EnglandRun run{support::quiet_params()};
    auto const& world = run.run(2);
    int surveys = 0;
    for (int i = 0; i < 150; ++i) {
        for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            int const j = world.agreement.item(i, k);
            double const mood = world.performance.reported(i, k) - world.performance.measured(i, k);
            ASSERT_NEAR(mood, world.shocks.perception[2][j], 1e-12);
            surveys += mood != 0.0 ? 1 : 0;
        }
    }
    EXPECT_GT(surveys, 0);
}

TEST(Model, ReportsAreTrueWhereMeasuresAreUndistortedAndNoFactorIsCommon)
{
    auto params = support::quiet_params();
    params.population.indicators.distortion_mean = 0.0;
    params.population.indicators.common_spread = core::Sigma{0.0};
    support::EnglandRun run{params};
    auto const& world = run.run(0);
    for (int i = 0; i < 150; ++i) {
        for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            ASSERT_NEAR(world.performance.reported(i, k), world.performance.outcome(i, k), 1e-12);
        }
    }
}

TEST(Model, WithoutMotivesOfTheirOwnPartnersAchieveTheCosineOfWhatIsMeasured)
{
    // Work on the outcome is cos M, on the measure alone sin M: measured (cos^2 + sin^2) M, true cos M.
    auto params = support::baseline_params();
    params.delivery.motives.intrinsic = 0.0;
    params.delivery.budgets.slack = std::numeric_limits<double>::infinity();
    support::EnglandRun run{params};
    auto const& world = run.run(0);
    int moved = 0;
    for (int i = 0; i < 150; ++i) {
        for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            int const j = world.agreement.item(i, k);
            double const gain = world.performance.true_gain(i, j);
            double const gap = world.performance.measured(i, k) - world.performance.outcome(i, k);
            ASSERT_NEAR(gap, gain * (1.0 / world.population.cos_distortion[j] - 1.0), 1e-9 * (1.0 + gain));
            moved += gap > 1e-3 ? 1 : 0;
        }
    }
    EXPECT_GT(moved, 1000);
}

TEST(Model, ARewardOfNothingIsNoReward)
{
    auto unpaid = support::baseline_params();
    unpaid.incentives.per_target = core::Pounds{0.0};
    support::EnglandRun nothing{unpaid}, none{with_scheme(SchemeKind::none)};
    auto const first = nothing.outcomes(1, tally());
    auto const second = none.outcomes(1, tally());
    EXPECT_NEAR(find(first, "true_gain"), find(second, "true_gain"), 1e-9);
    EXPECT_EQ(find(first, "reward_paid"), 0.0);
    EXPECT_EQ(find(second, "reward_paid"), 0.0);
}

TEST(Model, PaysSingleRewardsForGainsOnTheMeasureInsideAndOutsideAgreements)
{
    for (auto params : {support::quiet_params(), support::baseline_params()}) {
        params.incentives.single = {.per_indicator = core::Pounds{60000.0}, .count = 198};
        support::EnglandRun run{params};
        auto const& world = run.run(0);
        auto const& out = world.performance;
        double paid = 0.0;
        int inside = 0;
        for (int i = 0; i < 150; ++i) {
            paid += out.single_reward[i];
            for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                int const j = world.agreement.item(i, k);
                double gain = 0.0;
                for (auto const& year : out.year_gain) gain += year(i, k) / years_per_round;
                ASSERT_NEAR(out.single_gain(i, j), gain, 1e-12);
                ++inside;
            }
            for (int j = 0; j < 198; ++j) ASSERT_GT(out.single_gain(i, j), 0.0);
        }
        EXPECT_GT(inside, 4000);
        EXPECT_NEAR(paid, 150.0 * 198.0 * 30.0, 1e-3 * paid) << "half of what is offered, however much is gained";
    }
}

TEST(Model, LargerRewardsRaiseWhatIsInTheAgreement)
{
    auto params = support::baseline_params();
    support::EnglandRun plain{params};
    params.incentives.per_target = core::Pounds{12.5 * params.incentives.per_target.value()};
    support::EnglandRun large{params};
    for (std::uint32_t r = 0; r < 2; ++r) {
        auto const before = plain.outcomes(r, tally());
        auto const after = large.outcomes(r, tally());
        EXPECT_GT(find(after, "true_gain_selected"), find(before, "true_gain_selected"));
        EXPECT_GT(find(after, "exchequer_cost"), find(before, "exchequer_cost"));
        // Negotiated before anybody delivers, so agreements are the same.
        EXPECT_EQ(find(after, "picks_per_area"), find(before, "picks_per_area"));
        EXPECT_EQ(find(after, "choice_gini"), find(before, "choice_gini"));
    }
}

TEST(Model, ContestedPrizesCostWhatTheHitOrMissRuleWouldPayOnThem)
{
    support::EnglandRun targets, contests{with_scheme(SchemeKind::tournament)};
    ASSERT_EQ(contests.model.params().incentives.prize_fund, PrizeFund::threshold_expected);
    auto const& ranked = contests.run(6).performance;
    auto const& plain = targets.run(6).performance;
    double prizes = 0.0, rewards = 0.0, contested = 0.0, with_level = 0.0;
    std::set<double> offers;
    for (Eigen::Index i = 0; i < 150; ++i) {
        for (Eigen::Index k = 0; k < ranked.contestants.cols(); ++k) {
            if (ranked.contestants(i, k) == 0) continue;
            prizes += ranked.reward(i, k);
            rewards += plain.expected_payment(i, k);
            contested += 1.0;
            with_level += plain.expected_payment(i, k) > 0.0 ? 1.0 : 0.0;
            offers.insert(ranked.reward(i, k));
        }
    }
    EXPECT_GT(rewards, 0.0);
    EXPECT_LT(with_level, contested) << "some have no level yet, and are worth what the others are";
    EXPECT_NEAR(prizes / contested, rewards / with_level, 1e-6 * rewards / with_level);
    EXPECT_EQ(offers.size(), 1U) << "one prize fund per contested target";
}

TEST(Model, PartOfARewardThatIsHonouredIsThePartThatIsPaid)
{
    auto params = support::baseline_params();
    params.incentives.honoured = core::Share{0.25};
    support::EnglandRun whole, quarter{params};
    double const paid = find(whole.outcomes(3, tally()), "reward_paid");
    EXPECT_NEAR(find(quarter.outcomes(3, tally()), "reward_paid"), 0.25 * paid, 1e-9 * paid);
}

TEST(Model, AShorterAgreementHasFewerItems)
{
    auto params = support::baseline_params();
    params.selection.cap = 20;
    support::EnglandRun run{params};
    auto const& world = run.run(0);
    for (int i = 0; i < 150; ++i) {
        auto const row = static_cast<std::size_t>(i);
        EXPECT_LE(world.agreement.count[row] - world.agreement.statutory[row], 20);
    }
}

TEST(StepList, NamesAFolderForEveryStep)
{
    auto const folder = std::filesystem::path{CONCORDAT_SOURCE_DIR};
    std::set<std::string> folders, titles;
    for (auto const& step : step_list()) {
        EXPECT_TRUE(std::filesystem::is_directory(folder / step.section)) << step.title;
        EXPECT_TRUE(titles.insert(step.title).second) << step.title;
        folders.insert(step.section);
    }
    // Every mechanism has its place in the round.
    for (auto const* mechanism : {"population", "demands", "selection", "levels", "incentives", "delivery", "inspection",
                                  "measurement", "welfare"}) {
        EXPECT_TRUE(folders.contains(std::string{"models/"} + mechanism)) << mechanism;
    }
}
}  // namespace
}  // namespace concordat::cycle
