#pragma once

#include <cmath>

#include "sim/core/check.hpp"

namespace concordat::core
{
/// A root of a continuous scalar function by bisection, to the last bit: the returned x is the end
/// of the bracket with the smaller |f|. Slow and certain (at most about 1,100 calls, 60 as a rule).
/// \pre lower < upper, f(lower) and f(upper) are not of the same strict sign
template <class Function>
[[nodiscard]] double bisect(Function const& f, double lower, double upper)
{
    double at_lower = f(lower);
    double at_upper = f(upper);
    require(lower < upper, "bisect: empty bracket");
    require((at_lower <= 0.0 && at_upper >= 0.0) || (at_lower >= 0.0 && at_upper <= 0.0),
            "bisect: no change of sign in the bracket");
    bool const rising = at_lower < at_upper;
    for (double middle = 0.5 * lower + 0.5 * upper; lower < middle && middle < upper;
         middle = 0.5 * lower + 0.5 * upper) {
        double const at_middle = f(middle);
        if ((at_middle < 0.0) == rising) {
            lower = middle;
            at_lower = at_middle;
        } else {
            upper = middle;
            at_upper = at_middle;
        }
    }
    return std::abs(at_lower) <= std::abs(at_upper) ? lower : upper;
}
}  // namespace concordat::core
