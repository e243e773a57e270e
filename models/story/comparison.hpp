#pragma once

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"
#include "models/story/story.hpp"

namespace concordat::story
{
/// What differs between one area's rounds under two scenarios with the same luck: items that only
/// one of them has, levels, and what came of it. `first` and `second` name the scenarios.
[[nodiscard]] Chapter tell_differences(AreaRecord const& before, std::string const& first, AreaRecord const& after,
                                       std::string const& second, Names const& names);
}  // namespace concordat::story
