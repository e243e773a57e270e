#pragma once

#include "models/whitehall/whitehall_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of the centre from the records under whitehall.*; the given gatekeeping and the
/// scale of named spillovers are the same as in demands and population.
[[nodiscard]] whitehall::WhitehallParams bind_whitehall(config::ParameterReader& in);
}  // namespace concordat::scenario
