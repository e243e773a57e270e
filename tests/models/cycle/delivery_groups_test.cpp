// Council and partners that move their efforts by different rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "models/cycle/block_tables.hpp"
#include "tests/support/england_delivery.hpp"

namespace concordat::cycle
{
namespace
{
using behaviour::BehaviourParams;
using behaviour::EffortRule;
using support::outputs_of;
using enum behaviour::EffortRule;
using Delivery = support::EnglandDelivery;

constexpr EffortRule rules[] = {equilibrium, adaptive, aspiration};

BehaviourParams behave(EffortRule council, std::optional<EffortRule> partners = {}, double adjustment = 0.3)
{
    return {.effort = {.rule = council,
                       .partners = partners,
                       .adjustment = adjustment,
                       .shift = 0.3,
                       .own_pull = 0.3,
                       .comparators = 9,
                       .comparator_pull = 0.2}};
}

std::vector<double> outputs(BehaviourParams const& behaviour)
{
    Delivery one{behaviour};
    one.round();
    return outputs_of(one.world());
}

/// A block's table, area by area.
double at(std::vector<core::Lanes> const& table, int area, std::size_t j)
{
    return table[j][static_cast<std::size_t>(area) % core::lane_count];
}

BlockMemory const& block(Delivery& one, int area)
{
    return one.world().blocks[static_cast<std::size_t>(area) / core::lane_count];
}

template <class See>
void for_each(Delivery& one, See&& see)
{
    for (int i = 0; i < Delivery::areas; ++i) {
        for (std::size_t j = 0; j < block(one, i).lived.gain.size(); ++j) see(i, j);
    }
}

double council_share(Delivery& one, int area, std::size_t j)
{
    int const tier = support::england()->areas[static_cast<std::size_t>(area)].two_tier ? 1 : 0;
    return one.technology.share(tier, static_cast<int>(j), 0);
}

/// What being in the agreement adds to the last year's gain, over all items.
double effect_of(Delivery& one)
{
    double sum = 0.0;
    for_each(one, [&](int i, std::size_t j) {
        if (one.world().agreement.selected(i, static_cast<Eigen::Index>(j)) == 0) return;
        sum += at(block(one, i).lived.gain, i, j) - at(block(one, i).lived.baseline, i, j);
    });
    return sum;
}

TEST(DeliveryGroups, OfOneRuleAreOneToTheByte)
{
    for (auto const rule : rules) EXPECT_EQ(outputs(behave(rule, rule)), outputs(behave(rule)));
    EXPECT_EQ(outputs(behave(equilibrium, adaptive, 1.0)), outputs(behave(equilibrium))) << "both are there at once";
}

TEST(DeliveryGroups, LeaveAnIndicatorOfOneGroupToItsRule)
{
    Delivery council{behave(adaptive)}, partners{behave(aspiration)}, both{behave(adaptive, aspiration)};
    for (auto* one : {&council, &partners, &both}) one->years(1);
    int councils = 0, theirs = 0;
    for_each(both, [&](int i, std::size_t j) {
        double const share = council_share(both, i, j);
        if (share > 0.0 && share < 1.0) return;
        auto& same = share == 0.0 ? partners : council;
        ++(share == 0.0 ? theirs : councils);
        EXPECT_NEAR(at(block(both, i).lived.gain, i, j), at(block(same, i).lived.gain, i, j), 1e-14);
        EXPECT_NEAR(at(block(both, i).lived.measured, i, j), at(block(same, i).lived.measured, i, j), 1e-14);
        EXPECT_NEAR(at(block(both, i).lived.baseline, i, j), at(block(same, i).lived.baseline, i, j), 1e-14);
    });
    EXPECT_GT(councils, 100);
    EXPECT_GT(theirs, 100);
}

TEST(DeliveryGroups, TogetherAreBetweenWhatEachWouldMakeOfEverything)
{
    Delivery council{behave(adaptive)}, partners{behave(aspiration)}, both{behave(adaptive, aspiration)};
    for (auto* one : {&council, &partners, &both}) one->years(1);
    int strictly = 0;
    for_each(both, [&](int i, std::size_t j) {
        auto const [low, high] = std::minmax({at(block(council, i).lived.gain, i, j), at(block(partners, i).lived.gain, i, j)});
        double const gain = at(block(both, i).lived.gain, i, j);
        EXPECT_GE(gain, low - 1e-14);
        EXPECT_LE(gain, high + 1e-14);
        strictly += gain > low + 1e-9 && gain < high - 1e-9 ? 1 : 0;
    });
    EXPECT_GT(strictly, 1000);
}

TEST(DeliveryGroups, OfWhomOneFollowsAtOnceShowPartOfTheEffectInYearOne)
{
    auto const effect = [](EffortRule council, EffortRule partners) {
        Delivery one{behave(council, partners)};
        one.years(1);
        return effect_of(one);
    };
    double const slow = effect(adaptive, adaptive), at_once = effect(equilibrium, equilibrium);
    double const partners = effect(adaptive, equilibrium), council = effect(equilibrium, adaptive);
    EXPECT_LT(slow, std::min(partners, council));
    EXPECT_GT(at_once, std::max(partners, council));
    EXPECT_NEAR(partners + council, slow + at_once, 0.05 * (at_once - slow)) << "what one leaves out the other does";
}

TEST(DeliveryGroups, SpendEachByItsOwnRule)
{
    Delivery together{behave(aspiration)}, apart{behave(aspiration, equilibrium)}, at_once{behave(equilibrium)};
    for (auto* one : {&together, &apart, &at_once}) one->years(2);
    double total = 0.0;
    for (int i = 0; i < Delivery::areas; ++i) {
        auto const& memory = block(apart, i);
        std::size_t const lane = static_cast<std::size_t>(i) % core::lane_count;
        double planned = 0.0;
        for (std::size_t p = 1; p < support::england()->partner_count(); ++p) planned += memory.work.spend[p][lane];
        auto const& [council, partners] = memory.group;
        EXPECT_NEAR(partners.spent.all[lane], planned, 1e-12) << "partners spend what they plan";
        EXPECT_LE(partners.spent.inside[lane], partners.spent.all[lane] * (1.0 + 1e-12));
        total += council.spent.all[lane] + partners.spent.all[lane];
        EXPECT_NEAR(memory.spent.all[lane], council.spent.all[lane] + partners.spent.all[lane], 1e-12);
    }
    EXPECT_NEAR(apart.sum(apart.world().year.spend), total, 1e-9 * total);
    EXPECT_GT(total, together.sum(together.world().year.spend));
    EXPECT_LT(total, at_once.sum(at_once.world().year.spend));
}

TEST(DeliveryGroups, ThatAspireMoveTheirOwnIndexAndKeepItsCost)
{
    Delivery one{behave(equilibrium, aspiration)};
    one.years(1);
    auto const squares = [&](Group group) {
        double sum = 0.0;
        for_each(one, [&](int i, std::size_t j) {
            double const effort = at(block(one, i).group[group].effort[on_outcome], i, j);
            sum += effort * effort;
        });
        return sum;
    };
    double const before = squares(of_partners), planned = squares(of_council);
    one.delivery.run_year(Delivery::when, one.world(), 1);
    EXPECT_NEAR(squares(of_partners), before, 1e-9 * before);
    EXPECT_GT(std::abs(squares(of_council) - planned), 1e-3 * planned) << "the council follows its plans";
}

TEST(DeliveryGroups, GoOnWhereEachOfThemEnded)
{
    // A year that is lived wholly as before shows what a round starts from.
    auto waiting = behave(adaptive, aspiration);
    Delivery first{waiting};
    first.round();
    waiting.calendar.lag = 12.0;
    auto together = behave(adaptive);
    together.calendar.lag = 12.0;
    Delivery apart{waiting}, again{together};
    for (auto* next : {&apart, &again}) {
        next->world().standing = first.world().standing;
        next->years(1);
    }
    auto const& left = first.world().standing;
    int strictly = 0;
    for_each(first, [&](int i, std::size_t j) {
        auto const column = static_cast<Eigen::Index>(j);
        std::size_t const lane = static_cast<std::size_t>(i) % core::lane_count;
        double const a = response_of(block(first, i), first.world().population, j)[lane];
        auto const [low, high] = std::minmax({left.effort_true(i, column) * a, left.partners_true(i, column) * a});
        double const gain = at(block(apart, i).lived.gain, i, j);
        EXPECT_GE(gain, low - 1e-12);
        EXPECT_LE(gain, high + 1e-12);
        EXPECT_NEAR(at(block(again, i).lived.gain, i, j), gain, 1e-12) << "whoever goes on from there";
        strictly += gain > low + 1e-9 && gain < high - 1e-9 ? 1 : 0;
    });
    EXPECT_GT(strictly, 1000);
    EXPECT_NEAR(apart.sum(apart.world().year.spend), first.sum(first.world().year.spend), 1e-9) << "spending goes on too";
    EXPECT_NEAR(again.sum(again.world().year.spend), first.sum(first.world().year.spend), 1e-9);
}

BehaviourParams wait(double council, double partners)
{
    auto behaviour = behave(adaptive);
    behaviour.calendar = {.lag = council, .partners_later = partners - council};
    return behaviour;
}

TEST(DeliveryGroups, WhoseBudgetsMoveAtOneTimeAreOneToTheByte)
{
    // Nothing of the first year is new for either.
    EXPECT_EQ(outputs(wait(12.0, 20.0)), outputs(wait(12.0, 12.0)));
    EXPECT_NE(outputs(wait(11.0, 20.0)), outputs(wait(11.0, 11.0)));
}

TEST(DeliveryGroups, WaitEachForItsOwnBudget)
{
    Delivery early{wait(3.0, 3.0)}, late{wait(10.0, 10.0)}, both{wait(3.0, 10.0)};
    for (auto* one : {&early, &late, &both}) one->years(1);
    int alone = 0, strictly = 0;
    for_each(both, [&](int i, std::size_t j) {
        double const share = council_share(both, i, j);
        double const council = at(block(early, i).lived.gain, i, j), partners = at(block(late, i).lived.gain, i, j);
        double const gain = at(block(both, i).lived.gain, i, j);
        auto const [low, high] = std::minmax({council, partners});
        EXPECT_GE(gain, low - 1e-14);
        EXPECT_LE(gain, high + 1e-14);
        strictly += gain > low + 1e-9 && gain < high - 1e-9 ? 1 : 0;
        if (share > 0.0 && share < 1.0) return;
        EXPECT_NEAR(gain, share == 0.0 ? partners : council, 1e-14) << "an indicator of one group is lived by its calendar";
        ++alone;
    });
    EXPECT_GT(alone, 200);
    EXPECT_GT(strictly, 1000);
    EXPECT_GT(effect_of(early), effect_of(both));
    EXPECT_GT(effect_of(both), effect_of(late));
}

TEST(DeliveryGroups, ThatFollowOneRuleAgainAreOneAgain)
{
    Delivery apart{behave(adaptive, aspiration)}, together{behave(adaptive)}, alone{behave(adaptive)};
    apart.round();
    together.world().standing = apart.world().standing;
    together.round();
    alone.world().standing = together.world().standing;
    EXPECT_LT(alone.world().standing.partners_spend.col(0).head(Delivery::areas).maxCoeff(), 0.0);
    together.years(1);
    // What the partners once made of their efforts is of no more account.
    alone.world().standing.partners_true.setConstant(1e6);
    alone.years(1);
    EXPECT_EQ(alone.gains(), together.gains());
}
}  // namespace
}  // namespace concordat::cycle
