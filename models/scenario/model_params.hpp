#pragma once

#include "models/behaviour/behaviour_params.hpp"
#include "models/delivery/params.hpp"
#include "models/demands/asks.hpp"
#include "models/demands/demands_params.hpp"
#include "models/gaming/gaming_params.hpp"
#include "models/incentives/incentive_params.hpp"
#include "models/inspection/complaint_params.hpp"
#include "models/inspection/floors.hpp"
#include "models/inspection/inspection.hpp"
#include "models/levels/level_params.hpp"
#include "models/levels/refresh_params.hpp"
#include "models/inspection/publication.hpp"
#include "models/inspection/scoring.hpp"
#include "models/inspection/supervision.hpp"
#include "models/measurement/recording_params.hpp"
#include "models/measurement/shock_sampler.hpp"
#include "models/population/population_params.hpp"
#include "models/scenario/bind_learning.hpp"
#include "models/scenario/bind_politics.hpp"
#include "models/selection/multi_area_params.hpp"
#include "models/selection/selection_params.hpp"
#include "models/welfare/account.hpp"
#include "models/whitehall/whitehall_params.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
/// Every number of a scenario, mechanism by mechanism.
struct ModelParams
{
    population::PopulationParams population{};
    whitehall::WhitehallParams whitehall{};
    demands::DemandsParams demands{};
    demands::AskParams asks{};
    selection::SelectionParams selection{};
    selection::MultiAreaParams multi_area{};
    levels::LevelTalksParams level_talks{};
    levels::RefreshParams refresh{};
    incentives::IncentiveParams incentives{};
    gaming::GamingParams gaming{};
    inspection::InspectionParams inspection{};
    inspection::ScoringParams scoring{};
    inspection::FloorParams floors{};
    inspection::PublicationParams publication{};
    inspection::SupervisionParams supervision{};
    inspection::ComplaintParams complaints{};
    behaviour::BehaviourParams behaviour{};
    delivery::DeliveryParams delivery{};
    measurement::ShockParams shocks{};
    LearningGroup learning{};
    PoliticsGroup politics{};
    measurement::RecordingParams recording{};
    welfare::AccountParams account{};
};

/// Reads all of them; checks between parameters that no single range can express are collected.
/// \param contests tables of contests that models share; nullptr: each makes its own
/// \throws core::InputError where values do not fit together
[[nodiscard]] ModelParams bind_model(config::ParameterReader& in, std::shared_ptr<incentives::ContestLibrary> contests = nullptr);
}  // namespace concordat::scenario
