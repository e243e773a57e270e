#include "models/learning/learning_rule.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "sim/random/streams.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using Two = std::array<double, 2>;
using Three = std::array<double, 3>;

double uniform(std::uint32_t learner, std::uint32_t turn)
{
    return random::uniform({5, 0, random::Purpose{"test.learning"}, turn}, learner);
}

TEST(RothErev, WithEqualPayoffsIsPolyasUrnOfTheoryT24)
{
    RothErevRule const rule{{.forgetting = Share{0.0}, .experimentation = Share{0.0}, .initial_strength = 2.0}};
    constexpr int turns = 10, learners = 44000;
    std::array<int, turns + 1> count{};
    for (std::uint32_t learner = 0; learner < learners; ++learner) {
        Two strength{rule.initial_propensity(2), rule.initial_propensity(2)}, chance{};
        int first = 0;
        for (std::uint32_t t = 0; t < turns; ++t) {
            rule.weigh(strength, chance);
            bool const chose_first = uniform(learner, t) < chance[0];
            first += chose_first ? 1 : 0;
            rule.learn(Two{1.0, 1.0}, chose_first ? 0 : 1, 1.0, strength);
        }
        ++count[first];
    }
    // Each count has 1/11 of the learners; five standard errors are .0069.
    for (int const times : count) EXPECT_NEAR(times / double{learners}, 1.0 / 11.0, 0.0069);
}

/// Share at which the mean change of strengths keeps their ratio: the rule's own update, averaged
/// over the choice.
double mean_field_share(RothErevRule const& rule, Two const& payoff)
{
    Two strength{1.0, 1.0}, chance{};
    for (int t = 0; t < 20000; ++t) {
        rule.weigh(strength, chance);
        Two first = strength, second = strength;
        rule.learn(payoff, 0, 1.0, first);
        rule.learn(payoff, 1, 1.0, second);
        for (int m = 0; m < 2; ++m) strength[m] = chance[0] * first[m] + chance[1] * second[m];
    }
    rule.weigh(strength, chance);
    return chance[0];
}

TEST(RothErev, SettlesAtTheMeanFieldSharesOfTheoryT24WhateverIsForgotten)
{
    struct Case
    {
        double first, second, experimentation, share;
    };
    for (double const forgetting : {0.01, 0.1}) {
        for (auto const& c : {Case{2, 1, .2, .689898}, Case{2, 1, .1, .821699}, Case{1.2, 1, .2, .566190},
                              Case{1, 1, .2, .5}}) {
            RothErevRule const rule{{.forgetting = Share{forgetting}, .experimentation = Share{c.experimentation}}};
            EXPECT_NEAR(mean_field_share(rule, {c.first, c.second}), c.share, 6e-7);
        }
    }
}

TEST(RothErev, SpreadsExperimentsOverAllOtherLevelsAndNeverTurnsNegative)
{
    RothErevRule const rule{
        {.forgetting = Share{0.1}, .experimentation = Share{0.2}, .initial_strength = 9.0, .lowest_payoff = 1.0}};
    Three strength{3.0, 3.0, 3.0};
    EXPECT_EQ(rule.initial_propensity(3), 3.0);
    rule.learn(Three{0, 6.0, 0}, 1, 1.0, strength);
    EXPECT_NEAR(strength[0], 2.7 + 0.5, 1e-15);
    EXPECT_NEAR(strength[1], 2.7 + 4.0, 1e-15);
    EXPECT_NEAR(strength[2], 2.7 + 0.5, 1e-15);
    rule.learn(Three{-50.0, 0, 0}, 0, 1.0, strength);
    EXPECT_NEAR(strength[0], 0.9 * 3.2, 1e-15);
    Three nothing{}, chance{};
    rule.weigh(nothing, chance);
    EXPECT_NEAR(chance[2], 1.0 / 3.0, 1e-15);
}

TEST(Ewa, ReachesTheAttractionsOfTheoryT24)
{
    EwaRule const rule{{.persistence = Share{0.9}, .experience = Share{0.8}, .forgone_weight = Share{1.0}, .sensitivity = 1.0}};
    Two attraction{}, payoff{1.0, 1.0};
    double experience = 1.0;
    for (int t = 0; t < 400; ++t) {
        rule.learn(payoff, t % 2, experience, attraction);
        experience = rule.gather(experience);
    }
    EXPECT_NEAR(experience, 5.0, 1e-12);
    EXPECT_NEAR(attraction[0], 2.0, 1e-12);
    EXPECT_NEAR(attraction[1], 2.0, 1e-12);
}

TEST(Ewa, IsCumulativeReinforcementAndFictitiousPlayAtItsCorners)
{
    EwaRule const reinforcement{
        {.persistence = Share{1.0}, .experience = Share{0.0}, .forgone_weight = Share{0.0}, .sensitivity = 1.0}};
    Two attraction{};
    double experience = 1.0;
    for (int t = 0; t < 6; ++t) {
        reinforcement.learn(Two{3.0, 5.0}, t % 3 == 0 ? 1 : 0, experience, attraction);
        experience = reinforcement.gather(experience);
    }
    EXPECT_NEAR(attraction[0], 4 * 3.0, 1e-14);
    EXPECT_NEAR(attraction[1], 2 * 5.0, 1e-14);

    EwaRule const fictitious{
        {.persistence = Share{1.0}, .experience = Share{1.0}, .forgone_weight = Share{1.0}, .sensitivity = 1.0}};
    attraction = {};
    experience = 0.0;
    double sum = 0.0;
    for (int t = 0; t < 5; ++t) {
        fictitious.learn(Two{t * t + 1.0, 0.0}, 1, experience, attraction);
        experience = fictitious.gather(experience);
        sum += t * t + 1.0;
    }
    EXPECT_NEAR(attraction[0], sum / 5.0, 1e-14) << "the mean of all payoffs";
}

TEST(Ewa, ChoosesAsTheLogitContributorOfTheoryT24)
{
    EwaRule const rule{{.persistence = Share{0.0}, .experience = Share{0.0}, .forgone_weight = Share{1.0}, .sensitivity = 2.0}};
    Two attraction{}, chance{};
    rule.learn(Two{0.4, 1.0}, 1, 1.0, attraction);  // a return of .4 on what is given against 1 on what is kept
    rule.weigh(attraction, chance);
    EXPECT_NEAR(chance[0], .231475, 5e-7);
    EXPECT_NEAR(chance[0] + chance[1], 1.0, 1e-15);
    rule.weigh(Two{4000.0, -4000.0}, chance);
    EXPECT_EQ(chance[0], 1.0) << "large attractions do not overflow";
}

TEST(Adaptive, RepliesBestToItsRunningMeanAndSharesTies)
{
    AdaptiveRule const rule{{.memory_rate = Share{0.5}, .exploration = Share{0.3}}};
    Three mean{}, chance{};
    rule.weigh(mean, chance);
    for (double const share : chance) EXPECT_NEAR(share, 1.0 / 3.0, 1e-15);
    rule.learn(Three{1.0, 4.0, 2.0}, 0, 1.0, mean);
    rule.learn(Three{1.0, 0.0, 3.0}, 1, 2.0, mean);
    EXPECT_NEAR(mean[1], 1.0, 1e-15);
    EXPECT_NEAR(mean[2], 2.0, 1e-15);
    rule.weigh(mean, chance);
    EXPECT_NEAR(chance[0], 0.1, 1e-15);
    EXPECT_NEAR(chance[2], 0.8, 1e-15);
}

TEST(Adaptive, WithoutMemoryRepliesToTheLastPayoffs)
{
    AdaptiveRule const rule{{.memory_rate = Share{1.0}, .exploration = Share{0.0}}};
    Three mean{0.0, 100.0, 0.0}, chance{};
    rule.learn(Three{3.0, 1.0, 2.0}, 1, 1.0, mean);
    rule.weigh(mean, chance);
    EXPECT_EQ(chance, (Three{1.0, 0.0, 0.0}));
}

TEST(MakeRule, GivesTheRuleThatIsAskedForAndNoneForNone)
{
    EXPECT_EQ(make_rule({.kind = RuleKind::none}), nullptr);
    EXPECT_NE(dynamic_cast<AdaptiveRule*>(make_rule({.kind = RuleKind::adaptive}).get()), nullptr);
    EXPECT_NE(dynamic_cast<RothErevRule*>(make_rule({.kind = RuleKind::roth_erev}).get()), nullptr);
    EXPECT_NE(dynamic_cast<EwaRule*>(make_rule({.kind = RuleKind::ewa}).get()), nullptr);
}
}  // namespace
}  // namespace concordat::learning
