#pragma once

#include "models/levels/level_params.hpp"
#include "models/levels/refresh_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of level bargaining from the records under levels.*; the quality of evidence
/// and the standard controllability are the same as in demands and population.
[[nodiscard]] levels::LevelParams bind_levels(config::ParameterReader& in);
/// All of the talks over levels; what the ratchet takes back comes from incentives.ratchet.
[[nodiscard]] levels::LevelTalksParams bind_level_talks(config::ParameterReader& in);
[[nodiscard]] levels::RefreshParams bind_refresh(config::ParameterReader& in);
}  // namespace concordat::scenario
