#include "analysis/stats/change_forecast.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/stats/interval.hpp"
#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"

namespace concordat::stats
{
namespace
{
using Series = std::vector<std::vector<double>>;

Series keep_complete(Series const& values)
{
    Series kept;
    for (auto const& one : values) {
        if (std::none_of(one.begin(), one.end(), [](double value) { return std::isnan(value); })) kept.push_back(one);
    }
    return kept;
}

std::vector<double> list_changes(Series const& values, std::size_t from, std::size_t years)
{
    std::vector<double> changes;
    for (auto const& one : values) changes.push_back(one[from + years] - one[from]);
    return changes;
}

/// About their year's mean, over all windows of as many years.
double spread_of_early_changes(Series const& values, std::size_t early, std::size_t years)
{
    double squares = 0.0, count = 0.0, windows = 0.0;
    for (std::size_t from = 0; from + years < early; ++from) {
        auto const changes = list_changes(values, from, years);
        double const own = mean(changes);
        for (double const change : changes) squares += (change - own) * (change - own);
        count += static_cast<double>(changes.size());
        windows += 1.0;
    }
    return std::sqrt(squares / (count - windows));
}

double correlate(std::vector<double> const& x, std::vector<double> const& y)
{
    double const mean_x = mean(x), mean_y = mean(y);
    double xy = 0.0, xx = 0.0, yy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mean_x) * (y[i] - mean_y);
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
    }
    return xy / std::sqrt(xx * yy);
}
}  // namespace

ChangeForecast forecast_changes(Series const& values, std::size_t early)
{
    auto const known = keep_complete(values);
    core::require(known.size() > 1 && early > 1, "there are two complete series with two early years");
    auto const ahead = known.front().size() - early;
    core::require(ahead >= 1 && ahead < early, "what is foretold is no longer than what is known");
    auto const last = early - 1;
    double const yearly = mean(list_changes(known, 0, last)) / static_cast<double>(last);
    auto const came = list_changes(known, last, ahead);
    ChangeForecast forecast{.series = known.size(), .ahead = ahead, .expected = yearly * static_cast<double>(ahead), .found = mean(came)};
    forecast.expected_sd = spread_of_early_changes(known, early, ahead);
    forecast.found_sd = std::sqrt(variance(came));
    auto const inside = std::count_if(came.begin(), came.end(), [&](double change) {
        return std::abs(change - forecast.expected) <= half_interval * forecast.expected_sd;
    });
    forecast.covered = static_cast<double>(inside) / static_cast<double>(came.size());
    forecast.persistence = correlate(list_changes(known, last - ahead, ahead), came);
    return forecast;
}
}  // namespace concordat::stats
