#include "analysis/calibration/sieve.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "sim/random/streams.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::calibration
{
namespace
{
/// Two waves of two facts with luck, so that forecasts are uncertain and differ between waves.
std::vector<Wave> make_waves()
{
    std::vector<Wave> waves;
    for (std::uint64_t wave = 0; wave < 2; ++wave) {
        auto const points = random::latin_hypercube(60, 4, wave);
        std::vector<double> first, second;
        for (std::uint32_t i = 0; i < points.size(); ++i) {
            double const luck = random::normal({.master_seed = wave, .purpose = random::Purpose{"test.sieve"}}, i);
            first.push_back(points[i][0] + points[i][1] + 0.3 * luck);
            second.push_back(points[i][2] * points[i][3] + 0.2 * luck);
        }
        waves.push_back({{QuadraticEmulator::fit(points, first, 1, 0.09), QuadraticEmulator::fit(points, second, 1, 0.04)}});
    }
    return waves;
}

std::vector<Fact> const facts{
    {.name = "sum", .kind = FactKind::value, .observed = 0.9, .sampling_sd = 0.05, .discrepancy_sd = 0.0},
    {.name = "product", .kind = FactKind::at_least, .observed = 0.4, .sampling_sd = 0.05, .discrepancy_sd = 0.02}};

TEST(Sieve, KeepsExactlyThePointsWhoseLargestImplausibilityIsWithinTheCutoff)
{
    auto const waves = make_waves();
    Sieve const sieve{waves, facts, 4};
    auto const points = random::latin_hypercube(1000, 4, 9);
    auto const worst = sieve.measure(points);
    for (double const cutoff : {0.5, 1.0, 2.0, 3.0}) {
        auto const kept = sieve.keep(points, cutoff);
        int in = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            ASSERT_EQ(kept[i] != 0, worst[i] <= cutoff) << worst[i];
            in += kept[i];
        }
        EXPECT_GT(in, 0);
        EXPECT_LT(in, 1000);
    }
}

TEST(Sieve, MeasuresTheLargestOfAllWavesAndFacts)
{
    auto const waves = make_waves();
    std::vector<std::vector<double>> const point{{0.1, 0.2, 0.9, 0.1}};
    double expected = 0.0;
    for (auto const& wave : waves) {
        for (std::size_t f = 0; f < 2; ++f) expected = std::max(expected, implausibility(facts[f], wave.emulators[f].at(point[0])));
    }
    EXPECT_EQ(Sieve(waves, facts, 4).measure(point)[0], expected);
}

TEST(Sieve, WithoutWavesKeepsEverything)
{
    std::vector<Wave> const none;
    auto const points = random::latin_hypercube(70, 2, 1);
    EXPECT_EQ(Sieve(none, facts, 2).keep(points, 3.0), std::vector<char>(70, 1));
    EXPECT_EQ(Sieve(none, facts, 2).measure(points), std::vector<double>(70, 0.0));
}

TEST(Sieve, RefusesWavesThatDoNotFitTheFacts)
{
    auto const waves = make_waves();
    std::vector<Fact> const one{facts.front()};
    EXPECT_THROW(Sieve(waves, one, 4), std::logic_error);
    EXPECT_THROW(Sieve(waves, facts, 3), std::logic_error);
}
}  // namespace
}  // namespace concordat::calibration
