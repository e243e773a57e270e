#include "cli/json_number.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace concordat::cli
{
nlohmann::ordered_json write_json_number(double value)
{
    if (!std::isfinite(value)) return nullptr;
    return value;
}
}  // namespace concordat::cli
