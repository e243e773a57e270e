#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/store/schema.hpp"

namespace concordat::compare
{
/// Columns [index] of an outcome for the nation, one for each whole round of a study, in order.
/// \return empty where the schema has no such outcome
[[nodiscard]] std::vector<std::size_t> find_national_columns(store::Schema const& schema, std::string_view outcome);
}  // namespace concordat::compare
