#include "models/levels/level_talks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "sim/core/bargaining.hpp"
#include "tests/models/levels/level_table.hpp"

namespace concordat::levels
{
namespace
{
using core::Share;
using core::Sigma;

/// Whether two tables hold the same bits.
testing::AssertionResult same(state::AreaTable const& a, state::AreaTable const& b)
{
    for (Eigen::Index i = 0; i < a.size(); ++i) {
        if (a(i) != b(i)) return testing::AssertionFailure() << a(i) << " is not " << b(i) << " at " << i;
    }
    return testing::AssertionSuccess();
}

TEST(LevelTalks, ImposeWithTheCentresPowerWhereThereIsNoRoomAndParkOtherwise)
{
    auto params = make_neutral_talks();
    params.council_limit = Sigma{3.0};
    params.centre_least = Share{.7};
    LevelTable table{support::make_small_pack(150, 60), params};
    for (int j = 0; j < 60; j += 2) table.population.top_down[j] = 1;
    for (int i = 0; i < 150; ++i) table.population.centre_weight(i) = i < 75 ? .8 : .3;
    table.strike();
    double strong = 0.0, weak = 0.0;
    for (int i = 0; i < 150; ++i) {
        EXPECT_EQ(table.record.imposed_items(i) + table.record.placeholders(i), 30.0) << "3.5 is more than 3";
        (i < 75 ? strong : weak) += table.record.imposed_items(i) / (75.0 * 30.0);
        for (int slot = 0; slot < 60; ++slot) {
            bool const imposed = table.record.imposed(i, slot) != 0;
            bool const parked = table.agreement.placeholder(i, slot) != 0;
            EXPECT_EQ(imposed || parked, slot % 2 == 0);
            EXPECT_NEAR(table.targets.stretch(i, slot), parked ? 0.0 : imposed ? 5.0 : 1.3, 1e-12);
            EXPECT_EQ(parked, table.targets.level(i, slot) == 0.0);
        }
    }
    EXPECT_NEAR(strong, .8, .05);
    EXPECT_NEAR(weak, .3, .05);
}

TEST(LevelTalks, LeaveItemsWithoutABaselineAndThoseThatCameParkedWithoutALevel)
{
    auto params = make_neutral_talks();
    params.wait_for_baseline = true;
    params.bargaining.understatement = Sigma{1.8};
    LevelTable table{support::make_small_pack(2, 4), params};
    table.population.missing_baseline[1] = 1;
    table.agreement.placeholder(0, 2) = 1;
    table.talks.strike({5, 0, 0}, table.population, table.standing, table.agreement, table.targets, table.record,
                       table.transcript);
    EXPECT_EQ(table.record.placeholders(0), 2.0);
    EXPECT_EQ(table.record.placeholders(1), 1.0);
    for (int slot : {1, 2}) {
        EXPECT_EQ(table.agreement.placeholder(0, slot), 1);
        EXPECT_EQ(table.targets.level(0, slot), 0.0);
        EXPECT_EQ(table.targets.announced_trend(0, slot), 0.0);
    }
    EXPECT_NE(table.targets.level(1, 2), 0.0);
}

TEST(LevelTalks, WeighPlaceholdersOnlyAndNothingAtWeightOne)
{
    auto params = make_neutral_talks();
    params.placeholder_weight = .5;
    LevelTable table{support::make_small_pack(3, 4), params};
    table.agreement.placeholder(1, 2) = 1;
    state::AreaTable weight = state::AreaTable::Constant(8, 4, .3);
    table.talks.weigh(table.agreement, weight);
    for (Eigen::Index i = 0; i < 8; ++i) {
        for (Eigen::Index slot = 0; slot < 4; ++slot) EXPECT_EQ(weight(i, slot), i == 1 && slot == 2 ? .15 : .3);
    }
    LevelTalks const off{table.pack, make_neutral_talks()};
    off.weigh(table.agreement, weight);
    EXPECT_EQ(weight(1, 2), .15);
}

TEST(LevelTalks, HideMoreByHabitAndWhereARatchetIsForeseen)
{
    auto params = make_neutral_talks();
    params.bargaining.understatement = Sigma{2.0};
    params.foresight_understatement = Sigma{.5};
    params.foreseen_ratchet = .45;
    LevelTable table{support::make_small_pack(2, 1), params};
    table.standing.understatement_habit(1) = 1.5;
    table.strike();
    EXPECT_NEAR(table.targets.announced_trend(0, 0), -.5 - .225, 1e-15);
    EXPECT_NEAR(table.targets.announced_trend(1, 0), -.75 - .225, 1e-15);
}

TEST(LevelTalks, RaiseTheNextTargetByTheRatchetsPartOfWhatWasBeaten)
{
    // Seen from the start of the first round: T' = T + lambda (y - T) + S.
    for (double const lambda : {0.0, .25, 1.0}) {
        auto params = make_neutral_talks();
        params.kept_shortfall = 1.0;
        params.ratchet_weight = lambda;
        LevelTable table{support::make_small_pack(3, 5), params};
        vary(table);
        for (int j = 0; j < 5; ++j) table.population.missing_baseline[j] = table.population.top_down[j] = 0;
        state::AreaTable const base = table.strike().level;
        state::AreaTable reported = state::AreaTable::Zero(8, 5);
        for (int i = 0; i < 3; ++i) {
            for (int j = 0; j < 5; ++j) reported(i, j) = .4 * i - .3 * j + 1.0;
        }
        table.agreement.placeholder(2, 4) = 1;
        table.talks.carry(table.agreement, reported, table.targets, table.standing);
        EXPECT_EQ(table.standing.shortfall(2, 4), 0.0) << "a placeholder leaves nothing";
        table.strike();
        for (int i = 0; i < 3; ++i) {
            for (int j = 0; j < 5; ++j) {
                double const seen_from_start = reported(i, j) + table.targets.level(i, j) - base(i, j);
                double const old_target = i == 2 && j == 4 ? reported(i, j) : base(i, j);
                EXPECT_NEAR(seen_from_start, old_target + lambda * (reported(i, j) - old_target), 1e-12);
            }
        }
    }
}

/// What one more sigma in the first round is worth when it is paid over its target and later targets
/// follow it: reported tracks are `first`, 0, 0, ... seen from the start of the first round.
double pay_over_rounds(double lambda, double discount, int later_rounds, double first)
{
    auto params = make_neutral_talks();
    params.kept_shortfall = 1.0;
    params.ratchet_weight = lambda;
    LevelTable table{support::make_small_pack(1, 1), params};
    double worth = 0.0, factor = 1.0, position = 0.0;
    for (int round = 0; round <= later_rounds; ++round) {
        table.strike();
        double const reached = round == 0 ? first : 0.0;
        state::AreaTable const reported = state::AreaTable::Constant(8, 1, reached - position);
        worth += factor * (reported(0, 0) - table.targets.level(0, 0));
        table.talks.carry(table.agreement, reported, table.targets, table.standing);
        position = reached;
        factor *= discount;
    }
    return worth;
}

TEST(LevelTalks, LeaveThePartOfALinearRewardThatTheoryT16Leaves)
{
    struct Row
    {
        double lambda, discount;
        int rounds;
        double left;
    };
    for (auto const& row : {Row{.25, .9, 1, .775}, Row{.25, .965, 3, .45778}, Row{.5, .9, 0, 1.0},
                            Row{.5, .9, 3, .25638}, Row{.5, .965, 10, .06827}, Row{1.0, .965, 5, .035}}) {
        double const left = pay_over_rounds(row.lambda, row.discount, row.rounds, 1.0) -
                            pay_over_rounds(row.lambda, row.discount, row.rounds, 0.0);
        EXPECT_NEAR(left, row.left, 5e-6) << row.lambda << ", " << row.rounds;
    }
}

TEST(LevelTalks, ForgetTheLastRoundWhereNothingIsKept)
{
    LevelTable table{support::make_small_pack(2, 3), make_neutral_talks()};
    state::AreaTable const before = table.strike().level;
    table.standing.shortfall.setConstant(.7);
    EXPECT_TRUE(same(table.strike().level, before));
}

TEST(LevelTalks, CarryOnlyWhatIsInTheLastAgreement)
{
    LevelTable table{support::make_small_pack(1, 4), make_neutral_talks()};
    table.strike();
    table.standing.shortfall.setConstant(9.0);
    table.agreement.count[0] = 2;
    table.talks.carry(table.agreement, state::AreaTable::Zero(8, 4), table.targets, table.standing);
    EXPECT_NEAR(table.standing.shortfall(0, 1), 1.3, 1e-15);
    EXPECT_EQ(table.standing.shortfall(0, 2), 0.0) << "an older agreement is forgotten";
}

TEST(LevelTalks, BuildNationalTargetsFromLocalOffersPlusAChallenge)
{
    auto params = make_neutral_talks();
    params.bottom_up = true;
    LevelTable table{support::make_small_pack(10, 2), params};
    table.population.top_down[1] = 1;
    table.population.controllability(1) = .375;
    table.strike();
    EXPECT_NEAR(table.record.demanded(0), 10 * 1.1, 1e-12);
    EXPECT_NEAR(table.record.demanded(1), 10 * .55, 1e-12) << "no trajectory from above";
    EXPECT_NEAR(table.record.promised(0), 10 * 1.05, 1e-12);
    LevelTable imposed{support::make_small_pack(10, 2), make_neutral_talks()};
    imposed.population.top_down[1] = 1;
    imposed.strike();
    EXPECT_NEAR(imposed.record.demanded(1), 10 * 5.0, 1e-12);
}

TEST(LevelTalks, AgreeInADoubleAuctionAsOftenAsTheoryT19AllowsGivenTheEvidence)
{
    for (double const evidence : {0.0, .5, 1.0}) {
        auto params = make_neutral_talks();
        params.protocol.kind = ProtocolKind::double_auction;
        params.bargaining.evidence_quality = Share{evidence};
        LevelTable table{support::make_small_pack(150, 130), params};
        table.population.centre_weight.setZero();
        table.strike();
        double parked = 0.0;
        for (int i = 0; i < 150; ++i) parked += table.record.placeholders(i) / (150.0 * 130.0);
        EXPECT_NEAR(1.0 - parked, core::sealed_trade_probability(evidence), .018);  // five standard errors
    }
}

TEST(LevelTalks, TakeTheMonthsThatConcessionsTake)
{
    auto params = make_neutral_talks();
    params.protocol.kind = ProtocolKind::concession;
    LevelTable table{support::make_small_pack(2, 2), params};
    table.standing.concession_habit(1) = .2;
    table.strike();
    EXPECT_NEAR(table.targets.stretch(0, 0), 1.3, 1e-12);
    EXPECT_NEAR(table.record.month(0, 0), 9.0 * core::concession_time(.6, .6, .3), .1);
    EXPECT_EQ(table.record.months(0), table.record.month(0, 0));
    EXPECT_LT(table.targets.stretch(1, 0), 1.3) << "who concedes late gives less";
    EXPECT_GT(table.record.months(1), table.record.months(0));
}

TEST(LevelTalks, SetOnePercentageWhateverTheAreaOffers)
{
    auto params = make_neutral_talks();
    params.protocol.kind = ProtocolKind::same_percentage;
    LevelTable table{support::make_small_pack(5, 3), params};
    vary(table);
    table.strike();
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 3; ++j) {
            double const wanted = .2 * (7.0 + 2.0 * table.population.need(i, j));
            EXPECT_NEAR(table.targets.level(i, j),
                        std::max(wanted, table.targets.announced_trend(i, j) + .1), 1e-12);
        }
    }
}

TEST(LevelTalks, CountItemsThatATournamentDecides)
{
    LevelTable table{support::make_small_pack(2, 4), make_neutral_talks()};
    state::AreaIntTable contestants = state::AreaIntTable::Zero(8, 4);
    contestants(0, 1) = 9;
    contestants(0, 3) = 5;
    table.talks.count_contested(table.agreement, contestants, table.record);
    EXPECT_EQ(table.record.contested(0), 2.0);
    EXPECT_EQ(table.record.contested(1), 0.0);
}

LevelTalksParams make_lively_talks()
{
    auto params = make_neutral_talks();
    params.bargaining.rounding_up = Share{.3};
    params.council_limit = Sigma{3.0};
    params.centre_least = Share{.7};
    params.wait_for_baseline = true;
    return params;
}

TEST(LevelTalks, GiveTheSameLevelsInAnyOrderOfRows)
{
    for (auto const kind : {ProtocolKind::nash, ProtocolKind::double_auction, ProtocolKind::concession}) {
        auto params = make_lively_talks();
        params.protocol.kind = kind;
        LevelTable table{support::make_small_pack(9, 80), params};
        LevelTable turned{support::reverse_rows(support::make_small_pack(9, 80)), params};
        for (auto* each : {&table, &turned}) {
            vary(*each);
            each->strike();
        }
        for (int i = 0; i < 9; ++i) {
            for (int slot = 0; slot < 80; ++slot) {
                EXPECT_EQ(turned.targets.level(8 - i, 79 - slot), table.targets.level(i, slot));
                EXPECT_EQ(turned.agreement.placeholder(8 - i, 79 - slot), table.agreement.placeholder(i, slot));
            }
            EXPECT_EQ(turned.record.placeholders(8 - i), table.record.placeholders(i));
        }
        for (int j = 0; j < 80; ++j) EXPECT_EQ(turned.record.promised(79 - j), table.record.promised(j));
    }
}

TEST(LevelTalks, WriteTheirMovesWithoutChangingALevel)
{
    LevelTable silent{support::make_small_pack(4, 40), make_lively_talks()};
    LevelTable told{support::make_small_pack(4, 40), make_lively_talks()};
    vary(silent);
    vary(told);
    told.transcript.on = true;
    told.transcript.only_area = 2;
    silent.strike();
    told.strike();
    EXPECT_TRUE(same(silent.targets.level, told.targets.level));
    EXPECT_TRUE(silent.transcript.moves.empty());
    int parked = 0, imposed = 0, agreed = 0;
    for (auto const& move : told.transcript.moves) {
        EXPECT_EQ(move.area, 2);
        parked += move.kind == state::MoveKind::park ? 1 : 0;
        imposed += move.kind == state::MoveKind::impose_level ? 1 : 0;
        agreed += move.kind == state::MoveKind::agree_level ? 1 : 0;
    }
    EXPECT_EQ(parked, told.record.placeholders(2));
    EXPECT_EQ(imposed, told.record.imposed_items(2));
    EXPECT_EQ(agreed + imposed + parked, 40);
    EXPECT_GT(imposed + agreed, 0);
}

TEST(LevelTalks, ImposeThePinnedLevels)
{
    LevelTable table{support::make_small_pack(2, 12), make_lively_talks()};
    table.population.top_down.assign(12, 1);
    table.strike();
    std::string imposed;
    for (int i = 0; i < 2; ++i) {
        for (int slot = 0; slot < 12; ++slot) imposed += table.record.imposed(i, slot) != 0 ? '1' : '0';
    }
    EXPECT_EQ(imposed, "110110011001011011110101");
}

TEST(LevelTalks, LeavePaddingAlone)
{
    LevelTable table{support::make_small_pack(3, 6), make_lively_talks()};
    vary(table);
    table.strike();
    for (int i = 3; i < 8; ++i) {
        for (int slot = 0; slot < 6; ++slot) EXPECT_EQ(table.targets.level(i, slot), 0.0);
        EXPECT_EQ(table.record.placeholders(i), 0.0);
    }
}
}  // namespace
}  // namespace concordat::levels
