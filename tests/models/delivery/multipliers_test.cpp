#include "models/delivery/multipliers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "models/incentives/linear.hpp"
#include "models/incentives/threshold.hpp"
#include "tests/support/delivery_problem.hpp"

namespace concordat::delivery
{
namespace
{
using support::DeliveryProblem;
using support::make_delivery_params;

constexpr int partners = DeliveryProblem::partner_count;
constexpr double complementarities[] = {2.0 / 3.0, 0.4, 1.0};

DeliveryProblem solve(double rho, double pooling, double slack, double reward,
                      bool bracketing = false)
{
    auto params = make_delivery_params();
    params.production.complementarity = rho;
    params.motives.pooling = pooling;
    params.budgets.slack = slack;
    DeliveryProblem problem{DeliveryProblem::first_ids(16), params, reward};
    problem.prepare();
    if (bracketing) {
        int const unsettled = rho == 2.0 / 3.0
                                  ? problem.bracket(incentives::Threshold{}, HalfPower{})
                                  : problem.bracket(incentives::Threshold{}, GeneralPower{rho});
        EXPECT_EQ(unsettled, 0);
    } else {
        EXPECT_EQ(problem.plan(incentives::Threshold{}).unsettled, 0);
    }
    return problem;
}

struct Sums
{
    double spend{}, budget{};
};

Sums add_up(DeliveryProblem& problem, int area)
{
    Sums sums;
    for (int p = 0; p < partners; ++p) {
        sums.spend += problem.spend(area, p);
        sums.budget += problem.budget(area, p);
    }
    return sums;
}

TEST(PooledBudgets, AreOneBudgetWithOneMultiplierWhenPooledInFull)
{
    for (double const rho : complementarities) {
        for (bool const bracketing : {false, true}) {
            auto problem = solve(rho, 1.0, 1.2, 400.0, bracketing);
            int binding = 0;
            for (int i = 0; i < problem.area_count(); ++i) {
                auto const sums = add_up(problem, i);
                EXPECT_LE(sums.spend, sums.budget * (1.0 + 1e-6)) << rho;
                auto const& discount = problem.work(i).discount;
                std::size_t const lane = DeliveryProblem::lane(i);
                for (int p = 1; p < partners; ++p) {
                    EXPECT_NEAR(discount[static_cast<std::size_t>(p)][lane], discount[0][lane],
                                1e-8)
                        << rho;
                }
                if (discount[0][lane] < 1.0 - 1e-9) {
                    ++binding;
                    EXPECT_NEAR(sums.spend, sums.budget, 1e-6 * sums.budget) << rho;
                }
            }
            EXPECT_GT(binding, 0);
        }
    }
}

TEST(PooledBudgets, LeaveEachPartnerItsOwnPart)
{
    constexpr double pooling = 0.5;
    for (double const rho : complementarities) {
        for (bool const bracketing : {false, true}) {
            auto problem = solve(rho, pooling, 1.2, 400.0, bracketing);
            int binding = 0;
            for (int i = 0; i < problem.area_count(); ++i) {
                auto const& discount = problem.work(i).discount;
                std::size_t const lane = DeliveryProblem::lane(i);
                double price = 1.0, drawn = 0.0, pool = 0.0;
                for (int p = 0; p < partners; ++p) {
                    price = std::min(price, discount[static_cast<std::size_t>(p)][lane]);
                    double const own = (1.0 - pooling) * problem.budget(i, p);
                    drawn += std::max(0.0, problem.spend(i, p) - own);
                    pool += pooling * problem.budget(i, p);
                }
                // What is spent beyond own parts comes out of the pool, all of it where the pool
                // has a price.
                EXPECT_LE(drawn, pool * (1.0 + 1e-6)) << rho;
                if (price < 1.0 - 1e-9) {
                    ++binding;
                    EXPECT_NEAR(drawn, pool, 1e-6 * pool)
                        << rho << (bracketing ? " bracketing" : "");
                }
                for (int p = 0; p < partners; ++p) {
                    double const g = discount[static_cast<std::size_t>(p)][lane];
                    double const own = (1.0 - pooling) * problem.budget(i, p);
                    if (problem.spend(i, p) > own * (1.0 + 1e-6)) {
                        EXPECT_NEAR(g, price, 1e-8) << "who draws pays the pool's price";
                    } else if (g < 1.0 - 1e-9) {
                        EXPECT_GE(g, price - 1e-9);
                    }
                }
            }
            EXPECT_GT(binding, 0);
        }
    }
}

TEST(PooledBudgets, SolveAlikeByNewtonAndByBracketing)
{
    for (double const rho : complementarities) {
        for (double const pooling : {0.3, 1.0}) {
            auto newton = solve(rho, pooling, 1.5, 400.0),
                 bracketed = solve(rho, pooling, 1.5, 400.0, true);
            for (int i = 0; i < newton.area_count(); ++i) {
                for (int k = 0; k < newton.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                    EXPECT_NEAR(newton.gain(i, k), bracketed.gain(i, k), 1e-6)
                        << rho << " " << pooling;
                }
            }
        }
    }
}

TEST(Multipliers, MakeAPartnerSpendExactlyItsBudgetOrLess)
{
    for (double const rho : complementarities) {
        auto problem = solve(rho, 0.0, 1.2, 400.0);
        for (int i = 0; i < problem.area_count(); ++i) {
            for (int p = 0; p < partners; ++p) {
                double const g =
                    problem.work(i).discount[static_cast<std::size_t>(p)][DeliveryProblem::lane(i)];
                if (g < 1.0 && problem.budget(i, p) > 0.0) {
                    EXPECT_NEAR(problem.spend(i, p) / problem.budget(i, p), 1.0, 1e-7) << rho;
                }
            }
        }
    }
}
}  // namespace
}  // namespace concordat::delivery
