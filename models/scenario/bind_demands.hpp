#pragma once

#include "models/demands/asks.hpp"
#include "models/demands/demands_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of salience and values from the records under demands.*.
[[nodiscard]] demands::DemandsParams bind_demands(config::ParameterReader& in);
/// Fills the settings of the contest for slots from the records under demands.asks.*.
[[nodiscard]] demands::AskParams bind_asks(config::ParameterReader& in);
}  // namespace concordat::scenario
