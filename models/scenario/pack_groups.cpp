#include "models/scenario/pack_groups.hpp"

#include <algorithm>
#include <array>

#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
namespace
{
/// A subject group that crosses borders is one of the subject groups. \param rows that name one
void mark_subjects(config::CsvTable const& table, std::vector<std::size_t> const& rows, state::Pack& pack,
                   core::Problems& problems)
{
    if (!rows.empty()) pack.crosses_borders.assign(pack.subject_groups.size(), 0);
    for (auto const r : rows) {
        auto const found = read_reference(table.row(r, problems), "name", "subject group", pack.subject_groups);
        if (found) pack.crosses_borders[static_cast<std::size_t>(*found)] = 1;
    }
}
}  // namespace

void read_groups(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    auto const table = folder.read("groups", {{"kind"}, {"name"}});
    if (!table) return;
    std::vector<std::string> const kinds{"region", "area_type", "subject_group", "cross_border"};
    std::array lists{&pack.regions, &pack.area_types, &pack.subject_groups};
    std::array keys{UniqueKeys{"region"}, UniqueKeys{"area type"}, UniqueKeys{"subject group"}, UniqueKeys{"cross-border group"}};
    std::vector<std::size_t> marked;
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const kind = row.choice("kind", "kind of group", kinds);
        auto const name = row.text("name");
        if (!kind || !name) continue;
        auto const k = static_cast<std::size_t>(*kind);
        if (!keys[k].add(row, "name", *name)) continue;
        if (k < lists.size()) {
            lists[k]->push_back(*name);
        } else {
            marked.push_back(r);
        }
    }
    for (std::size_t k = 0; k < lists.size(); ++k) {
        if (lists[k]->empty()) problems.add({table->file()}, "names no " + kinds[k]);
        std::sort(lists[k]->begin(), lists[k]->end());
    }
    mark_subjects(*table, marked, pack, problems);
}
}  // namespace concordat::scenario
