#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What the population draws, one stream each.
namespace concordat::population::purpose
{
inline constexpr random::Purpose deprivation{"population.deprivation"};
inline constexpr random::Purpose capability{"population.capability"};
inline constexpr random::Purpose buy_in{"population.buy_in"};
inline constexpr random::Purpose trust{"population.trust"};
inline constexpr random::Purpose cooperation{"population.cooperation"};
inline constexpr random::Purpose champion{"population.champion"};
inline constexpr random::Purpose centre_weight{"population.centre_weight"};
inline constexpr random::Purpose slot_cost{"population.slot_cost"};
inline constexpr random::Purpose controllability{"population.controllability"};
/// One stream for all common factors; the factor's place in state::CommonFactor is the column.
inline constexpr random::Purpose loading{"population.loading"};
inline constexpr random::Purpose trend_mean{"population.trend_mean"};
inline constexpr random::Purpose distortion{"population.distortion"};
inline constexpr random::Purpose missing_baseline{"population.missing_baseline"};
inline constexpr random::Purpose response_lag{"population.response_lag"};
inline constexpr random::Purpose top_down{"population.top_down"};
inline constexpr random::Purpose national_gain{"population.national_gain"};
inline constexpr random::Purpose social_value{"population.social_value"};
inline constexpr random::Purpose need_sign{"population.need_sign"};
inline constexpr random::Purpose need{"population.need"};
inline constexpr random::Purpose trend{"population.trend"};
inline constexpr random::Purpose spillover{"population.spillover"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{
    deprivation, capability, buy_in, trust, cooperation, champion, centre_weight, slot_cost, controllability, loading, trend_mean, distortion, missing_baseline, response_lag, top_down, national_gain, social_value, need_sign, need, trend, spillover};
}  // namespace concordat::population::purpose
