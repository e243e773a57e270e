#include "models/demands/salience.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/problem.hpp"
#include "tests/support/default_demands.hpp"
#include "tests/support/moments.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::demands
{
namespace
{
state::Population draw(state::Pack const& pack, SalienceParams const& params, std::uint32_t replicate = 0)
{
    Salience const salience{pack, params};
    state::Population population;
    salience.resize(population);
    salience.draw({9, replicate, 0}, population);
    return population;
}

TEST(Salience, GivesPsaIndicatorsTheirBonusAndAllAUniformResidual)
{
    constexpr int many = 20000;
    auto pack = support::make_small_pack(1, many);
    pack.indicators[4].link = state::NationalLink::public_service_agreement;
    pack.indicators[5].link = state::NationalLink::departmental_objective;
    auto const population = draw(pack, support::make_demands_params().salience);
    EXPECT_EQ(population.salience_known(4), 0.7);
    EXPECT_EQ(population.salience_known(5), 0.0);
    std::vector<double> const rest{population.salience_rest.begin(), population.salience_rest.end()};
    auto const m = support::find_moments(rest, rest);
    EXPECT_NEAR(m.x_mean, 0.0, 0.035);  // five standard errors
    EXPECT_NEAR(m.x_spread, 0.9, 0.015);
    EXPECT_LT(population.salience_rest.maxCoeff(), 0.9 * std::sqrt(3.0));
    EXPECT_GT(population.salience_rest.minCoeff(), -0.9 * std::sqrt(3.0));
}

TEST(Salience, IsNothingWhereBonusAndSpreadAreOff)
{
    auto const population = draw(support::make_small_pack(1, 8), support::make_silent_demands_params().salience);
    EXPECT_TRUE((population.salience_known == 0.0).all());
    EXPECT_TRUE((population.salience_rest == 0.0).all());
}

TEST(Salience, OfThePackIsTheSameInEveryReplicate)
{
    auto pack = support::make_small_pack(1, 3);
    pack.fitted_known = Eigen::Array3d{0.1, 0.2, 0.3};
    pack.fitted_residual = Eigen::Array3d{-1.0, 0.0, 1.0};
    pack.fitted_salience = pack.fitted_known + pack.fitted_residual;
    auto params = support::make_demands_params().salience;
    params.mode = SalienceMode::fitted;
    for (std::uint32_t const replicate : {0U, 1U}) {
        auto const population = draw(pack, params, replicate);
        EXPECT_TRUE((population.salience_known == pack.fitted_known).all());
        EXPECT_TRUE((population.salience_rest == pack.fitted_residual).all());
    }
}

TEST(Salience, ThatAPackLacksIsAnInputErrorWithAWayOut)
{
    auto params = support::make_demands_params().salience;
    params.mode = SalienceMode::fitted;
    try {
        Salience const salience{support::make_small_pack(1, 3), params};
        FAIL() << "no complaint";
    } catch (core::InputError const& error) {
        ASSERT_EQ(error.problems().size(), 1U);
        EXPECT_EQ(error.problems().list()[0].message,
                  "demands.salience.mode is 'fitted', but the pack 'small' has no fitted salience");
        EXPECT_EQ(error.problems().list()[0].hint, "set it to 'drawn', or fit the pack's salience first");
    }
}

TEST(Salience, FollowsNumbersAndNotRows)
{
    auto const pack = support::make_small_pack(1, 6);
    auto const params = support::make_demands_params().salience;
    auto const straight = draw(pack, params);
    auto const reversed = draw(support::reverse_rows(pack), params);
    EXPECT_TRUE((straight.salience_rest == reversed.salience_rest.reverse()).all());
}
}  // namespace
}  // namespace concordat::demands
