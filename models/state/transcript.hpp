#pragma once

#include <cstdint>
#include <vector>

namespace concordat::state
{
/// Who speaks or is spoken to.
enum class Party : std::uint8_t { council, partnership, government_office, department, minister, adviser };

/// What is done. One word of the record each (docs/methods/selection.md).
enum class MoveKind : std::uint8_t
{
    table,          ///< puts an item forward
    accept,
    swap_in,        ///< accepts it in place of another item, named in `other`
    swap_out,
    link,           ///< accepts it against another item, named in `other`
    bridge,         ///< the broker puts forward what neither side did
    evidence,       ///< offers evidence of need
    late_demand,
    send_back,      ///< the Government Office or the minister returns it
    withdraw,
    deal_breaker,
    park,           ///< agrees it as a placeholder
    last_offer,     ///< the broker's last offer is taken
    tell,
    refuse,
    keep,           ///< the council keeps its own item
    override_advice,///< the minister departs from third-party advice
    grant_freedom,
    refuse_freedom,
    offer_level,    ///< levels: `value_council` holds the council's stretch, `value_centre` the centre's
    agree_level,
    impose_level,
    enter,          ///< voluntary regimes: the council joins
    stay_out,
    sign,
};

/// Why, in the model's terms.
enum class MoveReason : std::uint8_t
{
    none, in_draft, centre_ask, both_want, own_gain, conceded, need_shown, no_need, no_evidence, slot_free, full,
    must_have, announcement, deadline, missing_baseline, attention, coordination, cost, statutory, rounding, trajectory,
    redefinition, common_shock,
};

/// One move of one area's negotiation.
struct Move
{
    std::int32_t area{};       ///< [index]
    std::int16_t month{};      ///< 0 is the start
    std::int16_t indicator{};  ///< [index], -1 where no indicator is meant
    std::int16_t other{-1};    ///< [index] second indicator of swaps and links; department or freedom where named
    Party from{};
    Party to{};
    MoveKind kind{};
    MoveReason reason{};
    double value_council{};    ///< [s.d. of value] or [sigma] for levels
    double value_centre{};
};

/// The record of a negotiation. Nothing is written while it is off.
struct Transcript
{
    bool on{};
    std::int32_t only_area{-1};  ///< [index] -1: all areas
    std::vector<Move> moves{};

    [[nodiscard]] bool wants(int area) const { return on && (only_area < 0 || only_area == area); }
    void write(Move const& move)
    {
        if (wants(move.area)) moves.push_back(move);
    }
};
}  // namespace concordat::state
