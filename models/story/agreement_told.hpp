#pragma once

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"
#include "models/story/story.hpp"

namespace concordat::story
{
/// Who the area is when talks begin.
[[nodiscard]] Chapter tell_beginning(AreaRecord const& record, Names const& names);

/// What was signed: items by law, and each chosen item with its level, how it came about and what
/// it is worth.
[[nodiscard]] Chapter tell_agreement(AreaRecord const& record, Names const& names);

/// What was met, partly met and missed, what was paid, and what improved in truth.
[[nodiscard]] Chapter tell_settlement(AreaRecord const& record, Names const& names);
}  // namespace concordat::story
