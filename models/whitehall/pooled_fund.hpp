#pragma once

#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// What the pool is worth to a key-holder, in units of its discretionary spending on the agreement.
[[nodiscard]] double pool_stake(PoolParams const& params);

/// Do all key-holders turn their keys? A stag hunt: the fund is paid only if everybody turns, and a
/// key that is turned costs its holder control whether it is paid or not. A holder who expects each
/// other one to turn with probability `key_belief` turns if
///
///     (pool / discretionary) belief^(keys - 1) >= cost (1 - weight)
///
/// with `weight` the part of others' aims that it counts as its own. What matters is the pool against
/// discretionary spending, not against all spending: with 1 % of spending in the pool and 2 % free
/// to move, half of what a finance officer controls is at stake.
///
/// Source: Harsanyi and Selten (1988) on risk dominance; the triple-key budgets of criminal justice
/// (ifg_performance_art.txt, line 3893); docs/methods/whitehall.md
/// \pre discretionary_share > 0
[[nodiscard]] bool all_keys_turn(PoolParams const& params, int keys, double weight);
}  // namespace concordat::whitehall
