#pragma once

#include <cstdint>
#include <vector>

#include "models/levels/level_talks.hpp"
#include "models/levels/refresh_params.hpp"
#include "models/state/performance.hpp"
#include "models/state/refresh.hpp"
#include "models/state/shocks.hpp"

namespace concordat::levels
{
/// What a refresh looks at, and where in the round it stands.
struct RefreshView
{
    state::Occasion const& when;
    int year{};  ///< [1-based] that ends
    state::Population const& population;
    state::Standing const& standing;
    state::Shocks const& shocks;
    state::Performance const& performance;
};

/// Reopens agreements at the end of a year, item by item:
///
/// * a placeholder whose baseline has arrived (for the whole country at once), or that was parked
///   for want of agreement and is talked about again, gets a level for the years that are left:
///   T = y + W (x0 + S), W the part of the round that is left, y what is reported so far;
/// * a new definition moves the level by what it moves the report, where the centre is flexible;
/// * common shocks beyond a threshold, as far as the level does not follow them yet, move it if the
///   side that loses agrees: after bad shocks the centre with probability consent (1 - tau_i),
///   after good ones the council with probability consent tau_i.
///
/// An item with a level reopens for its definition first; shocks wait until the next refresh.
/// Source: Performance Art (2008), ifg_performance_art.txt, lines 2684, 2689 and 3029.
class Refresh
{
  public:
    /// \param talks must outlive this
    Refresh(state::Pack const& pack, RefreshParams const& params, LevelTalks const& talks);

    /// Acts on all areas; clears `reopened` first. \pre `refresh.clear()` at the start of the round
    void reopen(RefreshView const& view, state::Agreement& agreement, state::Targets& targets,
                state::Refresh& refresh, state::Transcript& transcript) const;

  private:
    struct Item;

    [[nodiscard]] bool happens(RefreshView const& view, random::Purpose purpose, Item const& at, double chance) const;
    void find_baselines(RefreshView const& view, state::Refresh& refresh) const;
    [[nodiscard]] bool returns(RefreshView const& view, Item const& at, state::Refresh const& refresh) const;
    [[nodiscard]] bool fill_placeholder(RefreshView const& view, Item const& at, state::Agreement& agreement,
                                        state::Targets& targets, state::Refresh& refresh) const;
    [[nodiscard]] bool follow_definition(RefreshView const& view, Item const& at, state::Targets& targets,
                                         state::Refresh& refresh) const;
    [[nodiscard]] bool follow_shock(RefreshView const& view, Item const& at, state::Targets& targets,
                                    state::Refresh& refresh) const;
    void write(RefreshView const& view, Item const& at, state::MoveReason why, state::Targets const& targets,
               state::Transcript& transcript) const;

    RefreshParams params_;
    LevelTalks const& talks_;
    std::vector<int> order_{};              ///< [index] areas by stable id
    std::vector<std::uint32_t> ids_{};      ///< the areas' stable ids
    std::vector<std::uint32_t> numbers_{};  ///< the indicators' stable numbers
};
}  // namespace concordat::levels
