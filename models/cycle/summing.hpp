#pragma once

#include <vector>

#include "models/cycle/area_sums.hpp"
#include "models/cycle/model.hpp"

namespace concordat::cycle
{
/// Adds up one finished round, by area and by indicator. Indicator sums hold what belongs to items
/// only (no accounts, no partners).
void sum_round(Model const& model, World const& world, std::vector<AreaSums>& by_area,
               std::vector<AreaSums>& by_indicator);

/// The same of the indicators that one department leads, in the areas of one region.
/// \param region [index] \param department [index]
[[nodiscard]] AreaSums sum_part(Model const& model, World const& world, int region, int department);

/// How unevenly areas' choices fall on indicators; discretionary indicators only.
struct ChoiceStatistics
{
    double gini{};
    double top_ten_share{};
    double never_chosen{};   ///< [indicators]
    double most_chosen{};    ///< [areas]
    double in_most_areas{};  ///< [indicators] chosen by more than half of the areas
    double psa_odds{};       ///< odds of being chosen, PSA-backed against departmental indicators
};
/// \param counts [areas] per indicator, chosen slots only
/// \param sorted memory that is used and need not hold anything
[[nodiscard]] ChoiceStatistics describe_choices(state::Pack const& pack, std::vector<double> const& counts,
                                                std::vector<double>& sorted);
}  // namespace concordat::cycle
