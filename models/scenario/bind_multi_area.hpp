#pragma once

#include "models/selection/multi_area_params.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
[[nodiscard]] selection::MultiAreaParams bind_multi_area(config::ParameterReader& in);
}  // namespace concordat::scenario
