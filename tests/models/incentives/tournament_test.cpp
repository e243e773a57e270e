#include "models/incentives/tournament.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "models/incentives/order_statistics.hpp"
#include "models/incentives/threshold.hpp"
#include "sim/random/streams.hpp"
#include "tests/support/scheme_kit.hpp"

namespace concordat::incentives
{
namespace
{
Tournament make_tournament(double winner_share, int contestants,
                           std::vector<double> remaining = {1.0})
{
    return Tournament{{.winner_share = winner_share,
                       .min_contestants = 2,
                       .max_contestants = contestants,
                       .remaining = std::move(remaining)},
                      std::make_unique<Threshold const>()};
}

TEST(PrizeCount, RoundsButNeverToNoneOrAll)
{
    EXPECT_EQ(prize_count(0.3, 10), 3);
    EXPECT_EQ(prize_count(0.5, 5), 3);
    EXPECT_EQ(prize_count(0.05, 5), 1);
    EXPECT_EQ(prize_count(0.95, 5), 4);
    EXPECT_EQ(prize_count(0.95, 2), 1);
}

/// One slot; area `lane` has `ahead` rivals in front and `level` beside it.
double pay_one(Tournament const& tournament, int contestants, int ahead, int level)
{
    state::BlockSlots in;
    in.resize(1);
    in.slots = 1;
    in.reward[0] = core::Lanes{100.0};
    in.contestants[0].fill(contestants);
    in.rivals_ahead[0] = core::Lanes{static_cast<double>(ahead)};
    in.rivals_level[0] = core::Lanes{static_cast<double>(level)};
    std::vector<core::Lanes> const reported{core::Lanes{0.0}};
    std::vector<core::Lanes> paid(1);
    tournament.pay(in, reported, paid);
    return paid[0][0];
}

TEST(Tournament, PaysThePrizeFundToTheWinners)
{
    auto const tournament = make_tournament(0.3, 10);
    EXPECT_DOUBLE_EQ(pay_one(tournament, 10, 0, 0), 1000.0 / 3.0);
    EXPECT_DOUBLE_EQ(pay_one(tournament, 10, 2, 0), 1000.0 / 3.0);
    EXPECT_EQ(pay_one(tournament, 10, 3, 0), 0.0);
}

TEST(Tournament, AreasTiedOnTheLastWinningRankShareThePrizesTheySpan)
{
    auto const tournament = make_tournament(0.5, 4);
    double const prize = 100.0 * 4 / 2;
    EXPECT_EQ(pay_one(tournament, 4, 0, 0), prize);
    EXPECT_EQ(pay_one(tournament, 4, 1, 1), prize / 2.0);
    EXPECT_EQ(pay_one(tournament, 4, 3, 0), 0.0);
    // All level: everybody gets the reward per contestant.
    EXPECT_EQ(pay_one(tournament, 4, 0, 3), 100.0);
    EXPECT_EQ(pay_one(tournament, 4, 0, 1), prize);
}

TEST(Tournament, SpendsItsFundWhateverTheTies)
{
    auto const tournament = make_tournament(0.4, 10);
    std::vector<std::vector<int>> const results{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
                                                {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                                                {5, 5, 5, 3, 3, 3, 3, 1, 1, 0},
                                                {9, 9, 9, 9, 9, 9, 1, 1, 1, 1}};
    for (auto const& scores : results) {
        double sum = 0.0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            auto const ahead =
                std::count_if(scores.begin(), scores.end(), [&](int s) { return s > scores[i]; });
            auto const level = std::count(scores.begin(), scores.end(), scores[i]) - 1;
            sum += pay_one(tournament, 10, static_cast<int>(ahead), static_cast<int>(level));
        }
        EXPECT_NEAR(sum, 1000.0, 1e-9);
    }
}

TEST(Tournament, ReadsItsTableToAMillionth)
{
    auto const tournament = make_tournament(0.3, 10, {1.0, 2.0 / 3.0, 1.0 / 3.0});
    auto in = support::make_slots();
    std::vector<state::Slope> slope(5);
    std::vector<core::Lanes> expected(5);
    for (double const left : {1.0, 2.0 / 3.0, 1.0 / 3.0}) {
        constexpr double rival_spread = 1.3;
        in.contestants[0].fill(10);
        in.reward[0] = core::Lanes{1.0};
        in.rival_spread[0] = core::Lanes{rival_spread};
        in.own_spread[0] = core::Lanes{rival_spread * std::sqrt(left)};
        in.trend[0] = in.rival_gain[0] = core::Lanes{0.0};
        for (std::size_t k = 1; k < 5; ++k) in.contestants[k].fill(0);
        WinChance const win{10, 3, rival_spread * std::sqrt(left), rival_spread};
        for (double lead = -6.0; lead < 6.0; lead += 0.0173) {
            in.expected[0] = core::Lanes{lead};
            tournament.price(in, slope);
            tournament.expect(in, expected);
            ASSERT_NEAR(slope[0].value[0], 10.0 / 3.0 * win.slope(lead), 3e-6) << lead;
            ASSERT_NEAR(expected[0][0], 10.0 / 3.0 * win.probability(lead), 3e-7) << lead;
        }
    }
}

// 40,000 contests per lead: standard error of the chance below .0025, so 4 of them are .01; four
// leads, a false alarm in one of 4,000 other seeds.
TEST(Tournament, ExpectsWhatItPaysOnAverageOverLuck)
{
    constexpr int contests = 40000, n = 6;
    auto const tournament = make_tournament(0.5, n);
    state::BlockSlots in;
    in.resize(1);
    in.slots = 1;
    in.reward[0] = core::Lanes{1.0};
    in.contestants[0].fill(n);
    in.expected[0] = core::Lanes{0.0};
    for (std::size_t lane = 0; lane < core::lane_count; ++lane)
        in.expected[0][lane] = -1.0 + 0.7 * static_cast<double>(lane);
    in.rival_gain[0] = core::Lanes{0.2};
    std::vector<core::Lanes> expected(1), paid(1);
    tournament.expect(in, expected);
    core::Lanes mean{0.0};
    for (int c = 0; c < contests; ++c) {
        auto const luck = [&](int i) {
            return random::normal(
                {1, static_cast<std::uint32_t>(c), random::Purpose{"test.luck"}, 0},
                static_cast<std::uint32_t>(i));
        };
        std::vector<core::Lanes> const reported{in.expected[0] + luck(0)};
        core::Lanes ahead{0.0};
        for (int i = 1; i < n; ++i) {
            ahead += core::select(core::Lanes{0.2 + luck(i)} > reported[0], core::Lanes{1.0},
                                  core::Lanes{0.0});
        }
        in.rivals_ahead[0] = ahead;
        tournament.pay(in, reported, paid);
        mean += paid[0] / contests;
    }
    for (std::size_t lane = 0; lane < core::lane_count; ++lane)
        EXPECT_NEAR(mean[lane], expected[0][lane], 2 * 0.01);
}

TEST(SymmetricEquilibrium, ExistsForSmallPrizesAndNotForHugeOnes)
{
    for (int const n : {2, 4, 10, 15}) {
        EXPECT_TRUE(symmetric_equilibrium_exists(n, std::max(1, n / 2), 0.5));
        EXPECT_FALSE(symmetric_equilibrium_exists(n, std::max(1, n / 2), 50.0));
    }
}
}  // namespace
}  // namespace concordat::incentives
