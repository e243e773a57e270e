#pragma once

#include <array>
#include <vector>

#include "models/delivery/technology.hpp"
#include "models/delivery/year_work.hpp"
#include "models/state/scheme.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::delivery
{
using PartnerLanes = std::array<core::Lanes, max_partners>;

/// What the constants of a block were last built from: they are rebuilt in a year in which one differs.
struct BlockInputs
{
    core::Lanes inspected{};               ///< [effort points per sigma] inspection of every indicator
    core::Lanes agreed{};                  ///< [effort points per sigma] inspection of the agreement, on top
    core::Lanes buy_in{};                  ///< [factor] b_i
    core::Lanes belief{1.0};               ///< [factor] believed over true productivity
    std::vector<core::Lanes> response{};   ///< [factor] on a_ij, per indicator
    std::vector<core::Lanes> slope{};      ///< [effort points per sigma] more on measured performance, per indicator
    std::vector<double> shared_motive{};   ///< [factor] on national lines, per indicator
    std::vector<double> national_line{};   ///< [factor] on partners' lines to departments, shape [P, D]; may be negative
    double shared_care{};                  ///< [share] more of a partner's own motive where others deliver all
    std::vector<double> single_reward{};   ///< [GBP thousand per sigma] that departments pay for an indicator alone
    core::Lanes single_worth{0.0};         ///< [effort points per GBP thousand] of that
    bool singles{};                        ///< some indicator has such a reward
    bool ordinary{};                       ///< responses, slopes and shared motives are neutral
};

/// What a year's inputs changed.
struct InputChanges
{
    bool any{};    ///< constants are to be rebuilt
    bool lines{};  ///< among them what departments make of partners' lines
};

/// Whether a block has memory of its own for what a year's plan writes, or borrows it for as long as it plans.
enum class YearRoom { own, lent };

/// Everything that the solver keeps of one block of `lane_count` areas. Allocated once, reused.
/// "Inside" means the items of the agreements (slots), "outside" every indicator that is not.
struct BlockWork
{
    int first_area{};                     ///< [index] lane l is area first_area + l
    int slots{};                          ///< [count] slots in use
    core::LaneMask two_tier{};
    core::Lanes productivity{};           ///< [factor] exp(g_a cap_i)
    BlockInputs inputs{};
    YearWork year{};                      ///< what the plan of a year writes

    // What an area's year is like (state::Conditions and state::Standing)
    core::Lanes payment{};                ///< [probability] Pay: belief that a reward earned will be paid
    core::Lanes focus{1.0};               ///< [factor] that being a target adds to attention on it, >= 1
    core::Lanes attention{1.0};           ///< [factor] on the focus of being a target
    core::Lanes alignment{0.0};           ///< [share] added to cooperation when partners choose to take part
    core::Lanes budget_scale{1.0};        ///< [factor] on budgets
    core::Lanes pooling{};                ///< [share] chi of partners who are in
    core::Lanes meetings{1.0};            ///< [factor] on what it costs a partner to take part
    core::Lanes fence_scale{1.0};         ///< [factor] on the ring-fenced part of grants
    std::vector<core::Lanes> slot_weight{};  ///< [factor] on reward and agreement motives, per slot
    std::vector<core::Lanes> arrival{};   ///< [share] of the rest of the round whose gains arrive in time, per slot

    // Inside, per slot
    std::vector<std::array<int, core::lane_count>> indicator{};  ///< [index], -1 empty
    std::vector<core::Lanes> controllability{};  ///< [sigma per effort point] a_j at productivity 1; 0 where empty
    std::vector<core::Lanes> relative_value{};   ///< V~_j
    std::vector<core::Lanes> cosine{};    ///< cos theta_j
    std::vector<core::Lanes> sine{};      ///< sin theta_j
    std::vector<core::Lanes> plan{};      ///< [sigma] y: planned further measured gain
    state::BlockSlots market{};           ///< what the scheme sees

    // Inside, per (slot, producer): entries begin[k] .. begin[k + 1]
    std::vector<int> begin{};
    std::vector<int> partner{};
    std::vector<core::Lanes> share{};         ///< [share] w^2
    std::vector<core::Lanes> split{};         ///< [share] s_p, own part of the reward
    std::vector<core::Lanes> line{};          ///< [effort points per sigma] national line to the item's department
    std::vector<core::Lanes> aligned_line{};  ///< [effort points per sigma] its part that follows the agreement

    // Outside, per indicator and producer, in the order of Technology::producers
    std::vector<core::Lanes> outside_mask{};  ///< 1 where indicator j is outside the agreement, else 0

    // Budgets and multipliers, per partner
    PartnerLanes usual_budget{};///< [effort points^2] Rb of an ordinary year, may be inf
    PartnerLanes budget{};      ///< [effort points^2] Rb of this year, may be inf
    PartnerLanes discount{};    ///< g = (1 + lambda)^-q, in (0, 1]
    PartnerLanes before{};      ///< g of the plan without an agreement
    PartnerLanes spend{};       ///< [effort points^2] per round
    core::Lanes spent_before{}; ///< [effort points^2] per round, of the plan without an agreement
    core::Lanes slack_before{}; ///< [effort points^2] of it where the budget does not bind
    PartnerLanes involvement{}; ///< 1 in, phi_nom nominal, 0 out
    PartnerLanes pooled{};      ///< [share] chi of those who are in

    // Ring-fences, per (partner, department)
    bool fences_set{};                          ///< `usual_fence` belongs to this round
    bool rebuilt{};                             ///< constants differ from those of the plan without an agreement
    std::vector<core::Lanes> usual_fence{};     ///< [effort points^2] least spend of an ordinary year
    // Counters of work, for the benchmark; they influence nothing
    long passes{};  ///< [count] Newton passes
    long sweeps{};  ///< [count] updates of the multipliers
    long residuals{};    ///< [count] evaluations of one slot by the bracketing solver, three points at once
    long area_sweeps{};  ///< [count] its updates of one area's multipliers
    core::LaneMask fenced{};                    ///< some fence binds in this area this year
    core::LaneMask rescued{};                   ///< solved by the bracketing solver this year
    core::LaneMask unsettled{};                 ///< no solver settled: plan kept as it was left

    /// Sizes every array for `max_slots` slots. Call once. \param room without a year's room of its own, `year` is lent
    void resize(Technology const& technology, int max_slots, YearRoom room = YearRoom::own);
    /// Whether it has room for that already. A round may begin in it whatever round was there before.
    [[nodiscard]] bool has_room(Technology const& technology, int max_slots, YearRoom room = YearRoom::own) const;
};
}  // namespace concordat::delivery
