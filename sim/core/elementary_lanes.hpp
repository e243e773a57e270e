#pragma once

#include <immintrin.h>

#include <cstdint>
#include <limits>

#include "sim/core/lanes.hpp"

/// Inline bodies of the functions that `elementary.hpp` declares. Include that file instead.
///
/// Every operation is an IEEE operation on a whole packet: +, -, *, /, sqrt, and fused
/// multiply-add written out as such (the compiler may not fuse by itself: -ffp-contract=off).
/// All of them are correctly rounded, so each lane's bits depend on that lane's argument alone.
namespace concordat::core
{
namespace elementary_detail
{
[[nodiscard]] inline Lanes multiply_add(Lanes a, Lanes b, Lanes c)
{
    return Lanes{
        _mm256_fmadd_pd(static_cast<__m256d>(a), static_cast<__m256d>(b), static_cast<__m256d>(c))};
}

[[nodiscard]] inline __m256i bits_of(Lanes x)
{
    return _mm256_castpd_si256(static_cast<__m256d>(x));
}
[[nodiscard]] inline Lanes from_bits(__m256i bits)
{
    return Lanes{_mm256_castsi256_pd(bits)};
}

/// Horner's rule, coefficients from the highest power down.
template <std::size_t n>
[[nodiscard]] inline Lanes polynomial(Lanes x, double const (&coefficients)[n])
{
    Lanes value = coefficients[0];
    for (std::size_t i = 1; i < n; ++i) value = multiply_add(value, x, coefficients[i]);
    return value;
}

/// Adding this to a whole number |n| < 2^51 leaves n in the low bits of the sum.
inline constexpr double whole_number_shift = 0x1.8p52;

/// 2^n of a sum `whole_number_shift + n`. \pre -1022 <= n <= 1023
[[nodiscard]] inline Lanes two_to_the(Lanes shifted)
{
    return from_bits(
        _mm256_slli_epi64(_mm256_add_epi64(bits_of(shifted), _mm256_set1_epi64x(1023)), 52));
}

/// exp(x) without the checks at the ends of the range. \pre -746 < x < 710 or NaN
/// Argument reduction x = n ln 2 + r, |r| <= ln(2)/2, then Taylor's series to r^13 (the rest is
/// below 4.3e-18) by Estrin's scheme; 2^n in two factors, so that subnormal results round once.
[[nodiscard]] inline Lanes exp_in_range(Lanes x)
{
    constexpr double per_ln2 = 0x1.71547652b82fep+0;
    constexpr double ln2_high = 0x1.62e42fefa39efp-1;
    constexpr double ln2_low = 0x1.abc9e3b39803fp-56;
    Lanes const shift = whole_number_shift;
    Lanes const n = multiply_add(x, per_ln2, shift) - shift;
    Lanes const r = multiply_add(n, -ln2_low, multiply_add(n, -ln2_high, x));

    Lanes const r2 = r * r;
    Lanes const r4 = r2 * r2;
    Lanes const c23 = multiply_add(r, 1.0 / 6, 1.0 / 2);
    Lanes const c45 = multiply_add(r, 1.0 / 120, 1.0 / 24);
    Lanes const c67 = multiply_add(r, 1.0 / 5040, 1.0 / 720);
    Lanes const c89 = multiply_add(r, 1.0 / 362880, 1.0 / 40320);
    Lanes const c1011 = multiply_add(r, 1.0 / 39916800, 1.0 / 3628800);
    Lanes const c1213 = multiply_add(r, 1.0 / 6227020800, 1.0 / 479001600);
    Lanes const low = multiply_add(r2, c45, c23);
    Lanes const middle = multiply_add(r2, c89, c67);
    Lanes const high = multiply_add(r2, c1213, c1011);
    Lanes const tail = multiply_add(r4, multiply_add(r4, high, middle), low);
    Lanes const value = 1.0 + multiply_add(r2, tail, r);

    Lanes const half_shifted = multiply_add(n, 0.5, shift);
    Lanes const rest_shifted = (n - (half_shifted - shift)) + shift;
    return value * two_to_the(half_shifted) * two_to_the(rest_shifted);
}

/// log(x) for normal, finite x > 0, by the method of fdlibm's e_log.c (Sun Microsystems, 1993):
/// x = 2^k m, m in [sqrt(1/2), sqrt(2)), log m from an odd polynomial in s = f / (2 + f), f = m
/// - 1.
[[nodiscard]] inline Lanes log_in_range(Lanes x, Lanes extra_exponent)
{
    constexpr double ln2_high =
        6.93147180369123816490e-01;  // low 32 bits are zero: k ln2_high is exact
    constexpr double ln2_low = 1.90821492927058770002e-10;
    constexpr double coefficients[] = {1.479819860511658591e-01, 1.531383769920937332e-01,
                                       1.818357216161805012e-01, 2.222219843214978396e-01,
                                       2.857142874366239149e-01, 3.999999999940941908e-01,
                                       6.666666666666735130e-01};
    constexpr std::int64_t root_half = 0x3FE6A09E667F3BCD;
    constexpr std::int64_t one = 0x3FF0000000000000;
    __m256i const shifted = _mm256_add_epi64(bits_of(x), _mm256_set1_epi64x(one - root_half));
    // The exponent field, as a number: or-ed into the low bits of 2^52.
    __m256i const field =
        _mm256_or_si256(_mm256_srli_epi64(shifted, 52), _mm256_set1_epi64x(0x4330000000000000));
    Lanes const k = (from_bits(field) - (0x1p52 + 1023.0)) + extra_exponent;
    __m256i const fraction = _mm256_and_si256(shifted, _mm256_set1_epi64x(0x000FFFFFFFFFFFFF));
    Lanes const f = from_bits(_mm256_add_epi64(fraction, _mm256_set1_epi64x(root_half))) - 1.0;

    Lanes const s = f / (2.0 + f);
    Lanes const z = s * s;
    Lanes const r = z * polynomial(z, coefficients);
    Lanes const half_square = 0.5 * f * f;
    return multiply_add(k, ln2_high,
                        f - (half_square - multiply_add(s, half_square + r, k * ln2_low)));
}

/// exp(-z^2 / 2): the rounding error of the square is put back, which matters for large |z|.
[[nodiscard]] inline Lanes exp_minus_half_square(Lanes z)
{
    constexpr double no_result = 39.0;  // exp(-39^2 / 2) = 0 in double precision
    Lanes const a = std::experimental::min(std::experimental::abs(z), Lanes{no_result});
    Lanes const square = a * a;
    Lanes const rest = multiply_add(a, a, -square);
    Lanes const e = exp_in_range(std::experimental::max(-0.5 * square, Lanes{-745.9}));
    Lanes const value = multiply_add(e, -0.5 * rest, e);
    return select(z != z, z, value);
}
}  // namespace elementary_detail

inline Lanes exp(Lanes x)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double largest = 0x1.62e42fefa39efp+9;    // log of the largest double
    constexpr double smallest = -0x1.74910d52d3052p+9;  // below it exp rounds to 0
    Lanes value = elementary_detail::exp_in_range(x);
    value = select(x > largest, Lanes{infinity}, value);
    return select(x < smallest, Lanes{0.0}, value);
}

inline Lanes log(Lanes x)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    LaneMask const subnormal = x < std::numeric_limits<double>::min();
    Lanes const scaled = select(subnormal, x * 0x1p54, x);
    Lanes value =
        elementary_detail::log_in_range(scaled, select(subnormal, Lanes{-54.0}, Lanes{0.0}));
    value = select(x == infinity, Lanes{infinity}, value);
    value = select(x == 0.0, Lanes{-infinity}, value);
    return select(x >= 0.0, value, Lanes{std::numeric_limits<double>::quiet_NaN()});
}

inline Lanes pow(Lanes base, Lanes exponent)
{
    Lanes const value = exp(exponent * log(base));
    return select(exponent == 0.0 || base == 1.0, Lanes{1.0}, value);
}

inline Lanes normal_pdf(Lanes z)
{
    constexpr double per_root_two_pi = 0.39894228040143267794;
    return per_root_two_pi * elementary_detail::exp_minus_half_square(z);
}

namespace elementary_detail
{
/// Phi(-a) exp(a^2 / 2), a scaled Mills ratio, for a >= 0; above 39, where the exponential is 0,
/// its value at 39. One rational function for the whole range, so no lane waits for another's
/// branch. The coefficients interpolate the function at the 20 Chebyshev points of
/// (a - 3.9) / (a + 3.9) on [0, 39], solved with 70 digits; all are positive, so nothing cancels.
/// As rounded here the relative error is below 1.2e-16 before the rounding of the evaluation.
[[nodiscard]] inline Lanes scaled_tail(Lanes a)
{
    constexpr double numerator[] = {1.3728033192021837e-06, 3.6994568647646195e-05,
                                    0.0004878051656254263,  0.00407263855528206,
                                    0.023549499190566706,   0.0974768176616237,
                                    0.2888698902243661,     0.5934430606650409,
                                    0.7744909895430153,     0.5};
    constexpr double denominator[] = {3.441107615428996e-06,
                                      9.273163177797023e-05,
                                      0.0012261873284720724,
                                      0.010301322576069201,
                                      0.060245704942493455,
                                      0.2543612634951764,
                                      0.7807084343798366,
                                      1.7123855044097656,
                                      2.559414699772452,
                                      2.346866539888891,
                                      1.0};
    Lanes const bounded = std::experimental::min(a, Lanes{39.0});
    return polynomial(bounded, numerator) / polynomial(bounded, denominator);
}

/// AS241, PPND16: the central part, |q| <= .425, q = u - 1/2.
[[nodiscard]] inline Lanes quantile_centre(Lanes q)
{
    constexpr double numerator[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4,
                                    6.7265770927008700853e+4, 4.5921953931549871457e+4,
                                    1.3731693765509461125e+4, 1.9715909503065514427e+3,
                                    1.3314166789178437745e+2, 3.3871328727963666080e+0};
    constexpr double denominator[] = {5.2264952788528545610e+3, 2.8729085735721942674e+4,
                                      3.9307895800092710610e+4, 2.1213794301586595867e+4,
                                      5.3941960214247511077e+3, 6.8718700749205790830e+2,
                                      4.2313330701600911252e+1, 1.0};
    Lanes const r = multiply_add(-q, q, 0.180625);
    return q * polynomial(r, numerator) / polynomial(r, denominator);
}

/// The tails, |q| > .425, as a function of r = sqrt(-log(min(u, 1 - u))) <= 5.
[[nodiscard]] inline Lanes quantile_tail(Lanes r)
{
    constexpr double numerator[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2,
                                    2.41780725177450611770e-1, 1.27045825245236838258e+0,
                                    3.64784832476320460504e+0, 5.76949722146069140550e+0,
                                    4.63033784615654529590e+0, 1.42343711074968357734e+0};
    constexpr double denominator[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4,
                                      1.51986665636164571966e-2, 1.48103976427480074590e-1,
                                      6.89767334985100004550e-1, 1.67638483018380384940e+0,
                                      2.05319162663775882187e+0, 1.0};
    Lanes const x = r - 1.6;
    return polynomial(x, numerator) / polynomial(x, denominator);
}

/// The far tails, r > 5: u below 1.4e-11.
[[nodiscard]] inline Lanes quantile_far_tail(Lanes r)
{
    constexpr double numerator[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                                    1.24266094738807843860e-3, 2.65321895265761230930e-2,
                                    2.96560571828504891230e-1, 1.78482653991729133580e+0,
                                    5.46378491116411436990e+0, 6.65790464350110377720e+0};
    constexpr double denominator[] = {2.04426310338993978564e-15, 1.42151175831644588870e-7,
                                      1.84631831751005468180e-5,  7.86869131145613259100e-4,
                                      1.48753612908506148525e-2,  1.36929880922735805310e-1,
                                      5.99832206555887937690e-1,  1.0};
    Lanes const x = r - 5.0;
    return polynomial(x, numerator) / polynomial(x, denominator);
}

/// Both tails with the sign. \pre |u - 1/2| > .425
[[nodiscard]] inline Lanes quantile_tails(Lanes u)
{
    Lanes const smaller = std::experimental::min(u, 1.0 - u);
    Lanes const r = std::experimental::sqrt(-log(smaller));
    Lanes value = quantile_tail(r);
    LaneMask const far = r > 5.0;
    if (any_of(far)) {
        value = select(far, quantile_far_tail(r), value);
        value = select(smaller == 0.0, Lanes{std::numeric_limits<double>::infinity()}, value);
    }
    return select(u < 0.5, -value, value);
}

inline constexpr double quantile_centre_width = 0.425;
}  // namespace elementary_detail

inline Lanes normal_cdf(Lanes z)
{
    Lanes const a = std::experimental::abs(z);
    Lanes const lower =
        elementary_detail::exp_minus_half_square(z) * elementary_detail::scaled_tail(a);
    return select(z > 0.0, 1.0 - lower, lower);
}

inline Lanes normal_quantile(Lanes u)
{
    Lanes const q = u - 0.5;
    Lanes const value = elementary_detail::quantile_centre(q);
    LaneMask const tail = !(std::experimental::abs(q) <= elementary_detail::quantile_centre_width);
    if (none_of(tail)) return value;
    return select(tail, elementary_detail::quantile_tails(u), value);
}
}  // namespace concordat::core
