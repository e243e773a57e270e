#include "models/learning/habits.hpp"

#include <gtest/gtest.h>

#include "tests/support/year_world.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using support::YearWorld;

HabitParams make_params(RuleKind kind)
{
    return {.rule = {.kind = kind,
                     .adaptive = {.memory_rate = Share{0.5}, .exploration = Share{0.1}},
                     .roth_erev = {.forgetting = Share{0.1}, .experimentation = Share{0.2}, .initial_strength = 9.0},
                     .ewa = {.persistence = Share{0.9},
                             .experience = Share{0.8},
                             .forgone_weight = Share{0.5},
                             .sensitivity = 2.0}},
            .level = {0.75, 1.0, 1.25}};
}

struct Learners
{
    Learners(state::Pack pack, HabitParams const& params) : world{std::move(pack)}, habits{world.pack, params}
    {
        payoffs.resize(world.standing.concession_habit.size(), world.standing.asking_habit.size());
        habits.begin(world.standing);
    }
    /// A round in which higher levels pay more to councils and less to departments.
    void play(std::uint32_t round)
    {
        habits.choose({2, 0, round}, world.standing);
        payoffs.concession = 4.0 * (world.standing.concession_habit - 0.5);
        payoffs.understatement.setOnes();
        payoffs.asking = 4.0 * (1.5 - world.standing.asking_habit);
        habits.learn(payoffs, world.standing);
    }
    double mean_concession() const
    {
        double sum = 0.0;
        for (int i = 0; i < 300; ++i) sum += world.standing.concession_habit(i) / 300;
        return sum;
    }

    YearWorld world;
    Habits habits;
    HabitPayoffs payoffs{};
};

struct RuleCase
{
    char const* name;
    RuleKind kind;
};

/// So that lists of tests show a name and no bytes.
void PrintTo(RuleCase const& each, std::ostream* out) { *out << each.name; }

class EveryRule : public testing::TestWithParam<RuleCase>
{
};
INSTANTIATE_TEST_SUITE_P(Habits, EveryRule,
                         testing::Values(RuleCase{"adaptive", RuleKind::adaptive},
                                         RuleCase{"roth_erev", RuleKind::roth_erev}, RuleCase{"ewa", RuleKind::ewa}),
                         [](auto const& each) { return std::string{each.param.name}; });

TEST_P(EveryRule, DrawsLevelsEvenlyAtFirstAndComesToPreferWhatPays)
{
    Learners learners{support::make_small_pack(300, 1), make_params(GetParam().kind)};
    learners.habits.choose({2, 0, 0}, learners.world.standing);
    std::array<int, 3> count{};
    for (int i = 0; i < 300; ++i) {
        double const level = learners.world.standing.concession_habit(i);
        EXPECT_TRUE(level == 0.75 || level == 1.0 || level == 1.25);
        ++count[static_cast<std::size_t>(4.0 * level - 3.0)];
    }
    for (int const times : count) EXPECT_NEAR(times, 100, 41);  // five standard errors
    for (std::uint32_t round = 0; round < 40; ++round) learners.play(round);
    EXPECT_GT(learners.mean_concession(), 1.05);
    auto const& asking = learners.world.standing.asking_propensity;
    EXPECT_GT(asking(0, 0), asking(0, 2)) << "departments learn to ask less";
    EXPECT_EQ(learners.world.standing.habit_experience(0), learners.world.standing.habit_experience(2));
}

TEST_P(EveryRule, DrawsByStableIdsWhateverTheOrder)
{
    auto const pack = support::make_small_pack(40, 2);
    Learners a{pack, make_params(GetParam().kind)}, b{support::reverse_rows(pack), make_params(GetParam().kind)};
    for (std::uint32_t round = 0; round < 3; ++round) {
        a.play(round);
        b.play(round);
        for (int i = 0; i < 40; ++i) {
            EXPECT_EQ(a.world.standing.concession_habit(i), b.world.standing.concession_habit(39 - i));
            EXPECT_EQ(a.world.standing.understatement_habit(i), b.world.standing.understatement_habit(39 - i));
        }
    }
}

TEST(Habits, JudgeOtherLevelsByThoseWhoChoseThem)
{
    auto params = make_params(RuleKind::adaptive);
    params.rule.adaptive.memory_rate = Share{1.0};  // the means are the payoffs as judged
    Learners learners{support::make_small_pack(4, 1), params};
    auto& standing = learners.world.standing;
    standing.concession_habit << 0.75, 0.75, 1.25, 1.25, 1, 1, 1, 1;
    learners.payoffs.concession << 1.0, 2.0, 5.0, 7.0, 0, 0, 0, 0;
    learners.habits.learn(learners.payoffs, standing);
    EXPECT_EQ(standing.concession_propensity(0, 0), 1.0) << "its own";
    EXPECT_EQ(standing.concession_propensity(0, 1), 1.0) << "nobody chose it: no better or worse";
    EXPECT_EQ(standing.concession_propensity(0, 2), 6.0) << "mean of the others";
    EXPECT_EQ(standing.concession_propensity(3, 0), 1.5);
    EXPECT_EQ(standing.concession_propensity(3, 2), 7.0);
}

TEST(Habits, StayAtOneWhereNothingIsLearned)
{
    Learners learners{support::make_small_pack(10, 2), make_params(RuleKind::none)};
    auto const before = support::numbers_of(learners.world.standing);
    learners.play(0);
    learners.play(1);
    EXPECT_EQ(support::numbers_of(learners.world.standing), before);
}
}  // namespace
}  // namespace concordat::learning
