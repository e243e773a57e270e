#pragma once

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads partners.csv; ordered by id, the council first. Needs the departments.
void read_partners(PackFolder& folder, state::Pack& pack);

/// Reads base_shares.csv (a row per lead department) and, where there is one,
/// base_share_overrides.csv (a row per indicator). Needs departments, indicators and partners.
void read_base_shares(PackFolder& folder, state::Pack& pack);

/// Reads spillovers.csv where there is one. Needs the indicators.
void read_spillovers(PackFolder& folder, state::Pack& pack);
}  // namespace concordat::scenario
