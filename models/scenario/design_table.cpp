#include "models/scenario/design_table.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "sim/config/csv_table.hpp"
#include "sim/config/value_reading.hpp"

namespace concordat::scenario
{
std::vector<DesignPoint> read_design_table(std::filesystem::path const& path,
                                           config::ParameterTable const& parameters,
                                           core::Problems& problems)
{
    std::vector<config::CsvColumn> columns;
    for (auto const& [name, record] : parameters)
        columns.push_back({name, config::Presence::optional});
    auto const table = config::CsvTable::read(path, columns, problems);
    std::vector<DesignPoint> points;
    if (!table) return points;
    for (std::size_t i = 0; i < table->row_count(); ++i) {
        DesignPoint point{.number = static_cast<int>(i) + 1, .name = {}, .overrides = {}};
        auto const row = table->row(i, problems);
        for (auto const& [name, record] : parameters) {
            auto text = row.text(name);
            if (!text || !config::read_value(record, *text, row.position(name), problems)) continue;
            point.overrides.push_back(
                {.round = {},
                 .path = name,
                 .text = std::move(*text),
                 .who = fmt::format("{}, design point {}", path.filename().string(), point.number),
                 .where = row.position(name)});
        }
        points.push_back(std::move(point));
    }
    return points;
}
}  // namespace concordat::scenario
