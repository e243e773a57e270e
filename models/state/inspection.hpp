#pragma once

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What inspection adds to the worth of one more sigma, before each partner's reputation weight.
struct InspectionSlopes
{
    PerArea any_indicator{};   ///< [effort points per sigma] on every indicator of the set
    PerArea agreement_item{};  ///< [effort points per sigma] on top, for indicators in the agreement
};
}  // namespace concordat::state
