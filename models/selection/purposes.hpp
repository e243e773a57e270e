#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What the negotiation draws. Entity: indicator number (or as noted); column: area id; period:
/// `period_of` the round and the month, 0 where the draw does not depend on the month.
namespace concordat::selection::purpose
{
inline constexpr random::Purpose autonomy{"selection.autonomy"};        ///< entity: region; column 0
inline constexpr random::Purpose first_draft{"selection.first_draft"};  ///< entity: area; column 0
inline constexpr random::Purpose contest{"selection.contest"};
inline constexpr random::Purpose screen{"selection.screen"};
inline constexpr random::Purpose late_demand{"selection.late_demand"};  ///< entity: department
inline constexpr random::Purpose late_taste{"selection.late_taste"};
inline constexpr random::Purpose late_screen{"selection.late_screen"};
inline constexpr random::Purpose bridge{"selection.bridge"};
inline constexpr random::Purpose evidence{"selection.evidence"};
inline constexpr random::Purpose deal_breaker{"selection.deal_breaker"};
inline constexpr random::Purpose last_offer{"selection.last_offer"};
inline constexpr random::Purpose park{"selection.park"};
inline constexpr random::Purpose tell{"selection.tell"};
inline constexpr random::Purpose block{"selection.block"};
inline constexpr random::Purpose hold{"selection.hold"};
inline constexpr random::Purpose send_back{"selection.send_back"};
inline constexpr random::Purpose placeholder{"selection.placeholder"};
inline constexpr random::Purpose council_freedom{"selection.freedom.council"};
inline constexpr random::Purpose centre_freedom{"selection.freedom.centre"};
inline constexpr random::Purpose revealed{"selection.auction.revealed"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{
    autonomy, first_draft, contest, screen, late_demand, late_taste, late_screen, bridge, evidence, deal_breaker,
    last_offer, park, tell, block, hold, send_back, placeholder, council_freedom, centre_freedom, revealed};
}  // namespace concordat::selection::purpose
