#pragma once

#include <cstddef>
#include <vector>

namespace concordat::stats
{
/// How well the early years of many series foretell how they go on.
struct ChangeForecast
{
    std::size_t series{};   ///< [count] that have every year
    std::size_t ahead{};    ///< [years] from the last year that was estimated on to the last one that there is
    double expected{};      ///< mean change over those years, if the mean yearly change goes on [unit of the series]
    double found{};         ///< mean change that came
    double expected_sd{};   ///< over series, as early changes of as many years vary
    double found_sd{};
    double covered{};       ///< [share] of series whose change lies in the central 90 % of what was expected
    double persistence{};   ///< correlation over series of that change with the last early one of as many years
};

/// Takes every series to change by the same trend and a normal deviation of its own, of the spread that early
/// changes had: what the model takes indicators to do without an agreement.
/// \param values shape [series][year], years one after another, NaN where missing: such series are left out
/// \param early [count] years to estimate on
/// \pre early > 1, and at least one year follows, no more than early - 1 of them; two series are complete
[[nodiscard]] ChangeForecast forecast_changes(std::vector<std::vector<double>> const& values, std::size_t early);
}  // namespace concordat::stats
