#include "cli/validation_series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "cli/number_format.hpp"
#include "cli/text_layout.hpp"
#include "sim/config/csv_table.hpp"

namespace concordat::cli
{
namespace
{
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// A series as it was read.
struct Known
{
    std::string name{};
    int until{};
    int first{};  ///< years
    int last{};
    std::map<std::string, std::map<int, double>> areas{};
};

Known& find_series(std::vector<Known>& list, std::string const& name)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](Known const& one) { return one.name == name; });
    return found != list.end() ? *found : list.emplace_back(Known{.name = name});
}

std::vector<Known> read_series(std::filesystem::path const& file, core::Problems& problems)
{
    std::vector<Known> list;
    auto const table = config::CsvTable::read(file, {{"series"}, {"area"}, {"year"}, {"value"}, {"estimated_until"}}, problems);
    if (!table) return list;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < table->row_count(); ++i) {
        auto const row = table->row(i, problems);
        auto const name = row.text("series");
        auto const area = row.text("area");
        auto const year = row.integer("year", {1900, 2100, "a year"});
        auto const value = row.number("value", {-infinity, infinity, {}});
        auto const until = row.integer("estimated_until", {1900, 2100, "a year"});
        if (!name || !area || !year || !value || !until) continue;
        auto& series = find_series(list, *name);
        bool const is_new = series.areas.empty();
        series.first = is_new ? *year : std::min(series.first, *year);
        series.last = is_new ? *year : std::max(series.last, *year);
        series.until = *until;
        series.areas[*area][*year] = *value;
    }
    return list;
}

std::vector<std::vector<double>> list_values(Known const& series)
{
    std::vector<std::vector<double>> values;
    for (auto const& [area, years] : series.areas) {
        auto& own = values.emplace_back();
        for (int year = series.first; year <= series.last; ++year) {
            auto const found = years.find(year);
            own.push_back(found == years.end() ? missing : found->second);
        }
    }
    return values;
}

/// What the forecast needs.
bool is_long_enough(Known const& series, std::vector<std::vector<double>> const& values)
{
    auto const complete = std::count_if(values.begin(), values.end(), [](auto const& one) {
        return std::none_of(one.begin(), one.end(), [](double value) { return value != value; });
    });
    int const early = series.until - series.first + 1;
    int const ahead = series.last - series.until;
    return complete > 1 && early > 1 && ahead >= 1 && ahead < early;
}

std::string write_pair(double expected, double found) { return fmt::format("{:.2f} / {:.2f}", expected, found); }

std::string write_years(SeriesFinding const& one)
{
    return fmt::format("{} to {}", one.until, one.until + static_cast<int>(one.forecast.ahead));
}
}  // namespace

std::vector<SeriesFinding> foretell_series(std::filesystem::path const& file, core::Problems& problems)
{
    std::vector<SeriesFinding> findings;
    for (auto const& series : read_series(file, problems)) {
        auto const values = list_values(series);
        if (is_long_enough(series, values)) {
            auto const early = static_cast<std::size_t>(series.until - series.first + 1);
            findings.push_back({series.name, series.until, stats::forecast_changes(values, early)});
        } else {
            problems.add({.file = file.generic_string()},
                         fmt::format("{} has too few years or areas: no fewer years to estimate on than one more than follow, in two areas at least",
                                     series.name));
        }
    }
    return findings;
}

std::string write_series_text(std::vector<SeriesFinding> const& list)
{
    if (list.empty()) return {};
    TextTable table{{"  Published series", "years", "areas", "mean change: foretold / found", "spread: foretold / found", "inside 90 %",
                     "goes on as before"}};
    for (auto const& one : list) {
        auto const& found = one.forecast;
        table.add({"  " + one.name, write_years(one), std::to_string(found.series), write_pair(found.expected, found.found),
                   write_pair(found.expected_sd, found.found_sd), write_percent(found.covered), fmt::format("{:+.2f}", found.persistence)});
    }
    return table.text() + wrap("Foretold from the years before, as the model takes indicators to change: one trend for all areas, and a "
                               "deviation of each with the spread of early changes. Goes on as before: correlation over areas with the "
                               "change before.",
                               "") + "\n";
}

std::string write_series_page(std::vector<SeriesFinding> const& list)
{
    if (list.empty()) return {};
    std::string text{"\n### Published series\n\n| series | years | areas | mean change foretold | found | spread foretold | found | areas inside "
                     "90 % | correlation with the change before |\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n"};
    for (auto const& one : list) {
        auto const& found = one.forecast;
        text += fmt::format("| {} | {} | {} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.3f} | {:+.2f} |\n", one.name, write_years(one), found.series,
                            found.expected, found.found, found.expected_sd, found.found_sd, found.covered, found.persistence);
    }
    return text;
}
}  // namespace concordat::cli
