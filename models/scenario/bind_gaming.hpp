#pragma once

#include "models/gaming/gaming_params.hpp"
#include "models/incentives/incentive_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of misreporting and audit from the records under gaming.*; what a pound is worth
/// is delivery's, where the reward has jumps and slopes the scheme's.
[[nodiscard]] gaming::GamingParams bind_gaming(config::ParameterReader& in,
                                               incentives::IncentiveParams const& incentives);
}  // namespace concordat::scenario
