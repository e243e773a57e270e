#pragma once

#include <filesystem>

#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads a data pack: a folder of tables that describe one country and year
/// (docs/methods/data_pack.md has the format).
///
/// Rows may stand in any order: areas are kept by id, indicators by number, partners by id, the
/// rest by name, so that a permuted pack gives an identical `Pack`.
///
/// \throws core::InputError with every problem that was found
[[nodiscard]] state::Pack read_pack(std::filesystem::path const& path);
}  // namespace concordat::scenario
