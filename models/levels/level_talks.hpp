#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/levels/level_params.hpp"
#include "models/levels/level_protocol.hpp"
#include "models/state/agreement.hpp"
#include "models/state/level_record.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "models/state/transcript.hpp"
#include "sim/random/streams.hpp"

namespace concordat::levels
{
/// What talks over one item ended in.
struct ItemLevel
{
    double announced{};  ///< [sigma] base of the level
    double stretch{};    ///< [sigma] over the base
    double month{};      ///< [months]
    bool imposed{};      ///< the centre set it, for want of room
    bool parked{};       ///< no level: a placeholder
};

/// Sets the target level of every item, or leaves it a placeholder.
///
///     x0 = x - sb0 (1 - eq)(1 - tr_i) habit_i - sb_r (1 - F) + kept (1 - lambda_r) shortfall_ij
///     S  by the protocol between S_L and S_C,  T = x0 + S
///     S_C = G_nat,j where imposed nationally, S_ev elsewhere, both rounded up with probability p_arb;
///           S_L + challenge everywhere where national targets are built bottom up
///
/// Where the protocol finds no room the centre sets its demand with probability tau_i, else the
/// item is parked. Items without a baseline are parked too. The shortfall of the last agreement's
/// target comes back as far as the ratchet leaves it: T' = T + lambda_r (y - T), seen from y.
///
/// Source: docs/methods/levels.md; Weitzman (1980), Bell J. Econ. 11(1), 302-308, on the ratchet.
class LevelTalks
{
  public:
    LevelTalks(state::Pack const& pack, LevelTalksParams const& params);

    /// Gives the tables the shape of the agreement's; the only call that allocates.
    void resize(state::Agreement const& agreement, state::Targets& targets, state::LevelRecord& record) const;
    /// Strikes all levels; turns items without one into placeholders, beside those that came as such.
    void strike(state::Occasion const& when, state::Population const& population, state::Standing const& standing,
                state::Agreement& agreement, state::Targets& targets, state::LevelRecord& record,
                state::Transcript& transcript) const;
    /// Strikes the level of a placeholder in the year of a refresh, for a whole round. What a side
    /// asks and how far it goes is what it would have been at the start.
    /// \param year [1-based] that ends
    [[nodiscard]] ItemLevel strike_later(state::Occasion const& when, int year, state::Population const& population,
                                         state::Standing const& standing, int area, int item) const;

    /// An item without a baseline gets no level before a refresh.
    [[nodiscard]] bool waits_for_baseline() const { return params_.wait_for_baseline; }

    /// Lowers the pull of placeholders: multiplies `weight`, shape [A, max_slots].
    void weigh(state::Agreement const& agreement, state::AreaTable& weight) const;
    /// Counts the items that needed no level because a tournament decides.
    /// \param contestants [areas] in the slot's contest, 0 where none is held
    void count_contested(state::Agreement const& agreement, state::AreaIntTable const& contestants,
                         state::LevelRecord& record) const;
    /// At the end of a round: what each target was missed by, for the next round. Contested items and
    /// placeholders leave nothing.
    void carry(state::Agreement const& agreement, state::AreaTable const& reported, state::Targets const& targets,
               state::Standing& standing) const;

  private:
    /// Draws of one item. Where nothing is drawn: no rounding, limits in the middle, no evidence.
    struct Draws
    {
        double tidy{1.0}, council{0.5}, centre{0.5}, evidence{1.0};
    };
    struct Batch;
    /// What talks read.
    struct Scene
    {
        state::Occasion const& when;
        state::Population const& population;
        state::Standing const& standing;
        random::StreamKey impose;  ///< of the draws that decide on imposing a level
    };
    /// One area at the table.
    struct Table
    {
        int area{};
        double hidden{};  ///< [sigma] of its trends
        double power{};   ///< [share] tau_i
        Pace pace{};
    };

    [[nodiscard]] Table open_table(Scene const& scene, int area) const;
    void draw(state::Occasion const& when, state::Agreement const& agreement, int area, int first_slot,
              Batch& batch) const;
    [[nodiscard]] Draws draw_one(state::Occasion const& when, int area, int item) const;
    [[nodiscard]] double demand(state::Population const& population, int item, bool tidy) const;
    [[nodiscard]] double announce(Scene const& scene, Table const& at, int item) const;
    [[nodiscard]] LevelCase state_case(Scene const& scene, Table const& at, int item, Draws const& draws) const;
    [[nodiscard]] ItemLevel settle(Scene const& scene, Table const& at, LevelCase const& on_table, int item) const;
    [[nodiscard]] state::MoveReason explain(state::Population const& population, int item, Draws const& draws) const;
    [[nodiscard]] double deadline() const;  ///< [months]

    LevelTalksParams params_;
    std::unique_ptr<LevelProtocol const> protocol_;
    bool looks_at_need_;
    std::vector<int> order_{};              ///< [index] areas by stable id
    std::vector<std::uint32_t> ids_{};      ///< the areas' stable ids
    std::vector<std::uint32_t> numbers_{};  ///< the indicators' stable numbers
};
}  // namespace concordat::levels
