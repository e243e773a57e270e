#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/stats/change_forecast.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// A published series of an indicator over areas, and how far its early years foretell it.
struct SeriesFinding
{
    std::string name{};
    int until{};  ///< last year that was estimated on
    stats::ChangeForecast forecast{};
};

/// Reads a table series, area, year, value, estimated_until; every series has the same years in all areas that have
/// them all. Series in the order of the file.
[[nodiscard]] std::vector<SeriesFinding> foretell_series(std::filesystem::path const& file, core::Problems& problems);

/// A table for a person; empty without series.
[[nodiscard]] std::string write_series_text(std::vector<SeriesFinding> const& list);
/// The same in Markdown, under a heading.
[[nodiscard]] std::string write_series_page(std::vector<SeriesFinding> const& list);
}  // namespace concordat::cli
