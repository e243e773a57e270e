#include "models/whitehall/pooled_fund.hpp"

#include "sim/core/check.hpp"

namespace concordat::whitehall
{
double pool_stake(PoolParams const& params)
{
    if (params.size.value() == 0.0) return 0.0;
    core::require(params.discretionary_share.value() > 0.0, "key-holders have discretionary spending");
    return params.size / params.discretionary_share;
}

bool all_keys_turn(PoolParams const& params, int keys, double weight)
{
    double expected = pool_stake(params);
    if (keys < 2 || expected == 0.0) return false;
    for (int other = 1; other < keys; ++other) expected *= params.key_belief.value();
    return expected >= params.key_cost * (1.0 - weight);
}
}  // namespace concordat::whitehall
