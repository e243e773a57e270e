#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::selection
{
/// Private values of a double auction over single items (auction.yaml).
struct AuctionParams
{
    double width{};          ///< [s.d. of value] range over which each side's weighted gain is believed to lie
    core::Share revealed{};  ///< probability that evidence reveals both sides' values of an item
};
}  // namespace concordat::selection
