#pragma once

#include <string>
#include <vector>

#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// A property that may explain how often an indicator is chosen, over the pack's indicators.
struct SalienceCovariate
{
    std::string name{};
    std::vector<double> values{};  ///< 1 where the indicator has it, else 0
};

/// What the salience fit may look at: PSA link, perception, Place Survey (no baseline before the
/// survey), lead department and subject group.
[[nodiscard]] std::vector<SalienceCovariate> list_salience_covariates(state::Pack const& pack);
}  // namespace concordat::scenario
