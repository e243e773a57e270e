#include "analysis/compare/null_reform.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>

#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
bool is_same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}
}  // namespace

NullReform compare_rows(store::Schema const& schema, std::span<double const> baseline, std::span<double const> again)
{
    core::require(baseline.size() == schema.column_count() && again.size() == baseline.size(), "rows fit the schema");
    NullReform result{.columns = baseline.size()};
    for (std::size_t c = 0; c < baseline.size(); ++c) {
        if (is_same(baseline[c], again[c])) continue;
        if (++result.different > 1) continue;
        result.first_difference = fmt::format("{} of {} in {}: {} and {}", schema.outcome_of(c).name,
                                              schema.group_text(c), schema.period_name(c), baseline[c], again[c]);
    }
    return result;
}
}  // namespace concordat::compare
