#pragma once

#include <filesystem>

#include "models/state/pack.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// Reads partners.csv; ordered by id, the council first. Needs the departments.
void read_partners(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);

/// Reads base_shares.csv (a row per lead department) and, where there is one,
/// base_share_overrides.csv (a row per indicator). Needs departments, indicators and partners.
void read_base_shares(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);

/// Reads spillovers.csv where there is one. Needs the indicators.
void read_spillovers(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);
}  // namespace concordat::scenario
