#include "analysis/calibration/ridge.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/random/streams.hpp"

namespace concordat::calibration
{
namespace
{
std::vector<double> draw_normals(char const* name, int count)
{
    std::vector<double> draws;
    for (int k = 0; k < count; ++k) {
        draws.push_back(random::normal({3, 0, random::Purpose{name}, 0}, static_cast<std::uint32_t>(k)));
    }
    return draws;
}

TEST(Ridge, ReproducesTheClosedFormOfOneCovariate)
{
    // Centred x = -1, 0, 1 and y = -1, 0, 1 about 2: effect = 2 / (2 + penalty), 2 / (2 + penalty) parameters.
    std::vector<Covariate> const x{{"x", {1, 2, 3, 1, 2, 3}}};
    std::vector<double> const y{1, 2, 3, 1, 2, 3};
    for (double const penalty : {0.01, 1.0, 4.0}) {
        auto const fit = fit_ridge(y, x, {.penalties = {penalty}, .folds = 2});
        double const effect = 4.0 / (4.0 + penalty);
        EXPECT_NEAR(fit.effects[0], effect, 1e-14);
        EXPECT_NEAR(fit.intercept, 2.0 - 2.0 * effect, 1e-14);
        EXPECT_NEAR(fit.effective_parameters, 1.0 + effect, 1e-14);
        EXPECT_NEAR(predict(fit, x, 0), 2.0 - effect, 1e-14);
        EXPECT_NEAR(fit.in_sample_r2, 1.0 - (1.0 - effect) * (1.0 - effect), 1e-14);
    }
}

// Nothing is known of a group that is left out: its effect stays 0, and the others' mean is expected.
TEST(Ridge, PredictsAGroupThatIsLeftOutByTheMeanOfTheOthers)
{
    std::vector<Covariate> const x{{"second group", {0, 0, 1, 1}}};
    std::vector<double> const y{0, 0, 2, 2};
    auto const fit = fit_ridge(y, x, {.penalties = {0.5}, .folds = 2, .fold_of = {0, 0, 1, 1}});
    EXPECT_NEAR(fit.cross_validated_r2, 1.0 - 16.0 / 4.0, 1e-12);
    auto const mixed = fit_ridge(y, x, {.penalties = {1e-6}, .folds = 2, .fold_of = {0, 1, 0, 1}});
    EXPECT_NEAR(mixed.cross_validated_r2, 1.0, 1e-6);
}

TEST(Ridge, FindsEffectsThatAreThere)
{
    std::vector<Covariate> const x{{"a", draw_normals("a", 400)}, {"b", draw_normals("b", 400)}};
    auto y = draw_normals("noise", 400);
    for (std::size_t k = 0; k < y.size(); ++k) y[k] += 5.0 + 2.0 * x[0].values[k];
    auto const fit = fit_ridge(y, x, {});
    EXPECT_NEAR(fit.effects[0], 2.0, 0.25);  // five standard errors
    EXPECT_NEAR(fit.effects[1], 0.0, 0.25);
    EXPECT_NEAR(fit.cross_validated_r2, 0.8, 0.06);
    EXPECT_LT(fit.cross_validated_r2, fit.in_sample_r2);
}

TEST(Ridge, ClaimsNothingForCovariatesThatExplainNothing)
{
    std::vector<Covariate> x;
    for (char const* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) x.push_back({name, draw_normals(name, 60)});
    auto const fit = fit_ridge(draw_normals("noise", 60), x, {});
    EXPECT_LT(fit.cross_validated_r2, 0.05);
    EXPECT_LT(fit.effective_parameters, 4.0);
}

TEST(Ridge, CopesWithCovariatesThatRepeatEachOther)
{
    auto const a = draw_normals("a", 50);
    auto const fit = fit_ridge(a, {{"a", a}, {"again", a}}, {.penalties = {1e-6}});
    EXPECT_NEAR(fit.effects[0], 0.5, 1e-6);
    EXPECT_NEAR(fit.effects[1], 0.5, 1e-6);
}

TEST(Ridge, DealsFoldsByItsSeed)
{
    std::vector<Covariate> const x{{"a", draw_normals("a", 40)}};
    auto const y = draw_normals("noise", 40);
    auto const one = fit_ridge(y, x, {.seed = 1});
    EXPECT_EQ(one.cross_validated_r2, fit_ridge(y, x, {.seed = 1}).cross_validated_r2);
    EXPECT_NE(one.cross_validated_r2, fit_ridge(y, x, {.seed = 2}).cross_validated_r2);
}
}  // namespace
}  // namespace concordat::calibration
