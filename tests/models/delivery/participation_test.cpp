#include "models/delivery/participation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "tests/support/delivery_problem.hpp"

namespace concordat::delivery
{
namespace
{
using support::DeliveryProblem;

constexpr int areas = 4000;

DeliveryParams make_params()
{
    auto params = support::make_delivery_params();
    params.participation = {.everybody_in = false,
                            .duty = 1.0,
                            .cooperation = 0.8,
                            .meeting_cost = 0.4,
                            .scale = 0.25,
                            .nominal_cost_share = 0.3,
                            .nominal_involvement = 0.3};
    return params;
}

struct Counts
{
    double in{}, nominal{}, out{};
};

/// Decisions of partner 2 over many areas with cooperation .5.
Counts count_partner(DeliveryParams const& params, double reward, bool duty, int year = 0)
{
    DeliveryProblem problem{DeliveryProblem::first_ids(areas), params, 0.0};
    problem.pack.partners[2].duty_to_cooperate = duty;
    problem.population.cooperation.setConstant(0.5);
    Technology const technology{problem.pack, params.motives.council_share};
    Participation const participation{technology, problem.pack, params, 3};
    BlockWork w;
    w.resize(technology, 1);
    w.payment = core::Lanes{0.9};
    Counts counts;
    for (w.first_area = 0; w.first_area < areas;
         w.first_area += static_cast<int>(core::lane_count)) {
        w.two_tier = core::LaneMask{true};
        participation.decide(w, {.master_seed = 3}, year, problem.population, core::Lanes{reward});
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            EXPECT_EQ(w.involvement[0][lane], 1.0) << "the council is always in";
            double const involved = w.involvement[2][lane];
            (involved == 1.0   ? counts.in
             : involved == 0.0 ? counts.out
                               : counts.nominal) += 1.0 / areas;
            EXPECT_TRUE(involved == 0.0 || involved == 1.0 ||
                        involved == params.participation.nominal_involvement);
        }
    }
    return counts;
}

// 4,000 areas: standard error of a share below .008, four of them .032.
TEST(Participation, FollowsTheLogit)
{
    auto const params = make_params();
    for (bool const duty : {false, true}) {
        double const kappa = duty ? 1.0 : 0.0;
        double const in = std::exp((kappa + 0.8 * 0.5 - 0.4) / 0.25),
                     nominal = std::exp((kappa - 0.3 * 0.4) / 0.25);
        auto const counts = count_partner(params, 0.0, duty);
        EXPECT_NEAR(counts.in, in / (in + nominal + 1.0), 0.032);
        EXPECT_NEAR(counts.nominal, nominal / (in + nominal + 1.0), 0.032);
        EXPECT_NEAR(counts.out, 1.0 / (in + nominal + 1.0), 0.032);
    }
}

TEST(Participation, BringsEverybodyInAsTheExpectedRewardGrows)
{
    auto const params = make_params();
    double before = 0.0;
    for (double const reward : {0.0, 100.0, 1000.0, 1e5, 1e9}) {
        double const in = count_partner(params, reward, false).in;
        EXPECT_GE(in, before) << "the same draws: nobody leaves because there is more to win";
        before = in;
    }
    EXPECT_NEAR(before, 1.0, 1e-9);
}

TEST(Participation, CanBeSwitchedOff)
{
    auto params = make_params();
    params.participation.everybody_in = true;
    EXPECT_NEAR(count_partner(params, 0.0, false).in, 1.0, 1e-9);
}

TEST(Participation, DrawsAnewEachYear)
{
    auto const params = make_params();
    EXPECT_NE(count_partner(params, 0.0, false, 0).in, count_partner(params, 0.0, false, 1).in);
}
}  // namespace
}  // namespace concordat::delivery
