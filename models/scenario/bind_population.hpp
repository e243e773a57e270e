#pragma once

#include "models/population/population_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the population's settings from the records under population.*.
[[nodiscard]] population::PopulationParams bind_population(config::ParameterReader& in);
}  // namespace concordat::scenario
