#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::levels
{
/// When agreements reopen (scenarios/parameters/levels/refresh.yaml).
struct RefreshParams
{
    core::Share data{};            ///< probability that a missing baseline is there after a year
    core::Share parked_return{};   ///< probability that an item parked for want of agreement is talked about again
    core::Share flexibility{};     ///< flex: probability that a new definition may be brought into the level
    core::Sigma shock_threshold{}; ///< common shock from which a side asks for a new level; infinite: none asks
    core::Share shock_consent{};   ///< probability that a side without any power agrees to that
    double staff_months{};         ///< [FTE-months per item] of work
    int signed_after{};            ///< [months] from the start of talks to signature
};
}  // namespace concordat::levels
