#pragma once

#include "models/delivery/worth_of_money.hpp"
#include "models/incentives/incentive_params.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
[[nodiscard]] delivery::MoneyParams bind_money(config::ParameterReader& in);

/// [effort points per GBP thousand] at the reward that is on offer.
[[nodiscard]] double bind_worth(config::ParameterReader& in, incentives::IncentiveParams const& incentives);

/// [effort points per sigma] of a grant's mere existence, on targets that it rewards.
[[nodiscard]] double bind_symbolic(config::ParameterReader& in, incentives::IncentiveParams const& incentives);
}  // namespace concordat::scenario
