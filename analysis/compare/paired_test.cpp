#include "analysis/compare/paired_test.hpp"

#include <limits>

#include "analysis/stats/student.hpp"

namespace concordat::compare
{
double test_zero_mean(PairedDifference const& paired)
{
    auto const& difference = paired.difference;
    if (paired.finding != Finding::differs || difference.count < 2) return std::numeric_limits<double>::quiet_NaN();
    if (difference.standard_error == 0) return 0;
    return stats::two_sided_p_value(difference.mean / difference.standard_error,
                                    static_cast<double>(difference.count - 1));
}
}  // namespace concordat::compare
