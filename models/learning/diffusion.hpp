#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::learning
{
enum class PracticeVisibility { after_a_year, at_once };

/// How practice spreads (scenarios/parameters/learning/diffusion.yaml).
struct DiffusionParams
{
    core::Share copying{};          ///< p_copy, a year and indicator; 0: nobody copies
    core::Share adaptation_loss{};  ///< of an improvement that does not survive the move
    double distance_decay{};        ///< by which a comparator's weight exp(-decay (rank - 1)) falls
    core::Share region_look{};      ///< of areas that look at the best of their region in a year
    core::Share library_look{};     ///< of areas that look at the best practice of the nation in a year
    double trial_rate{};            ///< [trials] of its own that succeed, a year and indicator; 0: none
    double trial_step{};            ///< [factor] on practice that a trial brings
    double highest{};               ///< [factor] best practice there can be
    PracticeVisibility visibility{};  ///< when others can see a new practice
    core::Share fence_drag{};       ///< of trial and copying that a wholly ring-fenced area loses
    core::Share uniformity_drag{};  ///< of trial and copying lost where a national trajectory is imposed
    core::Share ring_fence{};       ///< share of grants that is ring-fenced
};

/// Room for one column, kept between calls so that nothing is allocated.
struct DiffusionWorkspace
{
    std::vector<std::int32_t> source{};  ///< per area: area looked at, or a code of its region or the nation
    std::vector<double> openness{};      ///< per area: factor on the chances of trial and copying
    std::vector<double> draw{};          ///< [probability] per padded area
    std::vector<double> best{};          ///< [factor] best visible practice of each region
    // Areas that would gain from what they see
    std::vector<Eigen::Index> gainer{};       ///< [index]
    std::vector<std::uint32_t> gainer_id{};   ///< their stable ids
    std::vector<double> adopted{};            ///< [factor] practice that copying would bring them
};

/// Practice multiplies what effort brings (a_ij). Each year an area may improve it by itself, looks
/// at one source (a comparator, its region's best or the nation's) and, indicator by indicator, may
/// copy what it sees:
///
///     practice <- max(practice, 1 + (visible - 1)(1 - adaptation loss))   with chance p_copy o_i u_j
///     practice <- min(highest, practice * step)                           at the rate trial_rate o_i u_j
///     o_i = 1 - fence drag * ring-fenced share,   u_j = 1 - uniformity drag where top-down
///
/// Source: "disciplined pluralism", Kay (2003), The Truth about Markets; docs/methods/learning.md.
class Diffusion
{
  public:
    Diffusion(state::Pack const& pack, DiffusionParams const& params);

    void resize(DiffusionWorkspace& workspace) const;
    /// Once a year. Changes `standing.practice` and `standing.visible_practice`.
    void spread(state::Occasion const& when, int year, state::Population const& population, state::Standing& standing,
                DiffusionWorkspace& workspace) const;
    /// Multiplies `conditions.response` by practice.
    void apply(state::Standing const& standing, state::Conditions& conditions) const;

  private:
    struct Area
    {
        std::int32_t region{};                 ///< [index], one more than the last where there is none
        std::vector<std::int32_t> neighbour{}; ///< [index] comparators, nearest first
    };

    void choose_sources(state::Occasion const& when, int year, DiffusionWorkspace& workspace) const;
    [[nodiscard]] std::int32_t source_of(std::size_t area, double draw) const;
    void try_out(state::Occasion const& when, int year, state::Population const& population, state::Standing& standing,
                 DiffusionWorkspace const& workspace) const;
    /// Those whose source shows something better than they have, given the nation's best practice.
    void find_gainers(Eigen::Index indicator, double nation, state::Standing const& standing,
                      DiffusionWorkspace& workspace) const;
    void copy(state::Occasion const& when, int year, Eigen::Index indicator, double chance, state::Standing& standing,
              DiffusionWorkspace& workspace) const;

    DiffusionParams params_;
    std::vector<std::uint32_t> ids_{};      ///< the areas' stable ids
    std::vector<std::uint32_t> numbers_{};  ///< the indicators' stable numbers
    std::vector<Eigen::Index> by_number_{}; ///< [index] indicators in ascending order of their numbers
    std::vector<Area> areas_{};
    /// [probability] cumulated weights of so many comparators, which depend on their ranks alone.
    std::map<std::size_t, std::vector<double>> reach_{};
    std::size_t regions_{};
};
}  // namespace concordat::learning
