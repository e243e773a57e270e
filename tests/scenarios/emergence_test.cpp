// What nobody wrote into a rule: patterns that the defaults show, and that go when their rule is at its limit.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "tests/support/scenario_run.hpp"

namespace concordat
{
namespace
{
using support::ScenarioRun;
using Settings = std::vector<std::string>;
using Means = std::map<std::string, double>;

Means round_of(std::string const& scenario, Settings const& settings, int replicates)
{
    return ScenarioRun{scenario, settings}.means(replicates).front();
}

/// Sums for the slope of y on x.
struct Regression
{
    void add(double x, double y)
    {
        n += 1.0, sx += x, sy += y, sxx += x * x, sxy += x * y;
    }
    [[nodiscard]] double slope() const { return (sxy - sx * sy / n) / (sxx - sx * sx / n); }
    double n{}, sx{}, sy{}, sxx{}, sxy{};
};
}  // namespace

TEST(Emergence, EffortIsKeptNearTargetsAndFallsFarAboveAndFarBelowThem)
{
    auto const paid = round_of("laa_2008", {}, 16);
    EXPECT_GT(paid.at("kept_near"), paid.at("kept_far_behind") + 0.03) << "giving up";
    EXPECT_GT(paid.at("kept_near"), paid.at("kept_far_ahead") + 0.03) << "coasting";
    auto const large = round_of("laa_2008", {"incentives.reward_grant.per_target=500000"}, 8);
    EXPECT_GT(large.at("kept_near"), large.at("kept_far_behind") + 0.2);
    EXPECT_GT(large.at("kept_near"), large.at("kept_far_ahead") + 0.2);
    auto const unpaid = round_of("laa_2008", {"incentives.reward_grant.scheme=none"}, 16);
    EXPECT_NEAR(unpaid.at("kept_near"), unpaid.at("kept_far_behind"), 0.01);
    EXPECT_NEAR(unpaid.at("kept_near"), unpaid.at("kept_far_ahead"), 0.01);
}

TEST(Emergence, ItemsAreSettledInTheLastMonth)
{
    // What is conceded in the last month, of what is conceded at all: items told at the deadline and late demands
    // are left out.
    auto const last_share = [](Settings settings) {
        settings.insert(settings.end(), {"selection.departments.late_demands=0", "selection.departments.tell=0",
                                         "selection.broker.last_offer=0", "selection.council.park=0",
                                         "selection.council.hold=0"});
        double last = 0.0, later = 0.0;
        ScenarioRun{"laa_2008", settings}.run(4, [&](std::size_t, cycle::World const& world) {
            last += world.bargain.last_month.head(150).sum();
            later += world.bargain.settled_later.head(150).sum();
        });
        return last / later;
    };
    EXPECT_GT(last_share({}), 1.0 / 9.0) << "although half of the items are settled in the first month";
    EXPECT_LT(last_share({"selection.concession.exponent=.inf"}), 0.1 / 9.0);
}

TEST(Emergence, ReportsClusterJustAboveTargetsWhereTheyCanBeMadeUp)
{
    auto const above_to_below = [](Settings const& settings) {
        double above = 0.0, below = 0.0;
        ScenarioRun{"laa_2008", settings}.run(12, [&](std::size_t, cycle::World const& world) {
            above += world.gaming.just_above.head(150).sum();
            below += world.gaming.just_below.head(150).sum();
        });
        return above / below;
    };
    EXPECT_GT(above_to_below({}), 2.0);
    EXPECT_NEAR(above_to_below({"gaming.manipulation.indicators=0"}), 1.0, 0.1);
}

TEST(Emergence, DepartmentsAskForMoreTheLessTheyHeedEachOther)
{
    auto const asks_at = [](double gatekeeping) {
        return round_of("laa_2008", {"demands.asks.gatekeeping=" + std::to_string(gatekeeping)}, 2).at("asks");
    };
    double const cap = 35.0;
    double const race = asks_at(0.0);
    EXPECT_GT(race, 1.5 * cap);
    for (double const gatekeeping : {0.25, 0.5, 0.75}) {
        EXPECT_NEAR(asks_at(gatekeeping), cap + (1.0 - gatekeeping) * (race - cap), 1.0) << gatekeeping;
    }
    EXPECT_LE(asks_at(1.0), cap);
}

TEST(Emergence, TargetsFollowResultsByTheRatchet)
{
    auto const slope_at = [](Settings const& settings) {
        Regression found;
        state::AreaTable reached, level;
        ScenarioRun{"laa_2008", settings, 2}.run(3, [&](std::size_t round, cycle::World const& world) {
            auto const& agreement = world.agreement;
            if (round == 0) {
                reached = state::AreaTable::Constant(152, 198, NAN);
                level = reached;
            }
            for (int i = 0; i < 150; ++i) {
                for (int k = 0; k < agreement.count[static_cast<std::size_t>(i)]; ++k) {
                    int const j = agreement.item(i, k);
                    if (round == 0 && agreement.placeholder(i, k) == 0) {
                        reached(i, j) = world.performance.reported(i, k);
                        level(i, j) = world.targets.level(i, k);
                    }
                    if (round == 0 || world.performance.held(i, k) == 0 || std::isnan(level(i, j))) continue;
                    double const passed = reached(i, j) - level(i, j);
                    found.add(passed, world.targets.announced_trend(i, k) + passed);
                }
            }
        });
        return found.slope();
    };
    Settings const half{}, none{"incentives.ratchet.weight=0"}, full{"incentives.ratchet.weight=1"};
    EXPECT_NEAR(slope_at(half), 0.5, 0.05);
    EXPECT_NEAR(slope_at(none), 0.0, 0.05);
    EXPECT_NEAR(slope_at(full), 1.0, 0.05);
}

TEST(Emergence, WhoForeseesTheRatchetWorksLess)
{
    auto const effect = [](Settings const& settings) { return round_of("lpsa_2001", settings, 6).at("target_effect"); };
    double const blind = effect({}), seeing = effect({"incentives.ratchet.future_rounds=4"});
    EXPECT_LT(seeing, blind - 0.01);
    EXPECT_EQ(effect({"incentives.ratchet.weight=0", "incentives.ratchet.future_rounds=4"}),
              effect({"incentives.ratchet.weight=0"}));
}

TEST(Emergence, TrustFollowsTheConductOfRegimes)
{
    auto const path = ScenarioRun{"history_2001_2011", {}}.means(4);
    for (std::size_t k = 1; k < path.size(); ++k) EXPECT_LT(path[k].at("trust"), path[k - 1].at("trust"));
    EXPECT_LT(path.back().at("trust"), path.front().at("trust") - 0.1);
    auto const fixed = ScenarioRun{"history_2001_2011",
                                   {"learning.trust.rate=0", "inspection.standards.trust_lost=0", "gaming.audit.trust_lost=0"}}
                           .means(2);
    for (auto const& round : fixed) EXPECT_EQ(round.at("trust"), fixed.front().at("trust"));
}

TEST(Emergence, HardlyAnythingMovesInTheFirstYear)
{
    auto const usual = round_of("laa_2008", {}, 4);
    EXPECT_LT(usual.at("effect_year_1"), 0.2 * usual.at("effect_year_3"));
    auto const at_once = round_of("laa_2008", {"behaviour.calendar.lag=0", "behaviour.effort.adjustment=1"}, 4);
    EXPECT_GT(at_once.at("effect_year_1"), 0.8 * at_once.at("effect_year_3"));
}

TEST(Emergence, WhatWasOutsideOneAgreementStaysOutsideTheNext)
{
    auto const excess = [](Settings const& settings) {
        state::AreaFlagTable before;
        double own = 0.0, others = 0.0, items = 0.0;
        ScenarioRun{"laa_2008", settings, 2}.run(2, [&](std::size_t round, cycle::World const& world) {
            if (round == 0) {
                before = world.agreement.selected;
                return;
            }
            auto const& now = world.agreement.selected;
            for (Eigen::Index j = 0; j < before.cols(); ++j) {
                for (int i = 0; i < 150; ++i) {
                    if (before(i, j) != 0) continue;
                    own += now(i, j) == 0 ? 1.0 : 0.0;
                    others += now((i + 75) % 150, j) == 0 ? 1.0 : 0.0;
                    items += 1.0;
                }
            }
        });
        return (own - others) / items;
    };
    double const usual = excess({});
    EXPECT_GT(usual, 0.01);
    double const alike = excess({"demands.values.need_weight=0", "demands.values.taste_spread=0",
                                 "population.bargaining.centre_weight_spread=0", "population.bargaining.slot_cost_spread=0"});
    EXPECT_LT(alike, 0.3 * usual);
}

TEST(Emergence, WhatWasNeglectedStartsLate)
{
    // Gain of the first year over that of the third, in the second round: items that are new over those that stay.
    auto const lag_of_new = [](Settings const& settings) {
        state::AreaFlagTable before;
        std::array<double, 2> first{}, last{};
        ScenarioRun{"laa_2008", settings, 2}.run(2, [&](std::size_t round, cycle::World const& world) {
            if (round == 0) {
                before = world.agreement.selected;
                return;
            }
            for (int i = 0; i < 150; ++i) {
                for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                    std::size_t const stays = before(i, world.agreement.item(i, k)) != 0 ? 1 : 0;
                    if (world.performance.held(i, k) == 0) continue;
                    first[stays] += world.performance.year_gain.front()(i, k);
                    last[stays] += world.performance.year_gain.back()(i, k);
                }
            }
        });
        return first[0] / last[0] / (first[1] / last[1]);
    };
    EXPECT_LT(lag_of_new({}), 0.9);
    EXPECT_NEAR(lag_of_new({"behaviour.calendar.lag=0", "behaviour.effort.adjustment=1"}), 1.0, 0.05);
}

TEST(Emergence, BetterPracticeTravelsAmongComparators)
{
    // How much likelier an area works better on an indicator where its nearest comparator does.
    auto const company = [](Settings const& settings) {
        double both = 0.0, expected = 0.0;
        auto const& areas = support::england()->areas;
        ScenarioRun{"laa_2008", settings, 4}.run(2, [&](std::size_t round, cycle::World const& world) {
            if (round < 3) return;
            auto const& practice = world.standing.practice;
            for (Eigen::Index j = 0; j < practice.cols(); ++j) {
                double one = 0.0, all = 0.0;
                for (int i = 0; i < 150; ++i) {
                    bool const near = practice(areas[static_cast<std::size_t>(i)].neighbours.front().index(), j) > 1.0;
                    one += near ? 1.0 : 0.0;
                    all += practice(i, j) > 1.0 ? 1.0 : 0.0;
                    both += near && practice(i, j) > 1.0 ? 1.0 : 0.0;
                }
                expected += one * all / 150.0;
            }
        });
        return both / expected;
    };
    EXPECT_GT(company({}), 1.1);
    EXPECT_NEAR(company({"learning.diffusion.copying=0"}), 1.0, 0.04);
}
}  // namespace concordat
