#pragma once

#include <optional>

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"
#include "models/story/story.hpp"

namespace concordat::story
{
/// Whether a move belongs to a refresh and not to the talks before the signature.
[[nodiscard]] bool is_of_refresh(state::Move const& move);

/// How an item stood at the signature: a refresh may have set or changed its level since.
[[nodiscard]] ItemRecord as_signed(AreaRecord const& record, ItemRecord item);

/// Years of delivery that were over when the item got its level: 0 at the signature; none where it
/// has no level.
[[nodiscard]] std::optional<int> find_level_year(AreaRecord const& record, ItemRecord const& item);

/// A chapter for each refresh that reopened something: which items, why, and their new stretch.
[[nodiscard]] Story tell_refreshes(AreaRecord const& record, Names const& names);
}  // namespace concordat::story
