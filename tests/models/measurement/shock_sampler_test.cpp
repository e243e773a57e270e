#include "models/measurement/shock_sampler.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/moments.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::measurement
{
namespace
{
constexpr int years = 3;
constexpr auto recession = static_cast<std::size_t>(state::CommonFactor::recession);
constexpr auto media = static_cast<std::size_t>(state::CommonFactor::media);
constexpr auto other = static_cast<std::size_t>(state::CommonFactor::other);

/// Six areas and three indicators: an ordinary one, a survey, and one that nobody chose.
struct Scene
{
    state::Pack pack = make();
    state::Population population{};
    state::Agreement agreement{};
    state::Shocks shocks{};
    ShockSampler sampler;

    explicit Scene(double persistence = 0.5) : sampler{pack, {.media_persistence = persistence}, years}
    {
        population.noise = state::PerIndicator::Constant(3, 1.0);
        population.noise[1] = 1.5;
        for (auto& loading : population.loading) loading = state::PerIndicator::Zero(3);
        population.loading[recession] << 0.3, 0.2, 0.1;
        population.loading[media] << 0.4, 0.5, 0.6;
        population.loading[other] << -0.2, 0.1, 0.0;
        agreement.selected = state::AreaFlagTable::Zero(8, 3);
        agreement.selected(2, 0) = agreement.selected(5, 1) = 1;
        sampler.resize(shocks);
    }

    static state::Pack make()
    {
        auto pack = support::make_small_pack(6, 3);
        pack.indicators[1].perception = true;
        return pack;
    }

    state::Shocks const& draw(std::uint32_t replicate, std::uint32_t round = 0)
    {
        sampler.draw({.master_seed = 7, .replicate = replicate, .round = round}, population, agreement, shocks);
        return shocks;
    }
};

TEST(ShockSampler, LuckOfARoundHasTheNoiseOfTheIndicator)
{
    Scene scene;
    std::vector<double> ordinary, survey;
    constexpr std::uint32_t replicates = 2000;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        auto const& luck = scene.draw(r).luck;
        for (int i = 0; i < 6; ++i) {
            ordinary.push_back(luck[0](i, 0) + luck[1](i, 0) + luck[2](i, 0));
            survey.push_back(luck[0](i, 1) + luck[1](i, 1) + luck[2](i, 1));
        }
    }
    auto const found = support::find_moments(ordinary, survey);
    // 12,000 draws: the standard error of an s.d. is sigma/155; four of them fail once in 16,000.
    EXPECT_NEAR(found.x_spread, 1.0, 4.0 / 155.0);
    EXPECT_NEAR(found.y_spread, 1.5, 6.0 / 155.0);
    EXPECT_NEAR(found.x_mean, 0.0, 4.0 / 110.0);
    EXPECT_NEAR(found.correlation, 0.0, 4.0 / 110.0);
}

TEST(ShockSampler, CommonShocksLeaveTheLuckOfAreasAsItIs)
{
    Scene calm, rough;
    for (auto& loading : calm.population.loading) loading.setZero();
    rough.population.loading[recession] *= 10.0;
    auto const& first = calm.draw(3).luck;
    auto const& second = rough.draw(3).luck;
    for (int t = 0; t < years; ++t) EXPECT_TRUE((first[t] == second[t]).all()) << "year " << t;
    EXPECT_TRUE((calm.shocks.common[0] == 0.0).all());
    EXPECT_TRUE((calm.shocks.perception[0] == 0.0).all());
    EXPECT_TRUE((rough.shocks.common[0] != 0.0).all());
}

TEST(ShockSampler, LuckIsDrawnForIndicatorsThatSomebodyChose)
{
    Scene scene;
    auto const& luck = scene.draw(0).luck;
    EXPECT_TRUE((luck[0].col(2) == 0.0).all());
    EXPECT_TRUE((luck[0].col(0).head(6) != 0.0).all()) << "all areas, whoever chose it";
}

TEST(ShockSampler, ADrawDoesNotDependOnWhoElseChose)
{
    Scene few, many;
    many.agreement.selected.setOnes();
    auto const& first = few.draw(9).luck;
    auto const& second = many.draw(9).luck;
    for (int j = 0; j < 2; ++j) EXPECT_TRUE((first[1].col(j) == second[1].col(j)).all());
}

TEST(ShockSampler, DrawsFollowIdsAndNotTheOrderOfRows)
{
    Scene scene;
    auto const turned = support::reverse_rows(scene.pack);
    ShockSampler const sampler{turned, {.media_persistence = 0.5}, years};
    state::Population population = scene.population;
    for (auto& loading : population.loading) loading.reverseInPlace();
    population.noise.reverseInPlace();
    state::Agreement agreement;
    agreement.selected = state::AreaFlagTable::Ones(8, 3);
    state::Shocks shocks;
    sampler.resize(shocks);
    sampler.draw({.master_seed = 7, .replicate = 1, .round = 0}, population, agreement, shocks);
    scene.agreement.selected.setOnes();
    auto const& straight = scene.draw(1);
    for (int t = 0; t < years; ++t) {
        for (int j = 0; j < 3; ++j) {
            EXPECT_EQ(shocks.common[t][2 - j], straight.common[t][j]);
            EXPECT_EQ(shocks.perception[t][2 - j], straight.perception[t][j]);
            for (int i = 0; i < 6; ++i) EXPECT_EQ(shocks.luck[t](5 - i, 2 - j), straight.luck[t](i, j));
        }
    }
}

TEST(ShockSampler, MediaMoveSurveysAsAMoodAndOthersForGood)
{
    Scene scene;
    auto const& shocks = scene.draw(0);
    EXPECT_DOUBLE_EQ(shocks.common_variance[0], 0.3 * 0.3 + 0.4 * 0.4 + 0.2 * 0.2);
    EXPECT_DOUBLE_EQ(shocks.common_variance[1], 0.2 * 0.2 + 0.1 * 0.1);
    EXPECT_EQ(shocks.perception_variance[0], 0.0);
    EXPECT_DOUBLE_EQ(shocks.perception_variance[1], 0.25);
    for (int t = 0; t < years; ++t) EXPECT_EQ(shocks.perception[t][0], 0.0);
}

TEST(ShockSampler, CommonChangesOfARoundHaveTheStatedVariance)
{
    Scene scene;
    std::vector<double> ordinary, survey;
    constexpr std::uint32_t replicates = 20000;
    scene.agreement.selected.setZero();
    for (std::uint32_t r = 0; r < replicates; ++r) {
        auto const& common = scene.draw(r).common;
        ordinary.push_back(common[0][0] + common[1][0] + common[2][0]);
        survey.push_back(common[0][1] + common[1][1] + common[2][1]);
    }
    auto const found = support::find_moments(ordinary, survey);
    EXPECT_NEAR(found.x_spread, std::sqrt(0.29), std::sqrt(0.29) * 4.0 / 200.0);
    EXPECT_NEAR(found.y_spread, std::sqrt(0.05), std::sqrt(0.05) * 4.0 / 200.0);
    // .3 x .2 of recession and -.2 x .1 of the rest over the product of the spreads.
    EXPECT_NEAR(found.correlation, 0.04 / std::sqrt(0.29 * 0.05), 4.0 / 141.0);
}

TEST(ShockSampler, MoodsAreEquallyStrongEveryYearAndFade)
{
    for (double const persistence : {0.0, 0.5, 0.9}) {
        Scene scene{persistence};
        scene.agreement.selected.setZero();
        std::vector<double> first, second, third;
        constexpr std::uint32_t replicates = 20000;
        for (std::uint32_t r = 0; r < replicates; ++r) {
            auto const& mood = scene.draw(r).perception;
            first.push_back(mood[0][1]);
            second.push_back(mood[1][1]);
            third.push_back(mood[2][1]);
        }
        auto const near = support::find_moments(first, second);
        auto const far = support::find_moments(first, third);
        for (double const spread : {near.x_spread, near.y_spread, far.y_spread}) {
            EXPECT_NEAR(spread, 0.5, 0.5 * 4.0 / 200.0) << persistence;
        }
        EXPECT_NEAR(near.correlation, persistence, 4.0 / 141.0);
        EXPECT_NEAR(far.correlation, persistence * persistence, 4.0 / 141.0);
    }
}

TEST(ShockSampler, RoundsYearsAndReplicatesHaveTheirOwnLuck)
{
    Scene scene;
    double const here = scene.draw(0).luck[0](0, 0);
    EXPECT_NE(here, scene.shocks.luck[1](0, 0));
    EXPECT_NE(here, scene.draw(0, 1).luck[0](0, 0));
    EXPECT_NE(here, scene.draw(1).luck[0](0, 0));
    EXPECT_EQ(here, scene.draw(0).luck[0](0, 0)) << "the same occasion again";
}
}  // namespace
}  // namespace concordat::measurement
