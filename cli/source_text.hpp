#pragma once

#include <string>

#include "sim/config/parameter.hpp"

namespace concordat::cli
{
/// "Performance Art (2008), section 6.5 (ifg_performance_art.txt, line 4055)" or
/// "assumption: why".
[[nodiscard]] std::string write_source(config::Source const& source);

/// "file:line:column", from the present folder where the file is inside it; only the file where no
/// line is known.
[[nodiscard]] std::string write_position(core::Position const& where);

/// "40000 GBP/target"; a pure number and a word stand alone.
[[nodiscard]] std::string write_value(config::Value const& value, std::string const& unit);
}  // namespace concordat::cli
