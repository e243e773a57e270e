#pragma once

#include <vector>

#include "models/cycle/gauges.hpp"

namespace concordat::cycle
{
/// An outcome that has a value in every year: the sum of `part` over the areas of a group, divided by
/// the sum of `whole`, both read at the end of the year.
struct YearGauge
{
    char const* outcome{};  ///< its name
    Gauge::Reading part{};
    Gauge::Reading whole{};
};

/// All of them, in the order in which results by year list them.
[[nodiscard]] std::vector<YearGauge> const& year_gauge_list();

/// Outcomes that exist by year only.
[[nodiscard]] std::vector<store::Outcome> const& year_only_outcomes();

/// Writes down what the present year showed. To be called once at the end of every year, in order.
void note_year(state::Pack const& pack, int year, World& world);

/// One reading of a year: sums of a gauge over areas, shape [area].
[[nodiscard]] double const* year_parts(World const& world, int year, std::size_t gauge, std::size_t areas);
[[nodiscard]] double const* year_wholes(World const& world, int year, std::size_t gauge, std::size_t areas);
}  // namespace concordat::cycle
