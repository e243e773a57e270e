#pragma once

#include <array>

#include "models/state/bargain.hpp"

namespace concordat::selection
{
/// Freedoms and flexibilities as items of the negotiation (freedoms.yaml).
struct FreedomParams
{
    bool offered{};  ///< the regime has them
    std::array<double, state::freedom_count> council_gain{};  ///< [s.d. of value] what each is worth to the council
    double centre_loss{};  ///< [s.d. of value] loss of control that each costs the centre
    double spread{};       ///< [s.d. of value] over areas, targets and freedoms, of either side
};

/// Whether an area joins (entry.yaml).
struct EntryParams
{
    bool voluntary{};
    double money_per_target{};  ///< [s.d. of value] worth of the reward grant and pump-priming, per target
};
}  // namespace concordat::selection
