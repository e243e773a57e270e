#pragma once

#include <cstdint>
#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/assessment.hpp"
#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/outlook.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::inspection
{
/// Settings of minimum standards (scenarios/parameters/inspection/standards.yaml).
struct FloorParams
{
    double level_spread{};        ///< [sigma per s.d. of need] spread of starting levels between areas
    core::Share covered{};        ///< share of the indicators of public service agreements with a floor
    core::Share percentile{};     ///< share of areas below the floor at the start
    double pressure{};            ///< [effort points] k_floor; 0: nobody feels floors
    core::Share probability{};    ///< of intervention in a year below the floor; 0: nobody intervenes
    double support{};             ///< [sigma per effort point] added to a_ij by an intervention for the year after
    core::Share trust_lost{};     ///< trust between area and centre lost per intervention
    core::Pounds cost{};          ///< [GBP/intervention]
};

/// Minimum standards that hold everywhere, in the agreement or not.
///
/// Areas near a floor feel the slope k_floor phi((F - mu)/s)/s; below it the centre intervenes with
/// some probability: help that makes effort go further for a year, at a price in trust and autonomy.
/// Whether an area is below is a probability, since luck is not drawn on indicators that nobody chose.
///
/// Source: docs/methods/inspection.md; Performance Art (2008) on minimum standards of the national set.
class Floors
{
  public:
    /// \param years of a round
    Floors(state::Pack const& pack, FloorParams const& params, int years);

    /// Sets the floors of a replicate and clears the counts of the last round.
    void open(state::Occasion const& when, state::Assessment& assessment) const;
    /// Adds the slope of every floor. \pre remaining > 0
    void press(state::Outlook const& outlook, state::Assessment const& assessment, state::Conditions& conditions) const;
    /// At the end of a year: intervenes, and counts who is below. Ends last year's help.
    void intervene(state::Occasion const& when, int year, state::Outlook const& outlook,
                   state::Agreement const& agreement, state::Population& population, state::Standing& standing,
                   state::Assessment& assessment) const;

  private:
    FloorParams params_;
    int years_;
    std::vector<std::uint32_t> ids_{};
    std::vector<std::uint32_t> numbers_{};
    std::vector<std::uint8_t> national_{};  ///< per indicator: part of a public service agreement
};
}  // namespace concordat::inspection
