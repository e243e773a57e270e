#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/state/pack.hpp"
#include "models/state/transcript.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
/// The head of a table of moves (docs/methods/program.md).
[[nodiscard]] std::vector<std::string> list_move_columns();

/// Where moves come from.
struct MoveOrigin
{
    std::string scenario{};
    std::uint32_t replicate{};
    std::size_t round{};  ///< [count] of the scenario, from 1
};

/// Adds a row for each move.
void add_moves(store::Table& table, MoveOrigin const& origin, std::vector<state::Move> const& moves,
               state::Pack const& pack);
}  // namespace concordat::cli
