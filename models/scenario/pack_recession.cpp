#include "models/scenario/pack_recession.hpp"

#include "models/scenario/pack_lookup.hpp"

namespace concordat::scenario
{
void read_recession(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    if (!folder.has("recession")) return;
    auto const table = folder.read("recession", {{"number"}, {"effect"}, {"reason"}});
    if (!table) return;
    pack.recession_effect.setZero(static_cast<Eigen::Index>(pack.indicator_count()));
    auto const index = indicator_index(pack);
    UniqueKeys keys{"indicator"};
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const indicator = read_id(row, "number", "indicator", index);
        auto const effect = row.number("effect", {-5, 5, "sigma over the whole recession"});
        (void)row.text("reason");
        if (!indicator || !effect) continue;
        keys.add(row, "number", std::to_string(pack.indicators[static_cast<std::size_t>(*indicator)].number));
        pack.recession_effect(*indicator) = *effect;
    }
}
}  // namespace concordat::scenario
