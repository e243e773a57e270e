#pragma once

#include "models/state/agreement.hpp"
#include "models/state/inspection.hpp"
#include "models/state/population.hpp"

namespace concordat::inspection
{
/// Which inspectorate looks at an area.
enum class Regime
{
    none,  ///< nobody is inspected
    cpa,   ///< Comprehensive Performance Assessment: the whole set, agreements count for nothing
    caa,   ///< Comprehensive Area Assessment: the agreement has its weight
};

/// Settings of inspection and reputation (scenarios/parameters/inspection/assessment.yaml).
struct InspectionParams
{
    double strength{};          ///< [effort points per sigma of the mean score] caa
    double agreement_weight{};  ///< [share] theta: weight of the agreement in the score
    double low_performer_extra{};  ///< [share] how much steeper for poor and weak authorities
    Regime regime{Regime::caa};
    bool routine{true};         ///< everybody is inspected every year; else nobody is unless somebody asks for it
};

/// Whether every area is inspected every year.
[[nodiscard]] bool inspects_routinely(InspectionParams const& params);

/// Weight of the agreement in the score under the regime.
[[nodiscard]] double agreement_weight_of(InspectionParams const& params);
/// [factor] on inspection slopes: steeper for poor and weak authorities.
[[nodiscard]] double steepness_of(InspectionParams const& params, int cpa_class);

/// Turns the score of an inspection regime (CPA, CAA) into slopes.
///
/// The score is a mean of standardised performance, a share theta of it over the agreement's K_i
/// items and the rest over all J indicators, so one more sigma on one item moves it by theta / K_i
/// and one on any indicator by (1 - theta) / J. Reputation is worth more to low performers. The
/// star classes' thresholds are replaced by this slope; scores and flags are given by `Scoring`.
///
/// Source: docs/methods/inspection.md; Performance Art (2008) on the Comprehensive Area Assessment.
class Inspection
{
  public:
    explicit Inspection(InspectionParams params) : params_{params} {}

    /// Fills `out`, shape [n_area_padded] each; `indicators` is J.
    void price(state::Population const& population, state::Agreement const& agreement, int indicators,
               state::InspectionSlopes& out) const;

  private:
    InspectionParams params_;
};
}  // namespace concordat::inspection
