#pragma once

#include <nlohmann/json_fwd.hpp>

namespace concordat::cli
{
/// JSON has no infinity and no NaN: both become null.
[[nodiscard]] nlohmann::ordered_json write_json_number(double value);
}  // namespace concordat::cli
