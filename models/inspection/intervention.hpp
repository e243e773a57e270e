#pragma once

#include "models/inspection/floors.hpp"

namespace concordat::inspection
{
/// Helps an area with an indicator for a year, at a price.
void send_help(FloorParams const& params, Eigen::Index area, Eigen::Index indicator,
               state::Population const& population, state::Standing& standing, state::Assessment& assessment);

/// Has the centre direct an area: trust between them is lost, and the Government Office has no say.
void take_charge(FloorParams const& params, Eigen::Index area, state::Population& population,
                 state::Assessment& assessment);
}  // namespace concordat::inspection
