#pragma once

#include "sim/core/lanes.hpp"

namespace concordat::state
{
/// What a scheme may look at to price one more unit of measured performance, for one slot of a
/// block of areas in one year. Money in GBP thousand, performance in sigma.
struct SlopeContext
{
    core::Lanes expected{};   ///< [sigma] mu_t, expected final performance without further gain
    core::Lanes target{};     ///< [sigma] T
    core::Lanes stretch{};    ///< [sigma] S, > 0
    core::Lanes announced{};  ///< [sigma] x0
    core::Lanes spread{};     ///< [sigma] s_t, s.d. of what remains uncertain
};

/// A slope and its derivative in expected performance.
struct Slope
{
    core::Lanes value{};       ///< [GBP thousand per sigma]
    core::Lanes derivative{};  ///< [GBP thousand per sigma^2]
};
}  // namespace concordat::state
