#include "models/delivery/additive_crowding.hpp"

#include <algorithm>
#include <functional>

#include "sim/core/check.hpp"

namespace concordat::delivery
{
AdditiveCrowding::AdditiveCrowding(TaskCosts params) : params_{params}
{
    core::require(params.effort_cost > 0.0, "effort costs something");
    core::require(params.substitution >= 0.0 && params.substitution < 1.0,
                  "substitution is in [0, 1)");
    core::require(params.most_effort > 0.0, "the limit on effort is positive");
}

double AdditiveCrowding::price(double sum, int active) const
{
    double const own = params_.effort_cost * (1.0 - params_.substitution);
    double const joint = params_.effort_cost * params_.substitution;
    double const total = sum / (own + active * joint);
    if (total <= params_.most_effort) return joint * total;
    return (sum - own * params_.most_effort) / active;
}

AdditiveCrowding::Response AdditiveCrowding::respond(std::span<double const> motives) const
{
    std::vector<double> sorted{motives.begin(), motives.end()};
    std::sort(sorted.begin(), sorted.end(), std::greater<>{});
    Response out{.effort = std::vector<double>(motives.size(), 0.0)};
    double sum = 0.0;
    int active = 0;
    for (double const motive : sorted) {
        double const next = price(sum + motive, active + 1);
        if (motive <= next) break;  // this task, and every weaker one, is not worth its price
        sum += motive;
        ++active;
        out.price = next;
    }
    double const own = params_.effort_cost * (1.0 - params_.substitution);
    for (std::size_t j = 0; j < motives.size(); ++j)
        out.effort[j] = std::max(0.0, motives[j] - out.price) / own;
    return out;
}
}  // namespace concordat::delivery
