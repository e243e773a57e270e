// Ring-fences: fences.cpp and the multipliers of bracket.cpp.
#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "models/incentives/linear.hpp"
#include "models/incentives/none.hpp"
#include "models/incentives/pooled.hpp"
#include "models/incentives/threshold.hpp"
#include "tests/support/delivery_problem.hpp"

namespace concordat::delivery
{
namespace
{
using support::DeliveryProblem;
using support::make_delivery_params;

constexpr int partners = DeliveryProblem::partner_count;
constexpr int departments = DeliveryProblem::department_count;

std::size_t block_of(int partner, int department)
{
    return static_cast<std::size_t>(partner * departments + department);
}

/// Every block spends its fence, nobody overspends, and blocks add up. Blocks of areas are counted
/// only where some fence might be broken.
void expect_kept(DeliveryProblem& problem, char const* what)
{
    for (int i = 0; i < problem.area_count(); ++i) {
        auto& w = problem.work(i);
        std::size_t const lane = DeliveryProblem::lane(i);
        for (int p = 0; p < partners; ++p) {
            double sum = 0.0, fences = 0.0;
            for (int d = 0; d < departments; ++d) {
                if (!w.fences_set) continue;
                double const spend = w.year.block_spend[block_of(p, d)][lane],
                             fence = w.year.fence[block_of(p, d)][lane];
                EXPECT_GE(spend, fence * (1.0 - 1e-6))
                    << what << ", area " << i << ", block " << p << " " << d;
                sum += spend;
                fences += fence;
            }
            if (w.fences_set) {
                EXPECT_NEAR(sum, problem.spend(i, p), 1e-9 * (1.0 + sum)) << what;
            }
            EXPECT_LE(problem.spend(i, p), problem.budget(i, p) * (1.0 + 1e-6))
                << what << ", area " << i << ", partner " << p;
            EXPECT_LE(fences, problem.budget(i, p) * (1.0 + 1e-12)) << "an impossible problem";
        }
    }
}

TEST(RingFences, AreKeptByEveryBlockWithinTheBudget)
{
    incentives::Threshold const threshold;
    incentives::Linear const linear{{}};
    incentives::Pooled const pooled{
        {.rule = incentives::PooledRule::pro_rata, .floor = 0.6, .cap = 1.0}};
    int bound = 0, unsettled = 0, solved = 0;
    for (double const rho : {2.0 / 3.0, 0.4, 1.0}) {
        for (double const slack : {1.2, 2.0}) {
            for (double const reward : {40.0, 400.0, 2000.0}) {
                for (state::RewardScheme const* scheme :
                     std::vector<state::RewardScheme const*>{&threshold, &linear, &pooled}) {
                    auto params = make_delivery_params();
                    params.production.complementarity = rho;
                    params.budgets.slack = slack;
                    params.budgets.ring_fence = 0.9;
                    DeliveryProblem problem{DeliveryProblem::first_ids(16), params, reward};
                    problem.prepare();
                    auto const report = problem.plan(*scheme);
                    bound += report.fenced;
                    unsettled += report.unsettled;
                    solved += problem.area_count();
                    // Hit-or-miss rewards of ten times the usual size leave a slot several best
                    // plans; with fences and budgets that bind no pure plan may be left, which is
                    // counted.
                    EXPECT_TRUE(report.unsettled == 0 || (scheme == &threshold && reward > 40.0));
                    expect_kept(problem, "planner");
                }
            }
        }
    }
    EXPECT_GT(bound, 100);
    EXPECT_LE(unsettled, solved / 100);
}

TEST(RingFences, AreNotMissedByTheShortCutThatSkipsThem)
{
    // Crowding out, however small, makes the planner look at every fence.
    int skipped = 0;
    for (double const slack : {1.2, 2.0, 4.0}) {
        for (double const fence : {0.3, 0.9}) {
            for (double const reward : {0.0, 40.0, 400.0}) {
                auto params = make_delivery_params();
                params.budgets.slack = slack;
                params.budgets.ring_fence = fence;
                DeliveryProblem quick{DeliveryProblem::first_ids(16), params, reward};
                params.motives.crowding = 1e-12;
                DeliveryProblem careful{DeliveryProblem::first_ids(16), params, reward};
                quick.prepare();
                careful.prepare();
                EXPECT_EQ(quick.plan(incentives::Linear{{}}).fenced,
                          careful.plan(incentives::Linear{{}}).fenced);
                for (auto const& w : quick.blocks) skipped += w.fences_set ? 0 : 1;
                for (int i = 0; i < quick.area_count(); ++i) {
                    for (int k = 0; k < quick.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                        EXPECT_NEAR(quick.gain(i, k), careful.gain(i, k), 1e-8);
                    }
                }
            }
        }
    }
    EXPECT_GT(skipped, 0);
}

TEST(RingFences, EndAlikeWhetherTheSolverBeginsWithThePlanOrWithNothing)
{
    auto params = make_delivery_params();
    params.budgets.slack = 1.2;
    params.budgets.ring_fence = 0.9;
    incentives::Linear const linear{{}};
    DeliveryProblem planned{DeliveryProblem::first_ids(16), params, 400.0};
    DeliveryProblem bracketed{DeliveryProblem::first_ids(16), params, 400.0};
    planned.prepare();
    bracketed.prepare();
    auto const report = planned.plan(linear);
    EXPECT_GT(report.fenced, 0);
    EXPECT_EQ(report.rescued, 0) << "none is there but for its fences";
    (void)bracketed.plan(linear);
    EXPECT_EQ(bracketed.bracket(linear, delivery::HalfPower{}), 0);
    for (int i = 0; i < planned.area_count(); ++i) {
        for (int k = 0; k < planned.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            EXPECT_NEAR(planned.gain(i, k), bracketed.gain(i, k), 1e-8) << i << " " << k;
        }
        for (int p = 0; p < partners; ++p) EXPECT_NEAR(planned.spend(i, p), bracketed.spend(i, p), 1e-8) << i << " " << p;
    }
}

TEST(RingFences, PullSpendingBackFromRewardedDepartments)
{
    auto params = make_delivery_params();
    params.budgets.slack = 1.2;
    double outside[2];
    for (int fenced = 0; fenced < 2; ++fenced) {
        params.budgets.ring_fence = fenced == 1 ? 0.9 : 0.0;
        DeliveryProblem problem{DeliveryProblem::first_ids(8), params, 2000.0};
        problem.prepare();
        problem.plan(incentives::Linear{{}});
        std::vector<core::Lanes> gains(DeliveryProblem::indicator_count);
        outside[fenced] = 0.0;
        for (int i = 0; i < problem.area_count(); ++i) {
            problem.planner().gains_outside(problem.work(i), gains);
            for (int j = 0; j < DeliveryProblem::indicator_count; ++j) {
                if (problem.agreement.selected(i, j) == 0)
                    outside[fenced] += gains[j][DeliveryProblem::lane(i)];
            }
        }
    }
    EXPECT_GT(outside[1], outside[0] * 1.01);
}

TEST(RingFences, BindNowhereWhereNothingHasChanged)
{
    auto params = make_delivery_params();
    params.budgets.ring_fence = 0.9;
    params.motives.attention = params.motives.alignment = 0.0;
    DeliveryProblem problem{DeliveryProblem::first_ids(8), params, 0.0};
    problem.inspection.agreement_item.setZero();
    problem.prepare();
    EXPECT_EQ(problem.plan(incentives::NoReward{}).fenced, 0);
    expect_kept(problem, "no change");
}

TEST(RingFences, MakeABlockCheaperNeverDearerThanThePool)
{
    // A fenced block's multiplier is never above the pool's: its discount is never below.
    auto params = make_delivery_params();
    params.budgets.ring_fence = 0.9;
    params.budgets.slack = 1.2;
    DeliveryProblem problem{DeliveryProblem::first_ids(16), params, 2000.0};
    problem.prepare();
    problem.plan(incentives::Threshold{});
    for (auto& w : problem.blocks) {
        for (int p = 0; p < partners; ++p) {
            for (int d = 0; d < departments; ++d) {
                for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                    EXPECT_GE(w.year.block_discount[block_of(p, d)][lane],
                              w.discount[static_cast<std::size_t>(p)][lane]);
                }
            }
        }
    }
}
}  // namespace
}  // namespace concordat::delivery
