#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "analysis/report/sections.hpp"

namespace concordat::report
{
nlohmann::ordered_json number(double value)
{
    if (!std::isfinite(value)) return nullptr;
    return value;
}

nlohmann::ordered_json short_number(double value, int digits)
{
    if (!std::isfinite(value)) return nullptr;
    return std::strtod(fmt::format("{:.{}g}", value, digits).c_str(), nullptr);
}
}  // namespace concordat::report
