#pragma once

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"
#include "models/story/story.hpp"

namespace concordat::story
{
/// The talks over indicators, a chapter for each month in which somebody moved. Moves of one kind,
/// party and reason stand together; where they are few each is told with what it is worth to both
/// sides. Talks over levels are told with the agreement (agreement_told.hpp).
[[nodiscard]] Story tell_talks(AreaRecord const& record, Names const& names);
}  // namespace concordat::story
