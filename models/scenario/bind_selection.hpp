#pragma once

#include "models/selection/joint_package.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the rules of the agreement from the records under selection.*.
[[nodiscard]] selection::SelectionParams bind_selection(config::ParameterReader& in);
}  // namespace concordat::scenario
