#pragma once

#include "models/levels/level_bargaining.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of level bargaining from the records under levels.*; the quality of evidence
/// and the standard controllability are the same as in demands and population.
[[nodiscard]] levels::LevelParams bind_levels(config::ParameterReader& in);
}  // namespace concordat::scenario
