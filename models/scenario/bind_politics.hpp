#pragma once

#include "models/politics/abolition.hpp"
#include "models/politics/decoupling.hpp"
#include "models/politics/elections.hpp"
#include "models/politics/engagement.hpp"
#include "models/politics/recession.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Local politics and national events.
struct PoliticsGroup
{
    politics::ElectionParams elections{};
    politics::EngagementParams engagement{};
    politics::DecouplingParams decoupling{};
    politics::RecessionParams recession{};
    politics::AbolitionParams abolition{};
};

/// Fills the settings of politics from the records under politics.*.
[[nodiscard]] PoliticsGroup bind_politics(config::ParameterReader& in);
}  // namespace concordat::scenario
