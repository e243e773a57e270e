#include "analysis/compare/claim.hpp"

#include <cmath>

#include "analysis/stats/summary.hpp"

namespace concordat::compare
{
namespace
{
ClaimClass classify(ClaimFinding const& found, ClaimedWay way)
{
    bool const is_small = found.small > decisive_share;
    if (way == ClaimedWay::none) {
        if (is_small) return ClaimClass::supports;
        return found.up + found.down > decisive_share ? ClaimClass::contradicts : ClaimClass::undecided;
    }
    double const claimed = way == ClaimedWay::up ? found.up : found.down;
    double const opposite = way == ClaimedWay::up ? found.down : found.up;
    if (claimed > decisive_share) return ClaimClass::supports;
    if (opposite > decisive_share) return ClaimClass::contradicts;
    return is_small ? ClaimClass::too_small : ClaimClass::undecided;
}
}  // namespace

ClaimFinding judge_claim(std::vector<double> const& changes, ClaimedWay way, double smallest)
{
    auto const summary = stats::summarise(changes);
    ClaimFinding found{.count = summary.count, .mean = summary.mean, .low = summary.low, .high = summary.high};
    if (summary.count == 0) return found;
    double up = 0.0, down = 0.0;
    for (double const change : changes) {
        if (std::isnan(change)) continue;
        if (change > smallest) up += 1.0;
        if (change < -smallest) down += 1.0;
    }
    auto const count = static_cast<double>(summary.count);
    found.up = up / count;
    found.down = down / count;
    found.small = (count - up - down) / count;
    found.verdict = classify(found, way);
    return found;
}

std::string_view name_of(ClaimClass verdict)
{
    switch (verdict) {
    case ClaimClass::supports: return "supports";
    case ClaimClass::contradicts: return "contradicts";
    case ClaimClass::too_small: return "too small";
    case ClaimClass::undecided: return "undecided";
    case ClaimClass::not_measured: break;
    }
    return "not measured";
}
}  // namespace concordat::compare
