#include "models/scenario/pack_groups.hpp"

#include <algorithm>
#include <array>

#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
void read_groups(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    auto const table = folder.read("groups", {{"kind"}, {"name"}});
    if (!table) return;
    std::vector<std::string> const kinds{"region", "area_type", "subject_group"};
    std::array lists{&pack.regions, &pack.area_types, &pack.subject_groups};
    std::array keys{UniqueKeys{"region"}, UniqueKeys{"area type"}, UniqueKeys{"subject group"}};
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const kind = row.choice("kind", "kind of group", kinds);
        auto const name = row.text("name");
        if (!kind || !name) continue;
        auto const k = static_cast<std::size_t>(*kind);
        if (keys[k].add(row, "name", *name)) lists[k]->push_back(*name);
    }
    for (std::size_t k = 0; k < lists.size(); ++k) {
        if (lists[k]->empty()) problems.add({table->file()}, "names no " + kinds[k]);
        std::sort(lists[k]->begin(), lists[k]->end());
    }
}
}  // namespace concordat::scenario
