#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/inspection/inspection.hpp"
#include "models/state/agreement.hpp"
#include "models/state/assessment.hpp"
#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/outlook.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::inspection
{
/// Settings of the annual score (scenarios/parameters/inspection/scoring.yaml).
struct ScoringParams
{
    InspectionParams inspection{};
    bool annual{};                     ///< the class follows the score every year; else it stays as drawn
    double capability_weight{};        ///< of the area's capability in the score
    double performance_weight{};       ///< of standardised performance
    double affluence_bias{};           ///< [s.d. per s.d. of deprivation] by which affluent areas score better
    double judgement_noise{};          ///< [s.d.] of the inspectors' judgement
    double flag_distance{};            ///< [sigma] from the target beyond which an item is flagged
    std::array<double, 4> class_cuts{};///< [s.d.] between the five CPA classes
    std::array<double, 3> star_cuts{}; ///< [s.d.] between the scores 1 to 4
};

/// Gives areas an annual score, a class and flags.
///
/// The score weighs capability, standardised performance, affluence and an error of judgement.
/// Performance is a share theta how far the agreement's items are expected to pass their targets, in
/// s.d. between areas of the year, and the rest the mean level over the whole set, in s.d. between
/// areas at the first score: an England that improves earns better classes.
///
/// Source: docs/methods/inspection.md; CPA 2002 results; Performance Art (2008) on CPA and CAA.
class Scoring
{
  public:
    /// \param years of a round
    Scoring(state::Pack const& pack, ScoringParams const& params, int years);

    /// At the start of a round: remembers the classes at which slopes are priced; in round 0 also the
    /// levels to which later ones are compared.
    void open(state::Occasion const& when, state::Population const& population, state::Outlook const& outlook,
              state::Assessment& assessment) const;
    /// At the end of a year: score, star, flags, and the CPA class where it follows the score.
    void score(state::Occasion const& when, int year, state::Agreement const& agreement,
               state::Targets const& targets, state::Outlook const& outlook, state::Population& population,
               state::Assessment& assessment) const;
    /// Steepness of inspection at today's class over that at which this round's slopes were priced.
    void focus(state::Population const& population, state::Assessment const& assessment,
               state::Conditions& conditions) const;

  private:
    void find_set_means(state::Outlook const& outlook, state::Assessment& assessment) const;
    void judge_items(state::Agreement const& agreement, state::Targets const& targets,
                     state::Outlook const& outlook, state::Assessment& assessment) const;
    /// Mean and s.d. over areas.
    struct Moments
    {
        double mean{};
        double spread{};
    };
    [[nodiscard]] Moments describe(state::PerArea const& values) const;

    ScoringParams params_;
    int years_;
    std::vector<std::uint32_t> ids_{};
};
}  // namespace concordat::inspection
