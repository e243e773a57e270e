#pragma once

#include <array>
#include <vector>

#include "models/delivery/technology.hpp"
#include "models/state/scheme.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::delivery
{
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

/// What a year's plan makes of one block of areas: constants of the year, and scratch. All of it is written anew
/// before it is read, so that blocks which live their years one after another can hand one such room along.
struct YearWork
{
    static constexpr int nobodys = -1;
    int first_area{nobodys};  ///< [index] of the block whose constants these are

    // Inside, per slot
    std::vector<core::Lanes> response{};  ///< [sigma per effort point] a_ij; 0 where empty
    std::vector<core::Lanes> pressed{};   ///< [effort points per sigma] what the year adds on measured performance
    std::vector<core::Lanes> start{};     ///< [sigma] mu_t before any further gain
    std::vector<core::Lanes> side{};      ///< [sigma] y at last year's effort: the branch that habit is on
    std::vector<core::Lanes> next_plan{}; ///< [sigma] scratch of a Newton pass
    std::vector<core::Lanes> gain{};      ///< [sigma per round] measured gain at the plan
    std::vector<core::Lanes> true_gain{}; ///< [sigma per round]
    std::vector<core::Lanes> gain_slope{};///< [sigma per GBP thousand per sigma] d gain / d h
    std::vector<core::Lanes> steepest{};  ///< [GBP thousand per sigma^2] bound of the slope's derivative
    std::vector<state::Slope> slope{};    ///< of the reward at the plan

    // Inside, per (slot, producer): in the order of BlockWork::partner
    std::vector<core::Lanes> reward_weight{}; ///< this year: motive per GBP thousand per sigma
    std::vector<core::Lanes> measured{};      ///< this year: motive on measured performance without reward
    std::vector<core::Lanes> own{};           ///< this year: motive on the outcome itself
    std::vector<core::Lanes> aligned_slope{}; ///< d aligned_power / d h
    std::vector<core::Lanes> measure_slope{}; ///< d measure_power / d h
    Powers inside{};

    // Outside, per indicator and producer, in the order of Technology::producers
    Powers outside{};
    // Scratch, per (partner, department): what moves a partner on an indicator of its national line
    std::vector<core::Lanes> line_motive{};   ///< [effort points per sigma] on the measure
    std::vector<core::Lanes> line_power{};    ///< its power, 0 where it is negative

    // Scratch of one partner, per indicator [effort points per sigma], where spillovers are known
    std::vector<core::Lanes> felt{};          ///< motive on the measure
    std::vector<core::Lanes> known{};         ///< the same with what spills over
    std::vector<core::Lanes> link{};          ///< what the last link of the chain added
    std::vector<core::Lanes> next_link{};

    // Couplings of partners
    std::vector<core::Lanes> coupling{};          ///< M_pr of the current pass, shape [P, P]
    std::vector<core::Lanes> outside_coupling{};  ///< constant part of M, shape [P, P]
    int unpaid{};                                 ///< [count] slots that come first and carry no reward this year
    std::vector<core::Lanes> unpaid_coupling{};   ///< part of M outside and of these slots, shape [P, P]

    // Ring-fences, per (partner, department)
    std::vector<core::Lanes> fence{};           ///< [effort points^2] least spend F_b
    std::vector<core::Lanes> block_spend{};     ///< [effort points^2]
    std::vector<core::Lanes> block_discount{};  ///< g per block; equals `discount` where no fence binds
    BracketBuffers bracket{};

    /// Sizes every array for `max_slots` slots.
    void resize(Technology const& technology, int max_slots);
    /// Whether it has room for that already.
    [[nodiscard]] bool has_room(Technology const& technology, int max_slots) const;
};
}  // namespace concordat::delivery
