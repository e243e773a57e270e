#pragma once

#include "models/delivery/params.hpp"
#include "models/incentives/incentive_params.hpp"
#include "models/inspection/inspection.hpp"
#include "models/measurement/shock_sampler.hpp"
#include "models/welfare/account.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
[[nodiscard]] incentives::IncentiveParams bind_incentives(config::ParameterReader& in);
[[nodiscard]] inspection::InspectionParams bind_inspection(config::ParameterReader& in);
[[nodiscard]] delivery::DeliveryParams bind_delivery(config::ParameterReader& in,
                                                     incentives::IncentiveParams const& incentives);
[[nodiscard]] measurement::ShockParams bind_measurement(config::ParameterReader& in);
[[nodiscard]] welfare::AccountParams bind_welfare(config::ParameterReader& in);
}  // namespace concordat::scenario
