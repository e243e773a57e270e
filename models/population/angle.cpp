#include "models/population/angle.hpp"

#include "sim/core/check.hpp"

namespace concordat::population
{
namespace
{
constexpr double radians_per_degree = 0.017453292519943295;
/// (pi/2)^22/22! is below 1e-16: ten terms after the first are enough.
constexpr int term_count = 10;
}  // namespace

Angle resolve_angle(double degrees)
{
    core::require(degrees >= 0.0 && degrees <= 90.0, "an angle of distortion lies in [0, 90] degrees");
    double const x = degrees * radians_per_degree;
    double const square = x * x;
    double cosine = 1.0;
    double sine = 1.0;
    // Horner's scheme from the last term of 1 - x^2/2! + x^4/4! ... and of sin(x)/x.
    for (int n = term_count; n >= 1; --n) {
        cosine = 1.0 - square / ((2.0 * n - 1.0) * (2.0 * n)) * cosine;
        sine = 1.0 - square / ((2.0 * n) * (2.0 * n + 1.0)) * sine;
    }
    return {cosine, x * sine};
}
}  // namespace concordat::population
