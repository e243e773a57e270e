#pragma once

#include "models/behaviour/behaviour_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of behaviour from the records under behaviour.*; the ring-fenced share is delivery's.
[[nodiscard]] behaviour::BehaviourParams bind_behaviour(config::ParameterReader& in);
}  // namespace concordat::scenario
