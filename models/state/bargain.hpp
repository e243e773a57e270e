#pragma once

#include <cstdint>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// Freedoms and flexibilities that an agreement may grant.
enum class Freedom : std::uint8_t
{
    budget_pooling,      ///< partners may pool money
    target_flexing,      ///< targets may be adapted to the place
    monitoring_relief,   ///< fewer returns to the centre
    ring_fence_release,  ///< grants lose their fences
    merged_partnerships, ///< partnerships demanded by the centre may merge
    inspection_relief,   ///< fewer inspections
};
inline constexpr int freedom_count = 6;

/// How the negotiation over indicators went, one number per padded area; counts are of items.
struct Bargain
{
    PerArea months{};         ///< [months] until the agreement was settled
    PerArea asks{};           ///< tabled by the centre at the start; late demands are counted apart
    PerArea told{};           ///< in the agreement because the centre told
    PerArea parked{};         ///< placeholders: in the agreement without a level
    PerArea late{};           ///< late demands made
    PerArea late_accepted{};
    PerArea late_refused{};   ///< refused, told no, or dropped; the rest was returned by the Government Office
    PerArea refused{};        ///< asks that did not get in
    PerArea swapped{};
    PerArea traded{};         ///< linked trades
    PerArea deal_breakers{};
    PerArea prescribed{};     ///< not in the council's draft and worth less than a slot to it
    PerArea evidence{};       ///< items on which evidence was presented and heard
    PerArea moves{};          ///< moves of all kinds
    PerArea last_month{};     ///< settled in the last month, of those settled after month 0
    PerArea settled_later{};  ///< settled after month 0
    PerArea council_gain{};   ///< [s.d. of value] sum over chosen items of v^L - c
    PerArea centre_gain{};    ///< [s.d. of value] sum over chosen items of v^C - c
    PerArea freedoms{};       ///< freedoms granted, one or none with each target and in trades
    AreaFlagTable freedom_granted{};  ///< 1 where the area won this freedom at least once, shape [A, freedom_count]
    PerArea entered{};        ///< [flag] 1 where the area has an agreement, 0 where it stayed out
    PerArea rush{};           ///< [share] of contested items still open at the deadline

    void resize(std::int64_t areas_padded)
    {
        for (auto* column : {&months, &asks, &told, &parked, &late, &late_accepted, &late_refused, &refused, &swapped,
                             &traded, &deal_breakers, &prescribed, &evidence, &moves, &last_month, &settled_later,
                             &council_gain, &centre_gain, &freedoms, &rush}) {
            *column = PerArea::Zero(areas_padded);
        }
        entered = PerArea::Constant(areas_padded, 1.0);
        freedom_granted = AreaFlagTable::Zero(areas_padded, freedom_count);
    }
    /// Back to the start of a negotiation, without allocating.
    void clear()
    {
        for (auto* column : {&months, &asks, &told, &parked, &late, &late_accepted, &late_refused, &refused, &swapped,
                             &traded, &deal_breakers, &prescribed, &evidence, &moves, &last_month, &settled_later,
                             &council_gain, &centre_gain, &freedoms, &rush}) {
            column->setZero();
        }
        entered.setOnes();
        freedom_granted.setZero();
    }
};
}  // namespace concordat::state
