#include "analysis/calibration/history_match.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/random/streams.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::calibration
{
namespace
{
using Point = std::vector<double>;
using Points = std::vector<Point>;

Wave fit_exactly(std::size_t parameters, double (*f)(Point const&))
{
    auto const points = random::latin_hypercube(3 * count_terms(parameters), parameters, 1);
    std::vector<double> values;
    for (auto const& point : points) values.push_back(f(point));
    return {{QuadraticEmulator::fit(points, values, 1)}};
}

double add_two(Point const& x) { return x[0] + x[1]; }

std::vector<Fact> about(double observed, double sd, FactKind kind = FactKind::value)
{
    return {{.name = "f", .kind = kind, .observed = observed, .sampling_sd = sd, .discrepancy_sd = 0.0}};
}

TEST(Survivors, WithoutWavesAreALatinHypercube)
{
    auto const found = draw_survivors({}, about(0.0, 1.0), 6, 50, 3.0, 4);
    EXPECT_EQ(found.points, random::latin_hypercube(50, 6, 4));
    EXPECT_EQ(found.share, 1.0);
    EXPECT_EQ(found.candidates, 50U);
}

TEST(Survivors, OfALinearFactHaveTheShareOfItsClosedForm)
{
    std::vector<Wave> const waves{fit_exactly(3, add_two)};
    // |x + y - 1| <= 3 * .1 on the unit square: 1 - .7^2.
    auto const both = draw_survivors(waves, about(1.0, 0.1), 3, 3000, 3.0, 4);
    double const error = 4.0 * std::sqrt(0.25 / static_cast<double>(both.candidates));
    EXPECT_NEAR(both.share, 0.51, error);
    ASSERT_EQ(both.points.size(), 3000U);
    for (auto const& point : both.points) EXPECT_LE(std::abs(add_two(point) - 1.0), 0.3 + 1e-6);
    // x + y >= 1.5 - .3 and x + y <= .5 + .3: triangles.
    EXPECT_NEAR(draw_survivors(waves, about(1.5, 0.1, FactKind::at_least), 3, 3000, 3.0, 4).share, 0.32, error);
    EXPECT_NEAR(draw_survivors(waves, about(0.5, 0.1, FactKind::at_most), 3, 3000, 3.0, 4).share, 0.32, error);
    EXPECT_EQ(both.method, SearchMethod::thinning);
}

TEST(Survivors, OfASmallRegionAreFoundFromTheOutsideInwards)
{
    std::vector<Wave> const waves{fit_exactly(3, add_two)};
    // x + y >= 2 - .001: a share of 5e-7.
    auto const facts = about(2.0, 0.001, FactKind::at_least);
    auto const found = draw_survivors(waves, facts, 3, 500, 1.0, 4, 100'000);
    EXPECT_EQ(found.method, SearchMethod::subset_simulation);
    ASSERT_EQ(found.points.size(), 500U);
    EXPECT_NEAR(found.share / 5e-7, 1.0, 0.5);
    for (auto const& point : found.points) EXPECT_GE(add_two(point), 1.999 - 1e-6);
}

TEST(Survivors, AreNoneWhereTheFactsCannotBeMet)
{
    std::vector<Wave> const waves{fit_exactly(3, add_two)};
    auto const found = draw_survivors(waves, about(5.0, 0.001), 3, 100, 3.0, 4, 100'000);
    EXPECT_TRUE(found.points.empty());
    EXPECT_EQ(found.share, 0.0);
}

TEST(Survivors, AreTheSameBytesForTheSameSeed)
{
    std::vector<Wave> const waves{fit_exactly(3, add_two)};
    for (double const sd : {0.1, 1e-4}) {
        auto const facts = about(1.0, sd);
        auto const one = draw_survivors(waves, facts, 3, 200, 1.0, 4, 50'000), two = draw_survivors(waves, facts, 3, 200, 1.0, 4, 50'000);
        EXPECT_EQ(one.points, two.points);
        EXPECT_EQ(one.share, two.share);
        EXPECT_NE(one.points, draw_survivors(waves, facts, 3, 200, 1.0, 5, 50'000).points);
    }
}

/// A simulation of known parameters: curved outcomes of all of them, with luck that differs from place to place.
class Twin
{
  public:
    explicit Twin(std::uint64_t number)
        : number_{number}, parameters{5 + number % 4}, outcomes{6 + number % 5}, truth(parameters)
    {
        for (std::uint32_t p = 0; p < parameters; ++p) truth[p] = draw("test.twin.truth", p, 0);
        for (std::size_t f = 0; f < outcomes; ++f) {
            double const seen = expect(truth, f) + spread(truth, f) * normal("test.twin.seen", static_cast<std::uint32_t>(f), 0);
            auto const kind = f % 5 == 4 ? FactKind::at_least : FactKind::value;
            facts.push_back({.name = "f", .kind = kind, .observed = seen, .sampling_sd = spread(truth, f), .discrepancy_sd = 0.0});
        }
    }
    [[nodiscard]] double run(Point const& x, std::size_t f, std::uint32_t run) const
    {
        return expect(x, f) + spread(x, f) * normal("test.twin.luck", run, static_cast<std::uint32_t>(f));
    }
    /// Variance of luck of one value, pooled over points.
    [[nodiscard]] double find_luck(Points const& points, std::size_t f) const
    {
        double sum = 0.0;
        for (auto const& point : points) sum += spread(point, f) * spread(point, f);
        return sum / static_cast<double>(points.size());
    }

  private:
    std::uint64_t number_{};

  public:
    std::size_t parameters{};
    std::size_t outcomes{};
    Point truth;
    std::vector<Fact> facts{};

  private:
    [[nodiscard]] double draw(char const* purpose, std::uint32_t a, std::uint32_t b) const
    {
        return random::uniform({.master_seed = number_, .purpose = random::Purpose{purpose}}, a, b);
    }
    [[nodiscard]] double normal(char const* purpose, std::uint32_t a, std::uint32_t b) const
    {
        return random::normal({.master_seed = number_, .purpose = random::Purpose{purpose}}, a, b);
    }
    [[nodiscard]] double expect(Point const& x, std::size_t f) const
    {
        auto const column = static_cast<std::uint32_t>(f);
        double y = 0.0, inner = 0.0;
        for (std::uint32_t p = 0; p < x.size(); ++p) {
            y += normal("test.twin.slope", p, column) * x[p];
            inner += normal("test.twin.bend", p, column) * (x[p] - 0.5);
        }
        return y + 1.0 / (1.0 + std::exp(-3.0 * inner)) + 0.5 * x[f % x.size()] * std::exp(x[(f + 1) % x.size()]);
    }
    [[nodiscard]] double spread(Point const& x, std::size_t f) const { return 0.3 * (0.5 + x[(f + 2) % x.size()]); }
};

struct Matched
{
    std::vector<Wave> waves{};
    Survivors survivors{};
};

/// Three waves of 250 points; those of later waves are drawn from what earlier ones left.
Matched match(Twin const& twin, std::uint64_t seed)
{
    constexpr std::size_t most = 300'000;
    Matched out;
    for (std::uint64_t wave = 0; wave < 3; ++wave) {
        auto const points = draw_survivors(out.waves, twin.facts, twin.parameters, 250, 3.0, seed + wave, most).points;
        if (points.empty()) return out;
        Wave next;
        for (std::size_t f = 0; f < twin.outcomes; ++f) {
            std::vector<double> values;
            for (auto const& point : points) {
                values.push_back(twin.run(point, f, static_cast<std::uint32_t>(1000 * (wave + 1) + values.size())));
            }
            next.emulators.push_back(QuadraticEmulator::fit(points, values, seed, twin.find_luck(points, f)));
        }
        out.waves.push_back(std::move(next));
    }
    out.survivors = draw_survivors(out.waves, twin.facts, twin.parameters, 250, 3.0, seed + 9, most);
    return out;
}

/// Whether the 90 % region holds the truth: no wave rules it out, and the last finds it no more implausible
/// than the truth is in nine of ten cases.
bool is_in_region(Twin const& twin, Matched const& matched)
{
    std::vector<Wave> const last{matched.waves.back()};
    return Sieve{matched.waves, twin.facts, twin.parameters}.measure({&twin.truth, 1})[0] <= 3.0 &&
           Sieve{last, twin.facts, twin.parameters}.measure({&twin.truth, 1})[0] <= find_cutoff(twin.facts, 0.9);
}

TEST(HistoryMatching, RecoversTheKnownParametersOfTwins)
{
    constexpr int twins = 40;
    int in_region = 0, marginals = 0, in_marginals = 0;
    double narrowed = 0.0;
    for (std::uint64_t number = 0; number < twins; ++number) {
        Twin const twin{number};
        auto const matched = match(twin, number);
        in_region += is_in_region(twin, matched) ? 1 : 0;
        if (matched.survivors.points.empty()) continue;
        auto const moves = describe_moves(matched.survivors.points);
        for (std::size_t p = 0; p < twin.parameters; ++p) {
            in_marginals += moves[p].posterior[0] <= twin.truth[p] && twin.truth[p] <= moves[p].posterior[4] ? 1 : 0;
            narrowed += moves[p].shrinkage;
            ++marginals;
        }
    }
    EXPECT_GE(in_region, 0.85 * twins);
    EXPECT_GE(in_marginals, 0.85 * marginals);
    EXPECT_GE(marginals, 250) << "nearly all twins have survivors";
    EXPECT_GT(narrowed / marginals, 0.3) << "the facts say something";
}
}  // namespace
}  // namespace concordat::calibration
