#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::delivery
{
/// How the response to a reward grows with its size (scenarios/parameters/delivery/motives.yaml).
struct MoneyParams
{
    double effort_per_thousand{};  ///< [effort points per GBP thousand] rho_gbp, at 400 thousand pounds a target
    double exponent{};             ///< xi: the response to a reward of B grows as B^xi
    double symbolic{};             ///< [sigma] s0: what the mere existence of a grant adds to a typical target's gain
};

/// [effort points per GBP thousand] rho_gbp (B/400)^(xi - 1) at the reward `offered` per target: what a
/// thousand pounds of a grant of that size is worth. Where nothing is offered it is rho_gbp.
///
/// Source: the rewards that were evaluated paid about 400 thousand pounds a target (docs/methods/delivery.md)
[[nodiscard]] double worth_of_thousand(MoneyParams const& money, core::Pounds offered);

/// [effort points per sigma] on rewarded targets that lets one of controllability `a`, whose partners all
/// feel it and have money to spare, gain `money.symbolic` more: s0 c / a^2.
[[nodiscard]] double symbolic_motive(MoneyParams const& money, double controllability, double effort_cost);
}  // namespace concordat::delivery
