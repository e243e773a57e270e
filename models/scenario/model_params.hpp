#pragma once

#include "models/behaviour/behaviour_params.hpp"
#include "models/delivery/params.hpp"
#include "models/demands/asks.hpp"
#include "models/demands/demands_params.hpp"
#include "models/incentives/incentive_params.hpp"
#include "models/inspection/inspection.hpp"
#include "models/levels/level_bargaining.hpp"
#include "models/measurement/shock_sampler.hpp"
#include "models/population/population_params.hpp"
#include "models/selection/joint_package.hpp"
#include "models/welfare/account.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
/// Every number of a scenario, mechanism by mechanism.
struct ModelParams
{
    population::PopulationParams population{};
    demands::DemandsParams demands{};
    demands::AskParams asks{};
    selection::SelectionParams selection{};
    levels::LevelParams levels{};
    incentives::IncentiveParams incentives{};
    inspection::InspectionParams inspection{};
    behaviour::BehaviourParams behaviour{};
    delivery::DeliveryParams delivery{};
    measurement::ShockParams shocks{};
    welfare::AccountParams account{};
};

/// Reads all of them; checks between parameters that no single range can express are collected.
/// \throws core::InputError where values do not fit together
[[nodiscard]] ModelParams bind_model(config::ParameterReader& in);
}  // namespace concordat::scenario
