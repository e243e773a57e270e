#pragma once

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads psas.csv where there is one: the public service agreements with their lead and contributing
/// departments, ascending by number. Needs the departments.
void read_service_agreements(PackFolder& folder, state::Pack& pack);
}  // namespace concordat::scenario
