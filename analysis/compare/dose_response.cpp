#include "analysis/compare/dose_response.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
constexpr double errors_that_count = 2.0;  ///< [standard errors]

/// 1 up, -1 down, 0 not to be told from none.
int way_of(stats::Summary const& step)
{
    if (step.mean == 0.0) return 0;
    bool const is_sure = step.count > 1 && std::abs(step.mean) > errors_that_count * step.standard_error;
    if (!is_sure) return 0;
    return step.mean > 0.0 ? 1 : -1;
}

DoseShape shape_of(int lower, int upper)
{
    if (lower * upper < 0) return DoseShape::turns;
    int const sum = lower + upper;
    if (sum == 0) return DoseShape::flat;
    return sum > 0 ? DoseShape::rises : DoseShape::falls;
}

bool is_zero(std::vector<double> const& values)
{
    return std::all_of(values.begin(), values.end(), [](double value) { return value == 0.0; });
}
}  // namespace

DoseResponse respond_to_doses(std::array<std::vector<double>, 3> const& changes, double smallest)
{
    auto const count = changes[0].size();
    core::require(changes[1].size() == count && changes[2].size() == count, "every dose has every replicate");
    std::array<std::vector<double>, 3> kept;
    std::array<std::vector<double>, 2> steps;
    for (std::size_t r = 0; r < count; ++r) {
        if (std::isnan(changes[0][r]) || std::isnan(changes[1][r]) || std::isnan(changes[2][r])) continue;
        for (std::size_t d = 0; d < kept.size(); ++d) kept[d].push_back(changes[d][r]);
        for (std::size_t d = 0; d < steps.size(); ++d) steps[d].push_back(changes[d + 1][r] - changes[d][r]);
    }
    DoseResponse found;
    for (std::size_t d = 0; d < kept.size(); ++d) found.change[d] = stats::summarise(kept[d]);
    for (std::size_t d = 0; d < steps.size(); ++d) found.step[d] = stats::summarise(steps[d]);
    if (kept[0].empty()) return found;
    if (is_zero(steps[0]) && is_zero(steps[1])) {
        found.shape = DoseShape::one_dose;
        return found;
    }
    found.shape = shape_of(way_of(found.step[0]), way_of(found.step[1]));
    found.turn_matters =
        found.shape == DoseShape::turns && std::min(std::abs(found.step[0].mean), std::abs(found.step[1].mean)) > smallest;
    return found;
}

std::string_view name_of(DoseShape shape)
{
    switch (shape) {
    case DoseShape::rises: return "rises";
    case DoseShape::falls: return "falls";
    case DoseShape::turns: return "turns";
    case DoseShape::flat: return "flat";
    case DoseShape::one_dose: return "one dose";
    case DoseShape::not_measured: break;
    }
    return "not measured";
}
}  // namespace concordat::compare
