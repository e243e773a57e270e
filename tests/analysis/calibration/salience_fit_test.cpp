#include "analysis/calibration/salience_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"
#include "sim/random/streams.hpp"

namespace concordat::calibration
{
namespace
{
constexpr int indicators = 60;
constexpr int areas = 150;

/// Each area chooses indicator j if salience_j plus its own normal liking exceeds 1: the share of
/// areas that choose it is Phi(salience - 1).
std::vector<double> count_choices(std::span<double const> salience, int replicate)
{
    std::vector<double> counts(salience.size(), 0.0);
    for (std::uint32_t j = 0; j < salience.size(); ++j) {
        for (std::uint32_t i = 0; i < areas; ++i) {
            double const liking =
                random::normal({11, static_cast<std::uint32_t>(replicate), random::Purpose{"test.liking"}, 0}, i, j);
            counts[j] += salience[j] + liking > 1.0 ? 1.0 : 0.0;
        }
    }
    return counts;
}

/// Every second indicator belongs to a group that is wanted more; the rest is noise.
struct World
{
    World()
    {
        Covariate group{"group", {}};
        for (std::uint32_t j = 0; j < indicators; ++j) {
            group.values.push_back(j % 2);
            double const residual = 0.5 * random::normal({11, 0, random::Purpose{"test.residual"}, 0}, j);
            truth.push_back(0.8 * (j % 2) - 0.6 + residual);
            residual_variance += residual * residual / indicators;
        }
        problem = {.areas = areas, .counts = count_choices(truth, 100000), .covariates = {group}};
        settings.steps = 40;
        settings.replicates_per_step = 4;
        settings.check_replicates = 40;
    }

    std::vector<double> truth{};
    double residual_variance{};  ///< of this sample
    SalienceProblem problem{};
    SalienceFitSettings settings{};
};

TEST(SalienceFit, ReproducesPublishedCountsWithoutAPenalty)
{
    World const world;
    auto const fit = fit_salience(world.problem, world.settings, count_choices);
    EXPECT_GT(fit.unpenalised.correlation, 0.99);
    EXPECT_LT(fit.unpenalised.largest_error, 6.0);
    for (std::size_t j = 0; j < indicators; ++j) {
        // Where many areas chose, the fitted salience is that of the share.
        if (world.problem.counts[j] < 10.0) continue;
        EXPECT_NEAR(fit.zero_penalty[j], 1.0 + core::normal_quantile(world.problem.counts[j] / areas), 0.12) << j;
    }
}

TEST(SalienceFit, FindsTheGroupAndKeepsMostOfAResidualThatIsMeasuredWell)
{
    World world;
    // What a group is worth cannot be learned from the others.
    for (std::size_t j = 0; j < indicators; ++j) world.problem.groups.push_back(static_cast<int>(j % 2));
    auto const fit = fit_salience(world.problem, world.settings, count_choices);
    EXPECT_LT(fit.group_r2, 0.0);
    EXPECT_NEAR(fit.ridge.effects[0], 0.8, 0.45);  // about three standard errors of .13, shrunk
    EXPECT_GT(fit.ridge.cross_validated_r2, 0.1);
    EXPECT_NEAR(fit.residual_variance, world.residual_variance, 0.1);
    EXPECT_GT(fit.mean_reliability, 0.8);
    EXPECT_LT(fit.mean_reliability, 1.0);
    EXPECT_GT(fit.final.correlation, 0.98);
    for (std::size_t j = 0; j < indicators; ++j) {
        double const raw = fit.zero_penalty[j] - fit.known[j];
        EXPECT_LE(std::abs(fit.residual[j]), std::abs(raw));
        EXPECT_GE(fit.residual[j] * raw, 0.0);
    }
}

TEST(SalienceFit, ExpectsOfUnpublishedIndicatorsWhatTheirCovariatesSay)
{
    World world;
    world.problem.counts[7] = -1.0;
    auto const fit = fit_salience(world.problem, world.settings, count_choices);
    EXPECT_TRUE(std::isnan(fit.group_r2)) << "there are no groups";
    EXPECT_EQ(fit.residual[7], 0.0);
    EXPECT_EQ(fit.known[7], fit.ridge.intercept + fit.ridge.effects[0]);
    EXPECT_EQ(fit.zero_penalty[7], fit.known[7]);
}

TEST(SalienceFit, StaysFiniteAtNoneAndAtAllAreas)
{
    World world;
    world.problem.counts[0] = 0.0;
    world.problem.counts[1] = areas;
    auto const fit = fit_salience(world.problem, world.settings, count_choices);
    EXPECT_TRUE(std::isfinite(fit.residual[0]));
    EXPECT_TRUE(std::isfinite(fit.residual[1]));
    EXPECT_LT(fit.known[0] + fit.residual[0], -0.5);
    EXPECT_GT(fit.known[1] + fit.residual[1], 2.5);
}

TEST(SalienceFit, GivesTheSameTwice)
{
    World world;
    world.settings.steps = 5;
    world.settings.check_replicates = 2;
    auto const one = fit_salience(world.problem, world.settings, count_choices);
    auto const two = fit_salience(world.problem, world.settings, count_choices);
    EXPECT_EQ(one.known, two.known);
    EXPECT_EQ(one.residual, two.residual);
}

TEST(SalienceFit, NeedsACountForEveryFold)
{
    World world;
    world.problem.counts.assign(indicators, -1.0);
    EXPECT_THROW((void)fit_salience(world.problem, world.settings, count_choices), std::logic_error);
}
}  // namespace
}  // namespace concordat::calibration
