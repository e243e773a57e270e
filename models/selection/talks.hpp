#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/selection/ranking.hpp"
#include "models/state/arrays.hpp"

namespace concordat::selection
{
/// Where an item stands in the talks.
enum class Stage : std::uint8_t
{
    idle,       ///< nobody has put it forward
    draft,      ///< council proposes, open
    ask,        ///< centre proposes, open
    broker,     ///< the Government Office proposes, open
    in,         ///< agreed
    told,       ///< in because the centre told
    parked,     ///< in as a placeholder
    stopped,    ///< held up by the Government Office
    withdrawn,  ///< by who had proposed it
    deal_broken,///< the council will not sign with it
    refused,
    dropped,    ///< given up for another item
};

[[nodiscard]] inline bool is_in(Stage stage)
{
    return stage == Stage::in || stage == Stage::told || stage == Stage::parked;
}
[[nodiscard]] inline bool is_open(Stage stage)
{
    return stage == Stage::draft || stage == Stage::ask || stage == Stage::broker;
}

/// Where an item came from and what happened to it.
enum Mark : std::uint16_t
{
    from_draft = 1,
    from_ask = 2,
    from_late = 4,
    from_broker = 8,
    must_have = 16,
    evidence_tried = 32,
    held_up = 64,  ///< the Government Office stopped or returned it
    contested = 128,  ///< a draft item that the centre does not simply accept
    leaving = 256,    ///< its proposer will withdraw it
};

/// The parties of one area, for one negotiation.
struct Parties
{
    int area{};
    double centre_weight{};   ///< tau
    double slot_cost{};       ///< [s.d. of value] c
    double cost_counted{};    ///< [share] kap, of the slot cost that a department counts
    double trust{};           ///< tr
    double mediation{};       ///< med, champions included
    double autonomy{};        ///< aut of the area's Government Office
    double telling{};         ///< [probability] added to the chance of telling: the centre's mood
    double asked{1.0};        ///< [factor] on asks at the start: autonomy earned lowers it
    int attention{};          ///< [asks] that the Government Office examines
    bool champion{};
    double anchor_council{};  ///< [s.d. of value] what the council needs less for asks
    double anchor_centre{};   ///< [s.d. of value] what the centre needs less for draft items
    double most_concession{}; ///< phimax
    double patience{};        ///< 1/b
};

/// The talks of one area: a column per item (position in the list of candidates). Reused for one
/// area after another.
struct Talks
{
    // Items
    std::vector<double> council{};       ///< [s.d. of value] g^L = v^L - c
    std::vector<double> centre{};        ///< [s.d. of value] g^C = v^C - c
    std::vector<double> joint{};         ///< [s.d. of value] w
    std::vector<double> council_need{};  ///< [s.d.]
    std::vector<double> centre_need{};   ///< [s.d.]
    std::vector<double> pooled_need{};   ///< [s.d.]
    std::vector<Stage> stage{};
    std::vector<std::uint16_t> marks{};  ///< bits of `Mark`
    std::vector<std::int16_t> settled{};  ///< [months] when it entered; -1: not
    std::vector<std::int16_t> due{};  ///< [months] when the responder will accept the open item, if there is room
    // Course
    std::vector<int> must_haves{};  ///< [position] what ministers insist on, ascending
    std::vector<int> agreed{}; ///< [position] items that are in, as they came
    std::vector<int> open{};   ///< [position] open items, ascending
    std::vector<int> bridges{};   ///< [position] what the broker would table, best first
    std::size_t next_bridge{};
    std::vector<int> calls{};  ///< [position] items on which evidence may be presented, closest call first
    std::vector<int> replaceable{};  ///< [position] agreed items that another may replace, least joint score first
    bool replaceable_known{};  ///< listed, which happens when the agreement is full for the first time
    int month{};
    Eigen::ArrayXd concessions{};  ///< phi(t) at t - 1
    double concession{};       ///< phi of this month
    int disputed{};           ///< [items] on which the sides differed
    double rush{};             ///< [share] of them still open at the deadline
    bool sent_back{};
    // Scratch
    std::vector<double> ranked{};
    Ranking ranking{};
    std::vector<int> pairs{};
    std::vector<int> order{};
    std::vector<int> next{};   ///< [position] next in the list of the same department
    std::vector<int> heads{};       ///< [position] first in the list of a department
    std::vector<double> credits{};  ///< [asks] that a department has not used
    std::vector<int> outcome_picks{};  ///< [position] the council's choice in an outcome area, -1: none; per subject group
    std::vector<std::uint32_t> ids{};
    Eigen::ArrayXd draws{};    ///< aligned; one per item, padded
    Eigen::ArrayXd filled_draws{};  ///< one per number of `TableFacts::filled_numbers`

    [[nodiscard]] int taken() const { return static_cast<int>(agreed.size()); }  ///< [items] slots in use

    void resize(int items, int departments, int months);
};
}  // namespace concordat::selection
