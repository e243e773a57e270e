#include "models/delivery/planner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "models/incentives/linear.hpp"
#include "models/incentives/none.hpp"
#include "models/incentives/pooled.hpp"
#include "models/incentives/pro_rata.hpp"
#include "models/incentives/threshold.hpp"
#include "models/verification/clean_world.hpp"
#include "tests/support/delivery_problem.hpp"

namespace concordat::delivery
{
namespace
{
using support::DeliveryProblem;
using support::make_delivery_params;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double rewards[] = {40.0, 400.0, 2000.0};  // [GBP thousand per target]
constexpr double complementarities[] = {2.0 / 3.0, 0.4, 1.0};

/// The schemes that delivery meets, slot by slot and pooled.
struct Schemes
{
    incentives::Threshold threshold{};
    incentives::ProRata pro_rata{{.floor = 0.6, .cap = 1.0}};
    incentives::Linear linear{{}};
    incentives::Pooled pooled_threshold{{.rule = incentives::PooledRule::threshold}};
    incentives::Pooled pooled_pro_rata{
        {.rule = incentives::PooledRule::pro_rata, .floor = 0.6, .cap = 1.0}};
    [[nodiscard]] std::vector<state::RewardScheme const*> all() const
    {
        return {&threshold, &pro_rata, &linear, &pooled_threshold, &pooled_pro_rata};
    }
};

std::vector<double> outputs_of(DeliveryProblem& problem, int area)
{
    std::vector<double> out;
    std::size_t const lane = DeliveryProblem::lane(area);
    auto& w = problem.work(area);
    for (int k = 0; k < problem.agreement.count[static_cast<std::size_t>(area)]; ++k) {
        out.push_back(w.year.true_gain[k][lane]);
        out.push_back(w.year.gain[k][lane]);
        out.push_back(w.plan[k][lane]);
    }
    for (int p = 0; p < DeliveryProblem::partner_count; ++p) {
        out.push_back(w.spend[static_cast<std::size_t>(p)][lane]);
        out.push_back(w.discount[static_cast<std::size_t>(p)][lane]);
    }
    std::vector<core::Lanes> outside(DeliveryProblem::indicator_count);
    problem.planner().gains_outside(w, outside);
    for (auto const& gain : outside) out.push_back(gain[lane]);
    out.push_back(problem.planner().spend_inside(w, Spender::everybody)[lane]);
    return out;
}

TEST(Planner, GivesAnAreaTheSameBitsWhateverItsBlockMates)
{
    Schemes const schemes;
    auto const ids = DeliveryProblem::first_ids(19);
    std::vector<int> const shuffled{7,  3, 19, 1, 12, 5, 16, 9,  2, 18,
                                    11, 4, 14, 8, 17, 6, 10, 15, 13};
    for (double const reward : rewards) {
        for (double const fence : {0.0, 0.9}) {
            for (auto const* scheme : schemes.all()) {
                auto params = make_delivery_params();
                params.solver.tolerance = 1e-7;
                params.budgets.ring_fence = fence;
                params.budgets.slack = 1.5;
                DeliveryProblem straight{ids, params, reward}, mixed{shuffled, params, reward};
                straight.prepare();
                mixed.prepare();
                straight.plan(*scheme);
                mixed.plan(*scheme);
                for (int at = 0; at < 19; ++at) {
                    int const id = shuffled[static_cast<std::size_t>(at)];
                    ASSERT_EQ(outputs_of(mixed, at), outputs_of(straight, id - 1))
                        << "area " << id << ", reward " << reward;
                }
            }
        }
    }
}

TEST(Planner, SolvesItsOwnFirstOrderConditions)
{
    Schemes const schemes;
    for (double const rho : complementarities) {
        for (double const reward : rewards) {
            for (auto const* scheme : schemes.all()) {
                auto params = make_delivery_params();
                params.production.complementarity = rho;
                DeliveryProblem problem{DeliveryProblem::first_ids(16), params, reward};
                problem.prepare();
                auto const report = problem.plan(*scheme);
                EXPECT_EQ(report.unsettled, 0) << rho << " " << reward;
                for (auto& w : problem.blocks) {
                    std::vector<state::Slope> slope(DeliveryProblem::slot_count);
                    for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.year.start[k] + w.year.gain[k];
                    scheme->price(w.market, slope);
                    for (int k = 0; k < w.slots; ++k) {
                        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                            // Slopes at the plan are those from which the gains were made.
                            EXPECT_NEAR(slope[k].value[lane], w.year.slope[k].value[lane],
                                        1e-5 * (1.0 + reward));
                            EXPECT_NEAR(w.plan[k][lane], w.year.gain[k][lane], 1e-6);
                        }
                    }
                }
            }
        }
    }
}

TEST(Planner, AgreesWithTheBracketingSolver)
{
    Schemes const schemes;
    for (double const rho : complementarities) {
        for (double const slack : {infinity, 4.0, 1.2}) {
            for (double const reward : {40.0, 400.0, 1000.0, 2000.0}) {
                for (state::RewardScheme const* scheme : std::vector<state::RewardScheme const*>{
                         &schemes.threshold, &schemes.pro_rata, &schemes.linear}) {
                    auto params = make_delivery_params();
                    params.production.complementarity = rho;
                    params.budgets.slack = slack;
                    auto const ids = DeliveryProblem::first_ids(16);
                    DeliveryProblem newton{ids, params, reward}, bracketed{ids, params, reward};
                    newton.prepare();
                    bracketed.prepare();
                    newton.plan(*scheme);
                    int const unsettled = rho == 2.0 / 3.0
                                              ? bracketed.bracket(*scheme, HalfPower{})
                                              : bracketed.bracket(*scheme, GeneralPower{rho});
                    EXPECT_EQ(unsettled, 0);
                    for (int i = 0; i < newton.area_count(); ++i) {
                        for (int k = 0; k < newton.agreement.count[static_cast<std::size_t>(i)];
                             ++k) {
                            EXPECT_NEAR(newton.gain(i, k), bracketed.gain(i, k), 1e-6)
                                << "rho " << rho << ", slack " << slack << ", reward " << reward;
                        }
                        for (int p = 0; p < DeliveryProblem::partner_count; ++p) {
                            EXPECT_NEAR(newton.spend(i, p), bracketed.spend(i, p), 1e-6);
                        }
                    }
                }
            }
        }
    }
}

TEST(Planner, FindsTheBranchThatAFullSearchFindsAcrossAFold)
{
    // Two partners, one of them with a motive of its own, targets from trivial to hopeless, rewards
    // up to three times the size from which areas give up at once.
    using verification::CleanWorld;
    constexpr int areas = 80;
    int searched = 0;
    for (double const rho : complementarities) {
        for (double const own : {0.0, 0.1}) {
            for (double const reward : {3.0, 5.0, 8.0, 12.0}) {
                auto const solve = [&](CleanWorld::Solver solver) {
                    verification::CleanSettings settings{.areas = areas, .shares = {0.5, 0.5}};
                    settings.delivery.production.complementarity = rho;
                    settings.delivery.motives.council_share = 0.9;
                    settings.delivery.motives.partner_reputation = 1.0;
                    CleanWorld world{settings};
                    world.pack.partners[0].reputation = 0.0;
                    world.pack.partners[1].reputation = own;
                    world.inspection.any_indicator.setConstant(1.0);
                    world.start();
                    world.set_everywhere(&state::BlockSlots::reward, reward);
                    for (int i = 0; i < areas; ++i) {
                        world.set(&state::BlockSlots::target, i, 0, 0.5 + 0.06 * i);
                    }
                    world.plan(incentives::Threshold{}, solver);
                    return world;
                };
                auto const planned = solve(CleanWorld::Solver::planner);
                auto const full = solve(CleanWorld::Solver::bracketing);
                searched += planned.rescued();
                for (int i = 0; i < areas; ++i) {
                    EXPECT_NEAR(planned.gain(i, 0), full.gain(i, 0), 1e-6)
                        << "rho " << rho << ", own " << own << ", reward " << reward << ", area "
                        << i;
                }
            }
        }
    }
    EXPECT_GT(searched, areas);
}

TEST(Planner, NeverOverspends)
{
    Schemes const schemes;
    for (double const rho : complementarities) {
        for (double const slack : {1.2, 2.0, 4.0}) {
            for (double const reward : rewards) {
                for (auto const* scheme : schemes.all()) {
                    auto params = make_delivery_params();
                    params.production.complementarity = rho;
                    params.budgets.slack = slack;
                    DeliveryProblem problem{DeliveryProblem::first_ids(16), params, reward};
                    problem.prepare();
                    problem.plan(*scheme);
                    int binding = 0;
                    for (int i = 0; i < problem.area_count(); ++i) {
                        for (int p = 0; p < DeliveryProblem::partner_count; ++p) {
                            EXPECT_LE(problem.spend(i, p), problem.budget(i, p) * (1.0 + 1e-6));
                            binding +=
                                problem.spend(i, p) > problem.budget(i, p) * (1.0 - 1e-5) ? 1 : 0;
                        }
                    }
                    EXPECT_TRUE(slack > 1.2 || reward == 40.0 || binding > 0);
                }
            }
        }
    }
}

TEST(Planner, MovesNobodyWhereNothingMotivates)
{
    for (double const rho : complementarities) {
        auto params = make_delivery_params();
        params.production.complementarity = rho;
        params.motives.national_line = params.motives.intrinsic = 0.0;
        params.budgets.slack = infinity;
        DeliveryProblem problem{DeliveryProblem::first_ids(8), params, 0.0};
        problem.inspection.any_indicator.setZero();
        problem.inspection.agreement_item.setZero();
        problem.prepare();
        problem.plan(incentives::Threshold{});
        std::vector<core::Lanes> outside(DeliveryProblem::indicator_count);
        for (auto& w : problem.blocks) {
            problem.planner().gains_outside(w, outside);
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                for (int k = 0; k < w.slots; ++k) EXPECT_EQ(w.year.gain[k][lane], 0.0);
                for (auto const& gain : outside) EXPECT_EQ(gain[lane], 0.0);
            }
        }
    }
}

TEST(Planner, AnswersALargerRewardWithMoreEffortWhereBudgetsAreOff)
{
    Schemes const schemes;
    for (double const rho : complementarities) {
        for (auto const* scheme : schemes.all()) {
            auto params = make_delivery_params();
            params.production.complementarity = rho;
            params.budgets.slack = infinity;
            std::vector<double> before;
            for (double const reward : {0.0, 20.0, 40.0, 80.0, 160.0, 320.0}) {
                DeliveryProblem problem{DeliveryProblem::first_ids(12), params, reward};
                problem.prepare();
                problem.plan(*scheme);
                std::vector<double> now;
                for (int i = 0; i < problem.area_count(); ++i) {
                    double sum = 0.0;
                    for (int k = 0; k < problem.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                        // A pooled reward may shift effort between targets, never lower their sum
                        // of scores.
                        auto& w = problem.work(i);
                        sum += w.year.gain[k][DeliveryProblem::lane(i)] /
                               w.market.stretch[k][DeliveryProblem::lane(i)];
                        if (!scheme->pools_the_agreement())
                            now.push_back(w.year.gain[k][DeliveryProblem::lane(i)]);
                    }
                    if (scheme->pools_the_agreement()) now.push_back(sum);
                }
                for (std::size_t at = 0; at < before.size(); ++at)
                    EXPECT_GE(now[at], before[at] - 1e-9);
                before = now;
            }
        }
    }
}

TEST(Planner, PlansLessForAShorterRest)
{
    auto const params = make_delivery_params();
    DeliveryProblem problem{DeliveryProblem::first_ids(8), params, 40.0};
    problem.prepare();
    problem.plan(incentives::NoReward{}, 1.0 / 3.0);
    for (auto& w : problem.blocks) {
        for (int k = 0; k < w.slots; ++k) {
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                EXPECT_NEAR(w.plan[k][lane], w.year.gain[k][lane] / 3.0,
                            1e-10);  // gains are rates per round
            }
        }
    }
}

TEST(Planner, TreatsAnIndicatorInsideWithoutAttentionOrRewardAsOutside)
{
    auto params = make_delivery_params();
    params.motives.attention = params.motives.alignment = 0.0;
    for (double const rho : complementarities) {
        params.production.complementarity = rho;
        DeliveryProblem problem{DeliveryProblem::first_ids(9), params, 0.0};
        problem.inspection.agreement_item.setZero();
        problem.prepare();
        problem.plan(incentives::Threshold{});
        std::vector<core::Lanes> outside(DeliveryProblem::indicator_count), before(outside);
        for (int i = 0; i < problem.area_count(); ++i) {
            auto& w = problem.work(i);
            std::size_t const lane = DeliveryProblem::lane(i);
            problem.planner().gains_outside(w, outside);
            problem.planner().gains_before(w, before);
            for (int k = 0; k < problem.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                int const j = problem.agreement.item(i, k);
                EXPECT_NEAR(w.year.true_gain[k][lane], outside[j][lane], 1e-8);
                EXPECT_NEAR(w.year.true_gain[k][lane], before[j][lane], 1e-8);
            }
        }
    }
}

TEST(Planner, LetsThoseWhoStayOutActAsWithoutAnAgreement)
{
    auto params = make_delivery_params();
    params.motives.alignment = 0.0;
    for (double const rho : complementarities) {
        params.production.complementarity = rho;
        DeliveryProblem problem{DeliveryProblem::first_ids(9), params, 400.0};
        problem.prepare();
        for (auto& w : problem.blocks) {
            for (auto& involvement : w.involvement) involvement = core::Lanes{0.0};
            problem.planner().begin_year(w);
        }
        problem.plan(incentives::Threshold{});
        std::vector<core::Lanes> before(DeliveryProblem::indicator_count);
        for (int i = 0; i < problem.area_count(); ++i) {
            auto& w = problem.work(i);
            std::size_t const lane = DeliveryProblem::lane(i);
            problem.planner().gains_before(w, before);
            for (int k = 0; k < problem.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                EXPECT_NEAR(w.year.true_gain[k][lane], before[problem.agreement.item(i, k)][lane], 1e-8)
                    << rho;
            }
        }
    }
}

TEST(Planner, WeakensRewardsByDoubtAndByTheRatchet)
{
    // Twice the belief, the ratchet undone or rewards doubled are the same to those who act.
    auto const gains_with = [](double belief, double ratchet, double reward) {
        auto params = make_delivery_params();
        params.motives.ratchet_factor = ratchet;
        DeliveryProblem problem{DeliveryProblem::first_ids(4), params, reward};
        problem.standing.payment_belief.setConstant(belief);
        problem.prepare();
        problem.plan(incentives::Linear{{}});
        std::vector<double> gains;
        for (int i = 0; i < 4; ++i) gains.push_back(problem.gain(i, 0));
        return gains;
    };
    auto const doubted = gains_with(0.5, 1.0, 80.0), feared = gains_with(1.0, 0.5, 80.0),
               small = gains_with(1.0, 1.0, 40.0);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(doubted[i], small[i], 1e-9);
        EXPECT_NEAR(feared[i], small[i], 1e-9);
    }
}

TEST(Planner, CountsSpendingInsideAndOutsideOfTheAgreementOnce)
{
    for (double const rho : complementarities) {
        auto params = make_delivery_params();
        params.production.complementarity = rho;
        DeliveryProblem problem{DeliveryProblem::first_ids(8), params, 400.0};
        problem.prepare();
        problem.plan(incentives::Threshold{});
        for (int i = 0; i < problem.area_count(); ++i) {
            auto& w = problem.work(i);
            std::size_t const lane = DeliveryProblem::lane(i);
            double total = 0.0;
            for (int p = 0; p < DeliveryProblem::partner_count; ++p) total += problem.spend(i, p);
            double const inside = problem.planner().spend_inside(w, Spender::everybody)[lane];
            EXPECT_GT(inside, 0.0);
            EXPECT_LT(inside, total);
        }
    }
}
}  // namespace
}  // namespace concordat::delivery
