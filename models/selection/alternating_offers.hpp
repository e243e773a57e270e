#pragma once

#include "models/selection/selection_params.hpp"

namespace concordat::selection
{
/// Shares of a pie of size one.
struct Division
{
    double council{};
    double centre{};
};

/// What two patient sides that take turns agree on at once: the subgame-perfect division.
///
/// Without an end the first proposer gets (1 - d2)/(1 - d1 d2), d1 its own and d2 the other side's
/// discount factor; with an end after N offers, the last proposer takes all and the shares follow
/// backwards, with a common d (1 - (-d)^N)/(1 + d).
///
/// Source: Rubinstein (1982), Econometrica 50(1), 97-109; Stahl (1972) for the finite horizon.
/// \pre both discount factors in (0, 1), or in (0, 1] where talks end
[[nodiscard]] Division divide_pie(OfferParams const& params);
}  // namespace concordat::selection
