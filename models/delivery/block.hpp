#pragma once

#include <array>
#include <vector>

#include "models/delivery/technology.hpp"
#include "models/state/scheme.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::delivery
{
using PartnerLanes = std::array<core::Lanes, max_partners>;

/// Motives and their powers of a list of (item, partner) pairs. A: aligned with the outcome,
/// D: only with the measure. V = share m^q. All in effort points per sigma; flat [entry].
struct Powers
{
    std::vector<core::Lanes> aligned_motive{};
    std::vector<core::Lanes> aligned_power{};
    std::vector<core::Lanes> measure_motive{};
    std::vector<core::Lanes> measure_power{};

    void resize(std::size_t entries);
};

/// What moves the producers of one slot in one area, for the many slopes that the bracketing solver tries.
/// The arrays run over the partners that have a share, padded with zeros to whole vectors.
struct SlotProducers
{
    using PerProducer = std::array<double, max_partners>;
    int count{};
    std::array<int, max_partners> entry{};  ///< index in BlockWork's lists
    alignas(32) PerProducer reward_weight{};
    alignas(32) PerProducer measured{};
    alignas(32) PerProducer own{};
    alignas(32) PerProducer split{};
    alignas(32) PerProducer share{};
    PerProducer weight{};                   ///< share times the present g on the slot's department
};

/// A ring-fenced block that has a multiplier of its own.
struct BoundFence
{
    std::size_t block{};  ///< [index] of (department, partner) in the rows of BracketBuffers
    int partner{};
    double least{};       ///< [effort points^2] least spend F_b
    double discount{};    ///< g of the block
    double before{};      ///< g a pass ago
};

/// Buffers of the bracketing solver (bracket.hpp), of one area at a time. Tables of partners and departments
/// have one row per department, `row` long: partners, padded to whole vectors.
struct BracketBuffers
{
    std::size_t row{};
    std::vector<double> pool{};         ///< g per partner on blocks without a binding fence, shape [row]
    std::vector<double> block{};        ///< g, shape [department, row]: the pool's, or the bound fence's own
    std::vector<char> fenced{};         ///< whether a fence is bound, shape [department, row]
    std::vector<BoundFence> fences{};   ///< those fences, by block
    std::vector<double> block_spend{};  ///< [effort points^2] shape [department, row]
    std::vector<double> free_part{};    ///< [effort points^2] of it what no fence sets aside, same shape
    std::vector<double> coupling{};     ///< M_pr of each department, shape [department, r, row]
    std::vector<double> constant_coupling{};  ///< its part that no plan changes
    std::vector<SlotProducers> producers{};   ///< per slot
    std::vector<double> plan{};         ///< [sigma] per slot
    std::vector<double> pool_before{};  ///< shape [row], like the next two
    std::vector<double> free_spend{};
    std::vector<double> free_budget{};
    state::BlockSlots probe{};          ///< one slot seen at `lane_count` expected performances
    std::vector<state::Slope> probe_slope{};

    void resize(Technology const& technology, int max_slots);
};

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
    bool ordinary{};                       ///< the three lists are neutral
};

/// What a year's inputs changed.
struct InputChanges
{
    bool any{};    ///< constants are to be rebuilt
    bool lines{};  ///< among them what departments make of partners' lines
};

/// Everything that the solver keeps of one block of `lane_count` areas. Allocated once, reused.
/// "Inside" means the items of the agreements (slots), "outside" every indicator that is not.
struct BlockWork
{
    int first_area{};                     ///< [index] lane l is area first_area + l
    int slots{};                          ///< [count] slots in use
    core::LaneMask two_tier{};
    core::Lanes productivity{};           ///< [factor] exp(g_a cap_i)
    BlockInputs inputs{};

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
    std::vector<core::Lanes> response{};  ///< [sigma per effort point] a_ij; 0 where empty
    std::vector<core::Lanes> controllability{};  ///< [sigma per effort point] a_j at productivity 1; 0 where empty
    std::vector<core::Lanes> relative_value{};   ///< V~_j
    std::vector<core::Lanes> cosine{};    ///< cos theta_j
    std::vector<core::Lanes> sine{};      ///< sin theta_j
    std::vector<core::Lanes> start{};     ///< [sigma] mu_t before any further gain
    std::vector<core::Lanes> plan{};      ///< [sigma] y: planned further measured gain
    std::vector<core::Lanes> side{};      ///< [sigma] y at last year's effort: the branch that habit is on
    std::vector<core::Lanes> next_plan{}; ///< [sigma] scratch of a Newton pass
    std::vector<core::Lanes> gain{};      ///< [sigma per round] measured gain at the plan
    std::vector<core::Lanes> true_gain{}; ///< [sigma per round]
    std::vector<core::Lanes> gain_slope{};///< [sigma per GBP thousand per sigma] d gain / d h
    std::vector<core::Lanes> steepest{};  ///< [GBP thousand per sigma^2] bound of the slope's derivative
    std::vector<state::Slope> slope{};
    state::BlockSlots market{};           ///< what the scheme sees

    // Inside, per (slot, producer): entries begin[k] .. begin[k + 1]
    std::vector<int> begin{};
    std::vector<int> partner{};
    std::vector<core::Lanes> share{};         ///< [share] w^2
    std::vector<core::Lanes> split{};         ///< [share] s_p, own part of the reward
    std::vector<core::Lanes> line{};          ///< [effort points per sigma] national line to the item's department
    std::vector<core::Lanes> aligned_line{};  ///< [effort points per sigma] its part that follows the agreement
    std::vector<core::Lanes> fixed_motive{};  ///< inspection of the whole set, national line
    std::vector<core::Lanes> agreed_motive{}; ///< felt by members only: agreement's inspection, aligned line
    std::vector<core::Lanes> own_motive{};    ///< iota b_i V~_j, before attention
    std::vector<core::Lanes> reward_weight{}; ///< this year: motive per GBP thousand per sigma
    std::vector<core::Lanes> measured{};      ///< this year: motive on measured performance without reward
    std::vector<core::Lanes> own{};           ///< this year: motive on the outcome itself
    std::vector<core::Lanes> aligned_slope{}; ///< d aligned_power / d h
    std::vector<core::Lanes> measure_slope{}; ///< d measure_power / d h
    Powers inside{};

    // Outside, per indicator and producer, in the order of Technology::producers
    std::vector<core::Lanes> outside_mask{};  ///< 1 where indicator j is outside the agreement, else 0
    Powers outside{};
    // Scratch, per (partner, department): what moves a partner on an indicator of its national line
    std::vector<core::Lanes> line_motive{};   ///< [effort points per sigma] on the measure
    std::vector<core::Lanes> line_power{};    ///< its power, 0 where it is negative

    // Scratch of one partner, per indicator [effort points per sigma], where spillovers are known
    std::vector<core::Lanes> felt{};          ///< motive on the measure
    std::vector<core::Lanes> known{};         ///< the same with what spills over
    std::vector<core::Lanes> link{};          ///< what the last link of the chain added
    std::vector<core::Lanes> next_link{};

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
    std::vector<core::Lanes> coupling{};          ///< M_pr of the current pass, shape [P, P]
    std::vector<core::Lanes> outside_coupling{};  ///< constant part of M, shape [P, P]
    int unpaid{};                                 ///< [count] slots that come first and carry no reward this year
    std::vector<core::Lanes> unpaid_coupling{};   ///< part of M outside and of these slots, shape [P, P]

    // Ring-fences, per (partner, department)
    bool fences_set{};                          ///< `usual_fence` belongs to this round
    bool rebuilt{};                             ///< constants differ from those of the plan without an agreement
    std::vector<core::Lanes> usual_fence{};     ///< [effort points^2] least spend of an ordinary year
    std::vector<core::Lanes> fence{};           ///< [effort points^2] least spend F_b
    std::vector<core::Lanes> block_spend{};     ///< [effort points^2]
    std::vector<core::Lanes> block_discount{};  ///< g per block; equals `discount` where no fence binds
    BracketBuffers bracket{};
    // Counters of work, for the benchmark; they influence nothing
    long passes{};  ///< [count] Newton passes
    long sweeps{};  ///< [count] updates of the multipliers
    long residuals{};    ///< [count] evaluations of one slot by the bracketing solver, three points at once
    long area_sweeps{};  ///< [count] its updates of one area's multipliers
    core::LaneMask fenced{};                    ///< some fence binds in this area this year
    core::LaneMask rescued{};                   ///< solved by the bracketing solver this year
    core::LaneMask unsettled{};                 ///< no solver settled: plan kept as it was left

    /// Sizes every array for `max_slots` slots. Call once.
    void resize(Technology const& technology, int max_slots);
    /// Whether it has room for that already. A round may begin in it whatever round was there before.
    [[nodiscard]] bool has_room(Technology const& technology, int max_slots) const;
};
}  // namespace concordat::delivery
