#include "models/scenario/pack_reader.hpp"

#include "models/scenario/pack_areas.hpp"
#include "models/scenario/pack_folder.hpp"
#include "models/scenario/pack_groups.hpp"
#include "models/scenario/pack_indicators.hpp"
#include "models/scenario/pack_notes.hpp"
#include "models/scenario/pack_partners.hpp"
#include "models/scenario/pack_service_agreements.hpp"
#include "models/scenario/pack_recession.hpp"
#include "models/scenario/pack_tiles.hpp"

namespace concordat::scenario
{
state::Pack read_pack(std::filesystem::path const& path)
{
    core::Problems problems;
    if (!std::filesystem::is_directory(path)) {
        problems.add({path.string()}, "is not a folder; a data pack is a folder of tables");
        problems.throw_if_any();
    }
    PackFolder folder{path, problems};
    folder.check_names();
    auto const notes = read_pack_notes(folder);
    state::Pack pack;
    pack.name = notes.name;
    read_groups(folder, pack);
    read_departments(folder, pack);
    read_service_agreements(folder, pack);
    read_areas(folder, pack);
    read_indicators(folder, pack);
    read_partners(folder, pack);
    // The remaining tables only refer to the first ones: half-read lists would give false alarms.
    problems.throw_if_any();
    read_salience(folder, pack);
    read_base_shares(folder, pack);
    read_spillovers(folder, pack);
    read_recession(folder, pack);
    (void)read_tiles(folder, pack);  // checked; only reports use it
    check_notes(notes, folder);
    problems.throw_if_any();
    return pack;
}
}  // namespace concordat::scenario
