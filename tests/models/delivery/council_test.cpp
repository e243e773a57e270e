// What of a plan is the council's own: council.cpp.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "models/incentives/linear.hpp"
#include "tests/support/delivery_problem.hpp"

namespace concordat::delivery
{
namespace
{
using support::DeliveryProblem;
using support::make_delivery_params;

constexpr int partners = DeliveryProblem::partner_count;

/// A planned country, and the council's part in it.
struct Planned
{
    explicit Planned(DeliveryParams const& params) : problem{DeliveryProblem::first_ids(12), params, 400.0}
    {
        problem.prepare();
        (void)problem.plan(scheme);
        part.resize(DeliveryProblem::indicator_count);
    }
    incentives::Linear scheme{{}};
    DeliveryProblem problem;
    CouncilPart part;
};

/// The council's part if all were moved alike.
double base_share(DeliveryProblem const& problem, int area, int j)
{
    return problem.technology().share(problem.pack.areas[static_cast<std::size_t>(area)].two_tier ? 1 : 0, j, 0);
}

TEST(CouncilPart, IsItsPartOfTheSumBehindEveryTrueGain)
{
    for (double const fence : {0.0, 0.9}) {
        for (double const rho : {2.0 / 3.0, 0.4, 1.0}) {
            auto params = make_delivery_params();
            params.production.complementarity = rho;
            params.budgets.ring_fence = fence;
            params.budgets.slack = 1.5;
            Planned planned{params};
            auto& problem = planned.problem;
            double const q = rho / (2.0 - rho);
            int compared = 0;
            for (int i = 0; i < problem.area_count(); ++i) {
                auto& w = problem.work(i);
                std::size_t const lane = DeliveryProblem::lane(i);
                problem.planner().part_of_council(w, planned.part);
                for (int k = 0; k < problem.agreement.count[static_cast<std::size_t>(i)]; ++k) {
                    int const j = w.indicator[k][lane];
                    auto const department = static_cast<std::size_t>(problem.technology().department(j));
                    double const g = w.fenced[lane] ? w.year.block_discount[department][lane] : w.discount[0][lane];
                    ASSERT_EQ(w.partner[w.begin[k]], 0);
                    double const own = g * w.year.inside.aligned_power[w.begin[k]][lane];
                    double const a = w.year.response[k][lane];
                    double const sum = std::pow(problem.gain(i, k) * params.production.effort_cost / (a * a), q);
                    EXPECT_NEAR(planned.part.outcome[j][lane], own / sum, 1e-9);
                    ++compared;
                }
            }
            EXPECT_GT(compared, 30);
        }
    }
}

TEST(CouncilPart, IsAllWhereTheCouncilWorksAlone)
{
    Planned planned{make_delivery_params()};
    auto& problem = planned.problem;
    int alone = 0, joint = 0;
    for (int i = 0; i < problem.area_count(); ++i) {
        auto& w = problem.work(i);
        for (bool const before : {true, false}) {
            if (before) problem.planner().part_before(w, planned.part);
            if (!before) problem.planner().part_of_council(w, planned.part);
            for (int j = 0; j < DeliveryProblem::indicator_count; ++j) {
                bool const lone = base_share(problem, i, j) == 1.0;
                ++(lone ? alone : joint);
                for (auto const* list : {&planned.part.outcome, &planned.part.measure, &planned.part.outside}) {
                    double const part = (*list)[static_cast<std::size_t>(j)][DeliveryProblem::lane(i)];
                    EXPECT_GT(part, 0.0);
                    EXPECT_TRUE(lone ? part == 1.0 : part < 1.0) << part;
                }
            }
        }
    }
    EXPECT_GT(alone, 0);
    EXPECT_GT(joint, 0);
}

TEST(CouncilPart, IsTheBaseShareWhereAllAreMovedAlikeOrNotAtAll)
{
    auto params = make_delivery_params();
    params.motives.national_line = 0.0;
    params.budgets.slack = std::numeric_limits<double>::infinity();
    for (double const intrinsic : {0.3, 0.0}) {
        params.motives.intrinsic = intrinsic;
        DeliveryProblem problem{DeliveryProblem::first_ids(12), params, 0.0};
        problem.inspection.any_indicator.setZero();
        problem.prepare();
        CouncilPart part;
        part.resize(DeliveryProblem::indicator_count);
        for (int i = 0; i < problem.area_count(); ++i) {
            problem.planner().part_before(problem.work(i), part);
            for (int j = 0; j < DeliveryProblem::indicator_count; ++j) {
                double const base = base_share(problem, i, j);
                EXPECT_NEAR(part.outcome[static_cast<std::size_t>(j)][DeliveryProblem::lane(i)], base, 1e-14);
                EXPECT_NEAR(part.measure[static_cast<std::size_t>(j)][DeliveryProblem::lane(i)], base, 1e-14);
            }
        }
    }
}

TEST(CouncilPart, OfSpendingIsItsOwn)
{
    Planned planned{make_delivery_params()};
    auto& problem = planned.problem;
    for (int i = 0; i < problem.area_count(); ++i) {
        auto& w = problem.work(i);
        std::size_t const lane = DeliveryProblem::lane(i);
        double const own = problem.planner().spend_inside(w, Spender::council)[lane];
        double const all = problem.planner().spend_inside(w, Spender::everybody)[lane];
        EXPECT_GT(own, 0.0);
        EXPECT_LT(own, all);
        EXPECT_LE(own, problem.spend(i, 0) * (1.0 + 1e-12));
        double others = 0.0;
        for (int p = 1; p < partners; ++p) others += problem.spend(i, p);
        EXPECT_LE(all - own, others * (1.0 + 1e-12));
        double const before = problem.planner().spend_before(w, Spender::council)[lane];
        EXPECT_GT(before, 0.0);
        EXPECT_LT(before, problem.planner().spend_before(w, Spender::everybody)[lane]);
    }
}
}  // namespace
}  // namespace concordat::delivery
