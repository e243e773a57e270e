#pragma once

#include <string>

#include "models/story/area_record.hpp"
#include "models/story/names.hpp"

namespace concordat::story
{
/// What came of the targets that the area holds together with others; empty where it holds none.
[[nodiscard]] std::string tell_joint(AreaRecord const& record, Names const& names);
}  // namespace concordat::story
