#include "models/scenario/pack_tiles.hpp"

#include <fmt/format.h>

#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
namespace
{
config::CellRange tile_range() { return {0, 1000, "squares from the edge"}; }

void check_complete(std::vector<Tile> const& tiles, state::Pack const& pack, config::CsvTable const& table,
                    core::Problems& problems)
{
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (tiles[i].column >= 0) continue;
        problems.add({table.file()}, fmt::format("area {} has no square", pack.areas[i].id));
    }
}
}  // namespace

std::vector<Tile> read_tiles(PackFolder& folder, state::Pack const& pack)
{
    auto& problems = folder.problems();
    if (!folder.has("tiles")) return {};
    auto const table = folder.read("tiles", {{"area"}, {"column"}, {"row"}});
    if (!table) return {};
    IdIndex index;
    for (std::size_t i = 0; i < pack.areas.size(); ++i) index[pack.areas[i].id] = static_cast<int>(i);
    std::vector<Tile> tiles(pack.area_count());
    UniqueKeys areas{"area"}, squares{"square"};
    auto const before = problems.size();
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const area = read_id(row, "area", "area", index);
        auto const across = row.integer("column", tile_range());
        auto const down = row.integer("row", tile_range());
        if (!area || !across || !down) continue;
        auto const i = static_cast<std::size_t>(*area);
        areas.add(row, "area", std::to_string(pack.areas[i].id));
        squares.add(row, "column", fmt::format("{}, {}", *across, *down));
        tiles[i] = {*across, *down};
    }
    if (problems.size() == before) check_complete(tiles, pack, *table, problems);
    return tiles;
}
}  // namespace concordat::scenario
