#include "analysis/stats/student.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/roots.hpp"

namespace concordat::stats
{
namespace
{
constexpr double pi = 3.14159265358979323846;

/// Gamma(a + 1/2) / Gamma(a) for large a. Source: DLMF 5.11.13 (coefficients by Tricomi and Erdelyi 1951).
double gamma_ratio_of_large(double a)
{
    double const x = 1 / a;
    return std::sqrt(a) * (1 + x * (-1.0 / 8 + x * (1.0 / 128 + x * (5.0 / 1024 + x * (-21.0 / 32768
                           + x * (-399.0 / 262144))))));
}

/// Gamma(a + 1/2) / (Gamma(a) Gamma(1/2)), which is 1 / B(a, 1/2).
double inverse_beta_with_half(double a)
{
    constexpr double large = 64;  // the series' error is below 1e-13 from here
    double factor = 1;
    for (; a < large; a += 1) factor *= a / (a + 0.5);
    return factor * gamma_ratio_of_large(a) / std::sqrt(pi);
}

/// The continued fraction of I_x(a, b) by Lentz's method as Thompson and Barnett (1986) have it.
double beta_fraction(double x, double a, double b)
{
    constexpr int most_terms = 10'000;
    constexpr double tiny = 1e-300, precise = 1e-15;
    auto const away_from_zero = [](double v) { return std::abs(v) < tiny ? tiny : v; };
    double c = 1;
    double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= most_terms; ++m) {
        double const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        fraction *= c * d;
        double const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        fraction *= c * d;
        if (std::abs(c * d - 1) < precise) break;
    }
    return fraction;
}

/// I_x(a, b) where the fraction converges fast. \param front x^a (1 - x)^b / B(a, b)
double beta_share(double front, double x, double a, double b) { return front * beta_fraction(x, a, b) / a; }
}  // namespace

double two_sided_p_value(double t, double degrees)
{
    core::require(degrees >= 1, "Student's distribution has at least one degree of freedom");
    if (std::isnan(t) || t == 0) return std::isnan(t) ? t : 1;
    if (std::isinf(t)) return 0;
    double const a = degrees / 2;
    double const square = t * t / degrees;
    double const x = 1 / (1 + square);
    double const rest = square / (1 + square);
    double const front = inverse_beta_with_half(a) * core::pow(x, a) * std::sqrt(rest);
    if (x < (a + 1) / (a + 2.5)) return beta_share(front, x, a, 0.5);
    return 1 - beta_share(front, rest, 0.5, a);
}

double student_cdf(double t, double degrees)
{
    double const tail = two_sided_p_value(t, degrees) / 2;
    return t > 0 ? 1 - tail : tail;
}

double student_quantile(double probability, double degrees)
{
    core::require(probability > 0 && probability < 1, "a quantile's probability is inside (0, 1)");
    if (probability == 0.5) return 0;
    double const tail = 2 * std::min(probability, 1 - probability);
    double high = 1;
    while (two_sided_p_value(high, degrees) > tail) high *= 2;
    double const t = core::bisect([&](double x) { return two_sided_p_value(x, degrees) - tail; }, 0.0, high);
    return probability > 0.5 ? t : -t;
}

Interval mean_interval(double mean, double standard_error, std::size_t count, double confidence)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (count < 2) return {none, none};
    double const t = student_quantile(0.5 + confidence / 2, static_cast<double>(count - 1));
    return {mean - t * standard_error, mean + t * standard_error};
}
}  // namespace concordat::stats
