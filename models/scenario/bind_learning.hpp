#pragma once

#include "models/learning/buy_in.hpp"
#include "models/learning/cooperation.hpp"
#include "models/learning/diffusion.hpp"
#include "models/learning/habits.hpp"
#include "models/learning/payment_belief.hpp"
#include "models/learning/productivity_belief.hpp"
#include "models/learning/trust.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// All that areas and departments learn.
struct LearningGroup
{
    learning::TrustParams trust{};
    learning::CooperationParams cooperation{};
    learning::BuyInParams buy_in{};
    learning::PaymentParams payment{};
    learning::ProductivityParams productivity{};
    learning::DiffusionParams diffusion{};
    learning::HabitParams habits{};
};

/// Fills the settings of learning from the records under learning.*; the bounds of buy-in, the
/// belief in payment at the start and the ring-fenced share are those of population and delivery.
[[nodiscard]] LearningGroup bind_learning(config::ParameterReader& in);
}  // namespace concordat::scenario
