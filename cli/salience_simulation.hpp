#pragma once

#include <cstdint>

#include "analysis/calibration/salience_fit.hpp"
#include "models/state/pack.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::cli
{
/// What a pack publishes of choices, and what may explain them.
[[nodiscard]] calibration::SalienceProblem state_salience_problem(state::Pack const& pack);

/// Counts how many areas choose each indicator under a given salience: population, demands and
/// selection of one replicate of the model with these parameters.
/// \throws core::InputError where pack and parameters do not fit together
[[nodiscard]] calibration::CountSimulator make_count_simulator(
    state::Pack const& pack, config::ParameterTable const& parameters, std::uint64_t seed);
}  // namespace concordat::cli
