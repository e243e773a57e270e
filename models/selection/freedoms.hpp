#pragma once

#include <span>

#include "models/selection/luck.hpp"
#include "models/selection/minutes.hpp"
#include "models/selection/selection_params.hpp"
#include "models/selection/table_facts.hpp"
#include "models/selection/talks.hpp"
#include "models/state/bargain.hpp"

namespace concordat::selection
{
/// With each target the council asks for the freedom that it would value most there; the centre
/// weighs the loss of control against the council's gain by the rule for all items at the deadline,
/// tau g^C + phi (1 - tau) g^L >= 0. Freedoms take no slot. A target worth less than a slot to the
/// council may be traded for one: then the sums with the target decide.
///
/// \param chosen positions of the agreed items
/// \return [s.d. of value] what the granted freedoms are worth to the council
double negotiate_freedoms(FreedomParams const& params, Parties const& who, TableFacts const& facts, std::span<int const> chosen,
                          Luck const& luck, Talks const& talks, Minutes& minutes, state::Bargain& bargain);

/// Does the council join a voluntary scheme? It does where the items' gains, the freedoms and the
/// money are worth more than nothing together.
[[nodiscard]] bool enters(EntryParams const& params, std::span<int const> chosen, double freedoms_worth, Talks const& talks,
                          Minutes& minutes);

/// What is recorded of an area that stays out: that it talked, and no agreement.
void stay_out(int area, state::Bargain& bargain);
}  // namespace concordat::selection
