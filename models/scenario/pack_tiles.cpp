#include "models/scenario/pack_tiles.hpp"

#include <fmt/format.h>

#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
namespace
{
config::CellRange tile_range() { return {0, 1000, "squares from the edge"}; }

void check_complete(state::Pack const& pack, config::CsvTable const& table, core::Problems& problems)
{
    for (auto const& area : pack.areas) {
        if (area.tile_column >= 0) continue;
        problems.add({table.file()}, fmt::format("area {} has no square", area.id));
    }
}
}  // namespace

void read_tiles(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    if (!folder.has("tiles")) return;
    auto const table = folder.read("tiles", {{"area"}, {"column"}, {"row"}});
    if (!table) return;
    IdIndex index;
    for (std::size_t i = 0; i < pack.areas.size(); ++i) index[pack.areas[i].id] = static_cast<int>(i);
    UniqueKeys areas{"area"}, squares{"square"};
    auto const before = problems.size();
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const area = read_id(row, "area", "area", index);
        auto const across = row.integer("column", tile_range());
        auto const down = row.integer("row", tile_range());
        if (!area || !across || !down) continue;
        auto& tile = pack.areas[static_cast<std::size_t>(*area)];
        areas.add(row, "area", std::to_string(tile.id));
        squares.add(row, "column", fmt::format("{}, {}", *across, *down));
        tile.tile_column = *across;
        tile.tile_row = *down;
    }
    if (problems.size() == before) check_complete(pack, *table, problems);
}
}  // namespace concordat::scenario
