#include "sim/core/elementary.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

// The reference is the C library in long double precision (64-bit mantissa), which has 11 bits
// more than the results under test.
namespace concordat::core
{
namespace
{
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest_normal = std::numeric_limits<double>::min();

std::vector<double> make_grid(double lower, double upper, int count)
{
    std::vector<double> grid;
    for (int i = 0; i <= count; ++i) grid.push_back(lower + (upper - lower) * i / count);
    return grid;
}

double relative_error(double value, long double exact)
{
    return static_cast<double>(std::abs((value - exact) / exact));
}

double error_in_ulp(double value, long double exact)
{
    auto const rounded = std::abs(static_cast<double>(exact));
    long double const ulp = std::nextafter(rounded, infinity) - rounded;
    return static_cast<double>(std::abs(value - exact) / ulp);
}

long double exact_pdf(double z)
{
    long double const x = z;
    return std::exp(-0.5L * x * x) / std::sqrt(2.0L * std::numbers::pi_v<long double>);
}

long double exact_cdf(double z)
{
    return 0.5L * std::erfc(-static_cast<long double>(z) / std::numbers::sqrt2_v<long double>);
}

/// Two of Newton's steps in long double from `start`.
long double exact_quantile(double u, double start)
{
    long double z = start;
    for (int step = 0; step < 2; ++step) {
        long double const cdf = 0.5L * std::erfc(-z / std::numbers::sqrt2_v<long double>);
        long double const pdf =
            std::exp(-0.5L * z * z) / std::sqrt(2.0L * std::numbers::pi_v<long double>);
        z -= (cdf - u) / pdf;
    }
    return z;
}

template <class LaneFunction, class ScalarFunction>
void expect_same_bits(std::vector<double> const& arguments, LaneFunction lanes,
                      ScalarFunction scalar)
{
    std::mt19937_64 shuffle{1};
    for (double const x : arguments) {
        // The neighbours of a lane must not matter, nor its place.
        alignas(32) double packet[lane_count];
        for (double& other : packet) other = arguments[shuffle() % arguments.size()];
        std::size_t const place = shuffle() % lane_count;
        packet[place] = x;
        Lanes const result = lanes(load(packet));
        ASSERT_EQ(std::bit_cast<std::uint64_t>(double{result[place]}),
                  std::bit_cast<std::uint64_t>(scalar(x)))
            << "at " << x;
    }
}
}  // namespace

TEST(Exp, IsWithinOneUlpOverTheWholeRange)
{
    for (double const x : make_grid(-708.0, 709.78, 200'000))
        ASSERT_LT(error_in_ulp(exp(x), std::exp(static_cast<long double>(x))), 1.0) << x;
    for (double const x : make_grid(-1.0, 1.0, 200'000))
        ASSERT_LT(error_in_ulp(exp(x), std::exp(static_cast<long double>(x))), 1.0) << x;
}

TEST(Exp, RoundsSubnormalResultsToTheGridOfSubnormals)
{
    for (double const x : make_grid(-745.2, -708.4, 20'000)) {
        long double const exact = std::exp(static_cast<long double>(x));
        ASSERT_LE(std::abs(exp(x) - exact), 0.51L * 0x1p-1074L + 2.3e-16L * exact) << x;
    }
}

TEST(Exp, HasTheSpecialValuesOfTheStandard)
{
    EXPECT_EQ(exp(0.0), 1.0);
    EXPECT_EQ(exp(-0.0), 1.0);
    EXPECT_EQ(exp(infinity), infinity);
    EXPECT_EQ(exp(710.0), infinity);
    EXPECT_TRUE(std::isfinite(exp(0x1.62e42fefa39efp+9)));
    EXPECT_EQ(exp(std::nextafter(0x1.62e42fefa39efp+9, infinity)), infinity);
    EXPECT_EQ(exp(-infinity), 0.0);
    EXPECT_EQ(exp(-746.0), 0.0);
    EXPECT_EQ(exp(-745.0), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(exp(-1e300), 0.0);
    EXPECT_TRUE(std::isnan(exp(not_a_number)));
}

TEST(Log, IsWithinOneUlpNearOneAndFarFromIt)
{
    for (double const x : make_grid(0.25, 4.0, 200'001))
        ASSERT_LT(error_in_ulp(log(x), std::log(static_cast<long double>(x))), 0.9) << x;
    for (double const power : make_grid(-1070.0, 1023.0, 100'000)) {
        double const x = std::exp2(power);
        ASSERT_LT(error_in_ulp(log(x), std::log(static_cast<long double>(x))), 0.9) << x;
    }
    for (int bits = 1; bits <= 52; ++bits) {
        for (double const x : {1.0 + std::ldexp(1.0, -bits), 1.0 - std::ldexp(1.0, -bits - 1)}) {
            EXPECT_LT(error_in_ulp(log(x), std::log(static_cast<long double>(x))), 0.9) << x;
        }
    }
}

TEST(Log, HasTheSpecialValuesOfTheStandard)
{
    EXPECT_EQ(log(1.0), 0.0);
    EXPECT_EQ(log(0.0), -infinity);
    EXPECT_EQ(log(-0.0), -infinity);
    EXPECT_EQ(log(infinity), infinity);
    EXPECT_TRUE(std::isnan(log(-1.0)));
    EXPECT_TRUE(std::isnan(log(-infinity)));
    EXPECT_TRUE(std::isnan(log(not_a_number)));
    EXPECT_LT(relative_error(log(5e-324), -744.44007192138126231L), 2e-16);
}

TEST(Pow, KeepsTheDocumentedErrorForExponentsOfTheModel)
{
    for (double const exponent :
         {-3.0, -1.0, -1.0 / 3.0, 0.1, 1.0 / 3.0, 0.5, 2.0 / 3.0, 1.0, 2.0, 7.0}) {
        for (double const base : make_grid(1e-6, 1000.0, 5'000)) {
            long double const exact =
                std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
            double const size = std::abs(exponent * std::log(base));
            double const error = relative_error(pow(base, exponent), exact);
            ASSERT_LT(error, 2.5e-16 * (1.0 + size)) << base << "^" << exponent;
            if (size < 50.0) {
                ASSERT_LT(error, 1e-13);
            }
        }
    }
}

TEST(Pow, HasTheSpecialValuesOfTheStandard)
{
    EXPECT_EQ(pow(0.0, 0.0), 1.0);
    EXPECT_EQ(pow(0.0, 0.5), 0.0);
    EXPECT_EQ(pow(0.0, -1.0), infinity);
    EXPECT_EQ(pow(1.0, infinity), 1.0);
    EXPECT_EQ(pow(7.0, 0.0), 1.0);
    EXPECT_EQ(pow(infinity, 2.0), infinity);
    EXPECT_EQ(pow(infinity, -2.0), 0.0);
    EXPECT_TRUE(std::isnan(pow(-2.0, 2.0)));
    EXPECT_TRUE(std::isnan(pow(2.0, not_a_number)));
}

TEST(NormalPdf, KeepsItsRelativeErrorInTheTails)
{
    for (double const z : make_grid(-37.5, 37.5, 300'000))
        ASSERT_LT(relative_error(normal_pdf(z), exact_pdf(z)), 6e-16) << z;
    EXPECT_EQ(normal_pdf(40.0), 0.0);
    EXPECT_EQ(normal_pdf(infinity), 0.0);
    EXPECT_EQ(normal_pdf(-infinity), 0.0);
    EXPECT_TRUE(std::isnan(normal_pdf(not_a_number)));
}

TEST(NormalCdf, KeepsItsRelativeErrorInBothTails)
{
    for (double const z : make_grid(-37.0, 9.0, 400'000))
        ASSERT_LT(relative_error(normal_cdf(z), exact_cdf(z)), 2e-15) << z;
    EXPECT_EQ(normal_cdf(0.0), 0.5);
    EXPECT_EQ(normal_cdf(40.0), 1.0);
    EXPECT_EQ(normal_cdf(infinity), 1.0);
    EXPECT_EQ(normal_cdf(-40.0), 0.0);
    EXPECT_EQ(normal_cdf(-infinity), 0.0);
    EXPECT_TRUE(std::isnan(normal_cdf(not_a_number)));
}

TEST(NormalQuantile, InvertsTheCdfOverTheWholeRange)
{
    std::vector<double> arguments = make_grid(1e-4, 1.0 - 1e-4, 50'000);
    for (double const exponent : make_grid(-690.0, -1.0, 20'000))
        arguments.push_back(std::exp(exponent));
    for (int bits = 2; bits <= 53; ++bits) arguments.push_back(1.0 - std::ldexp(1.0, -bits));
    for (double const u : arguments) {
        double const z = normal_quantile(u);
        long double const exact = exact_quantile(u, z);
        ASSERT_LE(std::abs(z - exact), 1.5e-15L * std::abs(exact) + 2e-17L) << u;
    }
}

TEST(NormalQuantile, HasTheValuesOfTheTablesAndTheLimits)
{
    EXPECT_EQ(normal_quantile(0.5), 0.0);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-15);
    EXPECT_NEAR(normal_quantile(1e-20), -9.262340089798408, 4e-15);
    EXPECT_EQ(normal_quantile(0.0), -infinity);
    EXPECT_EQ(normal_quantile(1.0), infinity);
    EXPECT_TRUE(std::isnan(normal_quantile(-0.1)));
    EXPECT_TRUE(std::isnan(normal_quantile(1.1)));
    EXPECT_TRUE(std::isnan(normal_quantile(not_a_number)));
}

TEST(Elementary, ScalarsHaveTheBitsOfLanesWhateverTheNeighbours)
{
    std::vector<double> arguments = make_grid(-800.0, 800.0, 5'000);
    for (double const x : make_grid(-10.0, 10.0, 5'000)) arguments.push_back(x);
    for (double const x : {0.0, infinity, -infinity, 5e-324, smallest_normal, 1e300, 39.0, 40.0})
        arguments.push_back(x);
    expect_same_bits(
        arguments, [](Lanes x) { return exp(x); }, [](double x) { return exp(x); });
    expect_same_bits(
        arguments, [](Lanes x) { return normal_pdf(x); }, [](double x) { return normal_pdf(x); });
    expect_same_bits(
        arguments, [](Lanes x) { return normal_cdf(x); }, [](double x) { return normal_cdf(x); });
    for (double& x : arguments) x = std::abs(x);
    expect_same_bits(
        arguments, [](Lanes x) { return log(x); }, [](double x) { return log(x); });
    expect_same_bits(
        arguments, [](Lanes x) { return pow(x, 2.0 / 3.0); },
        [](double x) { return pow(x, 2.0 / 3.0); });
    std::vector<double> probabilities = make_grid(0.0, 1.0, 10'000);
    for (double const x : make_grid(-100.0, 0.0, 1'000)) probabilities.push_back(std::exp(x));
    expect_same_bits(
        probabilities, [](Lanes u) { return normal_quantile(u); },
        [](double u) { return normal_quantile(u); });
}

TEST(Elementary, QuantilesInPlaceHaveTheBitsOfSingleOnes)
{
    for (std::size_t const size :
         {std::size_t{0}, std::size_t{4}, std::size_t{152}, std::size_t{512}, std::size_t{1'300}}) {
        std::vector<double> const source = make_grid(0.0, 1.0, static_cast<int>(size) + 4);
        struct alignas(64) Packet
        {
            double values[lane_count * 2];
        };
        std::vector<Packet> storage(padded(size + 1) / 8);
        std::span<double> const u{storage.data()->values, size};
        for (std::size_t i = 0; i < size; ++i) u[i] = source[(i * 7) % source.size()];
        normal_quantile_in_place(u);
        for (std::size_t i = 0; i < size; ++i)
            ASSERT_EQ(u[i], normal_quantile(source[(i * 7) % source.size()]));
    }
}

TEST(Elementary, QuantilesInPlaceRefuseABrokenPacket)
{
    alignas(64) double values[8] = {};
    EXPECT_THROW(normal_quantile_in_place(std::span{values, 3}), std::logic_error);
    EXPECT_THROW(normal_quantile_in_place(std::span{values + 1, 4}), std::logic_error);
}

// Pinned bits: a machine, compiler or C library that changes one breaks the contract.
TEST(Elementary, BitsArePinned)
{
    EXPECT_EQ(exp(0.1), 0x1.1aec7b35a00d4p+0);
    EXPECT_EQ(log(3.7), 0x1.4eeee650ae55p+0);
    EXPECT_EQ(pow(0.3, 2.0 / 3.0), 0x1.cae5562aa4107p-2);
    EXPECT_EQ(normal_pdf(1.3), 0x1.5ef67f134153ep-3);
    EXPECT_EQ(normal_cdf(-2.7), 0x1.c66c563346a7p-9);
    EXPECT_EQ(normal_quantile(0.031), -0x1.ddc58eced10b3p+0);
    EXPECT_EQ(sin(0.7), 0x1.49d6e694619b8p-1);
    EXPECT_EQ(cos(1.1), 0x1.d07b806c76111p-2);
}

TEST(SineAndCosine, AreAccurateInEveryQuadrant)
{
    for (double const x : make_grid(-1'000.0, 1'000.0, 100'000)) {
        ASSERT_LE(std::abs(sin(x) - std::sin(static_cast<long double>(x))), 1.3e-16L) << x;
        ASSERT_LE(std::abs(cos(x) - std::cos(static_cast<long double>(x))), 1.3e-16L) << x;
    }
    for (double const x : make_grid(1e-9, std::numbers::pi / 2, 100'000)) {
        ASSERT_LT(relative_error(sin(x), std::sin(static_cast<long double>(x))), 2.5e-16) << x;
        ASSERT_LT(relative_error(cos(x), std::cos(static_cast<long double>(x))), 2.5e-16) << x;
    }
    EXPECT_EQ(sin(0.0), 0.0);
    EXPECT_EQ(cos(0.0), 1.0);
    EXPECT_THROW(static_cast<void>(sin(1e6)), std::logic_error);
    EXPECT_THROW(static_cast<void>(cos(not_a_number)), std::logic_error);
}
}  // namespace concordat::core
