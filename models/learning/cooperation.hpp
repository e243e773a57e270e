#pragma once

#include <cstdint>
#include <vector>

#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "models/state/year_result.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::learning
{
enum class CooperationDynamics { fixed, types };

/// Who cooperates, and what keeps it going (scenarios/parameters/learning/cooperation.yaml).
struct CooperationParams
{
    CooperationDynamics dynamics{};
    core::Share conditional{};   ///< of partners
    core::Share free_riding{};   ///< of partners
    core::Share hump_shaped{};   ///< of partners; the rest gives a steady, drawn contribution
    double slope{};              ///< kappa, of a conditional cooperator's contribution on its belief
    core::Share belief_rate{};   ///< mu_b, a year; 0: beliefs stay
    core::Share visible{};       ///< how far partners judge each other by visible involvement; 0: by contribution
    core::Share restart{};       ///< part of the lost belief that a new round brings back; 0: none
    core::Share belief_gain{};   ///< added to what partners believe of each other, once; 0: none
    int gain_after{};            ///< [years] of a scenario after which it is; 0: from the start
};

/// Partners as players of a public-good game.
///
///     contribution = q_c kappa b + q_h min(b, 1 - b) + steady,   coop_i = mean over an area's partners
///     b += mu_b [(1 - v) contribution + v involvement - b]
///
/// With q_h = steady = v = 0 contributions fall by 1 - mu_b (1 - q_c kappa) each year (T23).
/// Types are drawn for every area and partner once a replicate.
/// Source: Fischbacher, Gaechter and Fehr (2001), Econ. Letters 71, 397-404; Fischbacher and
/// Gaechter (2010), Am. Econ. Rev. 100, 541-556; restart: Andreoni (1988), J. Public Econ. 37, 291-304.
class Cooperation
{
  public:
    Cooperation(state::Pack const& pack, CooperationParams const& params);

    /// Once a replicate: draws types; partners start with the cooperation that was drawn as belief, and with the
    /// gain where it comes at once.
    void begin(state::Occasion const& when, state::Population const& population, state::Standing& standing) const;
    /// At the start of every round but the first.
    void restart(state::Standing& standing) const;
    /// At the start of a year: adds the gain where it is time. \param lived [years] of the scenario before it
    void gain(int lived, state::Standing& standing) const;
    /// Before partners choose whether to take part: writes `population.cooperation`.
    void contribute(state::Standing const& standing, state::Population& population) const;
    /// At the end of a year: writes `standing.cooperation_belief`.
    void observe(state::Population const& population, state::YearResult const& year, state::Standing& standing) const;

  private:
    struct Area
    {
        std::uint32_t id{};  ///< stable
        bool two_tier{};
    };
    struct Partner
    {
        std::uint32_t name{};  ///< hash of its code, names its draws
        bool two_tier_only{};
    };

    void draw_types(state::Occasion const& when, std::size_t area, state::Standing& standing) const;

    CooperationParams params_;
    std::vector<Area> areas_{};
    std::vector<Partner> partners_{};  ///< all but the council and those who only speak
};
}  // namespace concordat::learning
