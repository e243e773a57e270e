#pragma once

#include "models/state/conditions.hpp"
#include "models/state/pack.hpp"
#include "models/state/shocks.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::politics
{
/// A recession (scenarios/parameters/politics/recession.yaml).
struct RecessionParams
{
    double severity{};           ///< [factor] on all of it; 0: none
    int round{};                 ///< [index] 0-based, in which it comes
    int first_year{};            ///< [index] 0-based, in which outcomes are hit first
    int shock_years{};           ///< [years] over which outcomes are hit, within the round
    core::Share budget_fall{};   ///< of budgets, each year from the first on
    core::Share retreat{};       ///< taken off cooperation: partners withdraw to their own lines
    core::Share centre_weight{}; ///< added to tau: Whitehall loses its taste for a light touch
    core::Share telling{};       ///< added to p_tell
    double late_factor{};        ///< [factor] on the rate of late demands
};

/// What a recession changes about the centre's conduct in a negotiation; neutral by default.
struct CentreMood
{
    double centre_weight{};   ///< [share] added to tau
    double telling{};         ///< [probability] added to p_tell
    double late_factor{1.0};  ///< [factor] on the rate of late demands
};

/// A national recession: the pack says which outcomes it moves (recession.csv, total effect of a
/// recession of severity 1, in equal parts over its years), budgets shrink each year, partners
/// retreat to their own lines and Whitehall tells more. Nothing is drawn. Years after the round that
/// it comes in keep the smaller budgets and nothing else.
/// Source: Paun, More equal than others (seeds); docs/methods/politics.md.
class Recession
{
  public:
    Recession(state::Pack const& pack, RecessionParams const& params, int years_per_round);

    /// Once a round after luck was drawn: adds to `shocks.common` of the years hit.
    void strike(int round, state::Shocks& shocks) const;
    /// Each year before partners plan: budgets and cooperation.
    void apply(int round, int year, state::Conditions& conditions) const;
    [[nodiscard]] CentreMood mood(int round) const;

  private:
    RecessionParams params_;
    int years_per_round_{};
    state::PerIndicator effect_{};  ///< [sigma] of the whole recession; empty where the pack has none
};
}  // namespace concordat::politics
