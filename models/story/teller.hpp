#pragma once

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"
#include "models/story/story.hpp"

namespace concordat::story
{
/// One area's round from beginning to settlement.
[[nodiscard]] Story tell_round(AreaRecord const& record, Names const& names);
}  // namespace concordat::story
