#pragma once

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"
#include "models/story/story.hpp"

namespace concordat::story
{
/// A chapter for each year of delivery that was written down: who took part, what effort went where,
/// what moved, how reports stand against the way to the target, and where effort no longer pays.
[[nodiscard]] Story tell_years(AreaRecord const& record, Names const& names);
}  // namespace concordat::story
