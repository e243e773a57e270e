#pragma once

#include <string>
#include <vector>

#include "models/state/pack.hpp"
#include "models/state/transcript.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
/// The head of a table of moves (docs/methods/program.md).
[[nodiscard]] std::vector<std::string> list_move_columns();

/// Adds a row for each move.
/// \param scenario name for the first column
void add_moves(store::Table& table, std::string const& scenario, std::uint32_t replicate,
               std::vector<state::Move> const& moves, state::Pack const& pack);
}  // namespace concordat::cli
