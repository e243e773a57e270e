#include "models/story/recording.hpp"

#include <gtest/gtest.h>

#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
constexpr int areas = 8;
constexpr int indicators = 6;
constexpr int slots = 3;

/// The second area has a statutory item and a chosen one without a level.
struct Round
{
    Round()
    {
        bargain.resize(areas);
        bargain.months(1) = 9.0;
        bargain.told(1) = 2.0;
        agreement.item = state::AreaIntTable::Constant(areas, slots, -1);
        agreement.imposed = agreement.placeholder = state::AreaFlagTable::Zero(areas, slots);
        agreement.count.assign(areas, 0);
        agreement.statutory = agreement.forced = agreement.count;
        agreement.item(1, 0) = 4;
        agreement.item(1, 1) = 2;
        agreement.count[1] = 2;
        agreement.statutory[1] = agreement.forced[1] = 1;
        agreement.imposed(1, 1) = agreement.placeholder(1, 1) = 1;
        for (auto* table : {&targets.announced_trend, &targets.stretch, &targets.level, &performance.reward,
                            &performance.payment, &performance.reported, &performance.outcome}) {
            *table = state::AreaTable::Zero(areas, slots);
        }
        for (auto* table : {&performance.true_gain, &performance.baseline_gain}) {
            *table = state::AreaTable::Zero(areas, indicators);
        }
        for (auto* column : {&performance.partners_in, &performance.effort, &performance.agreement_effort}) {
            *column = state::PerArea::Zero(areas);
        }
        targets.level(1, 0) = 1.25;
        performance.reported(1, 0) = 1.5;
        performance.outcome(1, 0) = 1.1;
        performance.true_gain(1, 4) = 0.5;
        performance.baseline_gain(1, 4) = 0.25;
        transcript.moves = {test::make_move(0, 2, state::Party::council, state::MoveKind::accept)};
        transcript.moves.push_back(transcript.moves.front());
        transcript.moves.back().area = 1;
    }

    state::Bargain bargain{};
    state::Agreement agreement{};
    state::Targets targets{};
    state::Performance performance{};
    state::Transcript transcript{};
};

TEST(Recording, AnAreaIsRecordedSlotBySlotWithItsOwnMovesOnly)
{
    Round const round;
    auto const record = record_area(
        {round.bargain, round.agreement, round.targets, round.performance, round.transcript}, 1);
    EXPECT_EQ(record.talks.months, 9.0);
    EXPECT_EQ(record.talks.told, 2.0);
    EXPECT_TRUE(record.talks.entered);
    EXPECT_EQ(record.forced, 1);
    ASSERT_EQ(record.moves.size(), 1U);
    EXPECT_EQ(record.moves[0].area, 1);
    ASSERT_EQ(record.items.size(), 2U);
    EXPECT_TRUE(record.items[0].statutory);
    EXPECT_EQ(record.items[0].indicator, 4);
    EXPECT_EQ(record.items[0].target, 1.25);
    EXPECT_EQ(record.items[0].outcome, 1.1);
    EXPECT_EQ(record.items[0].gain, 0.5);
    EXPECT_EQ(record.items[0].usual_gain, 0.25);
    EXPECT_TRUE(record.items[0].met());
    EXPECT_FALSE(record.items[1].statutory);
    EXPECT_TRUE(record.items[1].imposed);
    EXPECT_FALSE(record.items[1].met()) << "what has no level is not met";
}

TEST(Recording, FalseReportsAreRecordedWhereThereIsGaming)
{
    Round const round;
    state::Gaming gaming;
    gaming.resize(areas, indicators, slots);
    gaming.inflation(1, 0) = 0.35;
    gaming.caught(1, 0) = 1;
    auto const record = record_area(
        {round.bargain, round.agreement, round.targets, round.performance, round.transcript, &gaming}, 1);
    EXPECT_EQ(record.items[0].inflation, 0.35);
    EXPECT_TRUE(record.items[0].caught);
    EXPECT_FALSE(record.items[1].caught);
}

TEST(Recording, ARoundBeginsWithTheRelationsThatWereThereBeforeIt)
{
    Standpoint const before{.capability = 1.0, .trust = 0.6, .payment_belief = 0.9};
    auto const beginning = begin_where(before, {.capability = 2.0, .trust = 0.1, .centre_weight = 0.4, .payment_belief = 0.2,
                                                .sceptic = true});
    EXPECT_EQ(beginning.trust, 0.6);
    EXPECT_EQ(beginning.payment_belief, 0.9);
    EXPECT_FALSE(beginning.sceptic);
    EXPECT_EQ(beginning.capability, 2.0) << "drawn under the rules of the round";
    EXPECT_EQ(beginning.centre_weight, 0.4);
}

TEST(Recording, TheDiaryOfAnotherAreaIsLeftAlone)
{
    Round const round;
    state::Diary diary;
    diary.area = 1;
    diary.items = {{.year = 2, .indicator = 4}};
    diary.partners = {{.year = 2}};
    RoundState const state{round.bargain, round.agreement, round.targets, round.performance, round.transcript, nullptr, &diary};
    EXPECT_EQ(record_area(state, 1).year_items.size(), 1U);
    EXPECT_EQ(record_area(state, 1).year_partners.size(), 1U);
    EXPECT_TRUE(record_area(state, 0).year_items.empty());
}

TEST(Recording, TheBeginningIsReadFromPopulationAndStanding)
{
    state::Population population;
    for (auto* column : {&population.capability, &population.trust, &population.cooperation, &population.buy_in,
                         &population.centre_weight, &population.slot_cost}) {
        *column = state::PerArea::LinSpaced(areas, 0.0, 0.7);
    }
    population.cpa_class.assign(areas, 3);
    population.champion.assign(areas, 1);
    state::Standing standing;
    standing.resize(areas, indicators, 2);
    standing.sceptic(2) = 1.0;
    standing.engagement(2) = 3.0;
    auto const beginning = record_standpoint(population, standing, 2);
    EXPECT_EQ(beginning.trust, population.trust(2));
    EXPECT_EQ(beginning.inspection_class, 3);
    EXPECT_EQ(beginning.payment_belief, 1.0);
    EXPECT_TRUE(beginning.champion);
    EXPECT_TRUE(beginning.sceptic);
    EXPECT_EQ(beginning.engagement, 3);
    EXPECT_TRUE(beginning.political);
    standing.resize(areas, indicators, 2);
    EXPECT_FALSE(record_standpoint(population, standing, 2).political);
}

TEST(Recording, AnAreaIsRecordedWithWhomItAgreedTogether)
{
    Round round;
    state::JointItems joint;
    joint.seen.level = round.targets.level;
    joint.seen.level(1, 0) = 2.25;
    joint.list = {{.indicator = 4, .holders = 3, .area = {0, 1, 5}, .slot = {2, 0, 1}}};
    auto const record = record_area({.bargain = round.bargain,
                                     .agreement = round.agreement,
                                     .targets = round.targets,
                                     .performance = round.performance,
                                     .transcript = round.transcript,
                                     .joint = &joint},
                                    1);
    EXPECT_EQ(record.items[0].joint_with, (std::vector<int>{0, 5}));
    EXPECT_EQ(record.items[0].joint_missing, 0.75);
    EXPECT_TRUE(record.items[1].joint_with.empty());
}
}  // namespace
}  // namespace concordat::story
