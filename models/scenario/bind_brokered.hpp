#pragma once

#include "models/selection/brokered_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Reads the records of the negotiation month by month.
[[nodiscard]] selection::BrokeredParams bind_brokered(config::ParameterReader& in);
}  // namespace concordat::scenario
