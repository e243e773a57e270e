#pragma once

#include <string>
#include <vector>

#include "models/scenario/pack_support.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
[[nodiscard]] std::vector<std::string> department_codes(state::Pack const& pack);
[[nodiscard]] std::vector<std::string> partner_codes(state::Pack const& pack);
/// Position of every indicator number.
[[nodiscard]] IdIndex indicator_index(state::Pack const& pack);
}  // namespace concordat::scenario
