#include "analysis/sensitivity/assumption_shares.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/random/unit_points.hpp"

namespace concordat::sensitivity
{
namespace
{
/// Standard normal by the sum of twelve uniforms, which is near enough.
double normal(std::vector<double> const& u, std::size_t from)
{
    double sum = -6.0;
    for (std::size_t i = 0; i < 12; ++i) sum += u[from + i];
    return sum;
}

struct Case
{
    std::vector<std::vector<double>> points{};
    std::vector<double> values{};
};

/// y = 3 a + b + luck over uniform a, b and an idle c: variance 9/12 + 1/12 + luck^2.
Case make_linear(std::size_t count, double luck)
{
    Case made;
    for (auto const& u : random::latin_hypercube(count, 15, 7)) {
        made.points.push_back({u[0], u[1], u[2]});
        made.values.push_back(3.0 * u[0] + u[1] + luck * normal(u, 3));
    }
    return made;
}
}  // namespace

TEST(AssumptionShares, AreThoseOfALinearFunctionWithLuck)
{
    double const luck = std::sqrt(10.0 / 12.0);  // as much as the assumptions
    auto const made = make_linear(4000, luck);
    auto const found = find_assumption_shares(made.points, made.values);
    ASSERT_TRUE(found);
    // The standard error of R^2 = 1/2 is about 2 sqrt(1/2) / 2 / sqrt(4000) = .011.
    EXPECT_NEAR(found->share, 0.5, 0.035);
    EXPECT_TRUE(found->is_lower_bound);
    ASSERT_TRUE(found->strongest);
    EXPECT_EQ(*found->strongest, 0U);
    EXPECT_NEAR(found->strongest_share, 0.45, 0.035);
}

TEST(AssumptionShares, AreAllWithoutLuckAndNoneWithoutAssumptions)
{
    auto made = make_linear(200, 0.0);
    EXPECT_NEAR(find_assumption_shares(made.points, made.values)->share, 1.0, 1e-12);
    for (std::size_t i = 0; i < made.values.size(); ++i) made.values[i] = static_cast<double>((i * 7919) % 200);
    EXPECT_LT(find_assumption_shares(made.points, made.values)->share, 0.1);
}

TEST(AssumptionShares, CountWhatIsNotLinearWherePointsHaveSeveralReplicates)
{
    // y = (2 a - 1)^2 + luck: no linear part at all, a variance of 4/45, and luck of the same size.
    Case made;
    auto const points = random::latin_hypercube(500, 1, 3);
    auto const luck = random::latin_hypercube(4000, 12, 4);
    double const scale = std::sqrt(4.0 / 45.0);
    for (std::size_t i = 0; i < luck.size(); ++i) {
        double const a = points[i % points.size()][0];
        made.points.push_back({a});
        made.values.push_back((2.0 * a - 1.0) * (2.0 * a - 1.0) + scale * normal(luck[i], 0));
    }
    auto const found = find_assumption_shares(made.points, made.values);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->is_lower_bound);
    EXPECT_NEAR(found->share, 0.5, 0.05);
    made.points.resize(500);
    made.values.resize(500);
    EXPECT_LT(find_assumption_shares(made.points, made.values)->share, 0.1) << "a line sees nothing of it";
}

TEST(AssumptionShares, LeaveOutWhatIsMissingAndSayNothingOfTooFew)
{
    auto made = make_linear(100, 0.1);
    auto const whole = find_assumption_shares(made.points, made.values);
    made.points.push_back({0.0, 0.0, 0.0});
    made.values.push_back(std::numeric_limits<double>::quiet_NaN());
    EXPECT_DOUBLE_EQ(find_assumption_shares(made.points, made.values)->share, whole->share);
    made.points.resize(25);
    made.values.resize(25);
    EXPECT_FALSE(find_assumption_shares(made.points, made.values));
    EXPECT_FALSE(find_assumption_shares(std::vector<std::vector<double>>(100, {1.0}), std::vector<double>(100, 2.0)))
        << "what does not vary";
}
}  // namespace concordat::sensitivity
