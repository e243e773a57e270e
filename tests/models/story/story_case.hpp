#pragma once

#include <string>
#include <vector>

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"
#include "models/story/story.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::test
{
/// Leeds with six indicators of the Home Office and a department of a long name.
inline state::Pack make_story_pack()
{
    auto pack = support::make_small_pack(2, 6, 1);
    pack.areas[0].name = "Leeds";
    pack.areas[0].deprivation = 1.0;
    pack.area_types = {"metropolitan district"};
    pack.regions = {"Yorkshire and The Humber"};
    pack.areas[0].region = state::RegionId{0};
    pack.departments = {{"HO", "Home Office"}, {"DCSF", "Department for Children, Schools and Families"}};
    pack.indicators[0].name = "Pupils at school";
    pack.indicators[2].name = "Re-offending";
    return pack;
}

inline state::Move make_move(int month, int indicator, state::Party from, state::MoveKind kind,
                             state::MoveReason reason = state::MoveReason::none, double council = 0.0,
                             double centre = 0.0, int other = -1)
{
    return {.area = 0,
            .month = static_cast<std::int16_t>(month),
            .indicator = static_cast<std::int16_t>(indicator),
            .other = static_cast<std::int16_t>(other),
            .from = from,
            .to = from == state::Party::council ? state::Party::department : state::Party::council,
            .kind = kind,
            .reason = reason,
            .value_council = council,
            .value_centre = centre};
}

/// Every text of a chapter, a line each.
inline std::string texts(story::Chapter const& chapter)
{
    std::string all;
    for (auto const& passage : chapter.passages) all += passage.text + "\n";
    return all;
}
}  // namespace concordat::test
