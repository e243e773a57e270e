#pragma once

#include <memory>

#include "models/behaviour/innovation.hpp"
#include "models/cycle/delivery_run.hpp"
#include "models/cycle/model.hpp"
#include "models/cycle/round_params.hpp"
#include "models/delivery/deadlock.hpp"
#include "models/delivery/freedom_effects.hpp"
#include "models/demands/salience.hpp"
#include "models/demands/value_formation.hpp"
#include "models/gaming/audit.hpp"
#include "models/gaming/falsification.hpp"
#include "models/gaming/temptation.hpp"
#include "models/inspection/complaints.hpp"
#include "models/inspection/floors.hpp"
#include "models/inspection/inspection.hpp"
#include "models/inspection/outlook_estimate.hpp"
#include "models/inspection/publication.hpp"
#include "models/inspection/scoring.hpp"
#include "models/inspection/supervision.hpp"
#include "models/learning/buy_in.hpp"
#include "models/learning/cooperation.hpp"
#include "models/learning/diffusion.hpp"
#include "models/learning/habits.hpp"
#include "models/learning/payment_belief.hpp"
#include "models/learning/productivity_belief.hpp"
#include "models/learning/trust.hpp"
#include "models/levels/level_talks.hpp"
#include "models/levels/refresh.hpp"
#include "models/measurement/definition_shocks.hpp"
#include "models/measurement/detection_drift.hpp"
#include "models/measurement/shock_sampler.hpp"
#include "models/politics/abolition.hpp"
#include "models/politics/decoupling.hpp"
#include "models/politics/elections.hpp"
#include "models/politics/engagement.hpp"
#include "models/politics/recession.hpp"
#include "models/population/evolution.hpp"
#include "models/population/population_sampler.hpp"
#include "models/selection/joint_areas.hpp"
#include "models/selection/protocol.hpp"
#include "models/whitehall/whitehall.hpp"

namespace concordat::cycle
{
/// The mechanisms of one scenario, in the order in which a round meets them. Everything is const:
/// what changes lives in a World.
struct Model::Parts
{
    std::shared_ptr<state::Pack const> pack;
    scenario::ModelParams params;
    // The beginning of a replicate and of a round
    population::PopulationSampler population;
    population::Evolution evolution;
    whitehall::Whitehall whitehall;
    // The agreement
    demands::Salience salience;
    demands::ValueFormation values;
    selection::JointAreas joint_areas;
    std::unique_ptr<selection::Protocol const> selection;
    levels::LevelTalks levels;
    levels::Refresh refresh;
    // Delivery, seen and rewarded
    inspection::Inspection inspection;
    inspection::OutlookEstimate outlook;
    inspection::Scoring scoring;
    inspection::Floors floors;
    inspection::Publication publication;
    inspection::Supervision supervision;
    inspection::Complaints complaints;
    measurement::ShockSampler shocks;
    measurement::DefinitionShocks definitions;
    measurement::DetectionDrift drift;
    gaming::Temptation temptation;
    gaming::Falsification falsification;
    gaming::Audit audit;
    delivery::FreedomEffects freedoms;
    delivery::Deadlock deadlock;
    incentives::Prizes prizes;
    incentives::SingleRewards single_rewards;
    incentives::Families families;
    delivery::Technology technology;
    behaviour::Innovation innovation;
    behaviour::Calendar calendar;
    DeliveryRun delivery;
    // What areas learn
    learning::Trust trust;
    learning::Cooperation cooperation;
    learning::BuyIn buy_in;
    learning::PaymentBelief payment;
    learning::ProductivityBelief productivity;
    learning::Diffusion diffusion;
    learning::Habits habits;
    // Politics
    politics::Elections elections;
    politics::Engagement engagement;
    politics::Decoupling decoupling;
    politics::Recession recession;
    politics::Abolition abolition;

    Parts(std::shared_ptr<state::Pack const> given, scenario::ModelParams const& with);
};
}  // namespace concordat::cycle
