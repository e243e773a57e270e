#pragma once

#include "models/state/conditions.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::politics
{
/// The end of the agreements (scenarios/parameters/politics/abolition.yaml).
struct AbolitionParams
{
    int round{};              ///< [index] 0-based, in which they end; negative: never
    int year{};               ///< [index] 0-based, the first year of that round without agreements
    core::Share honour{};     ///< of earned reward that is still paid
    core::Share expected{};   ///< [probability] that areas see it coming
    int foresight{};          ///< [years] before the end from which they do
    bool inspection_ends{};   ///< inspection goes as well
};

/// A new government abolishes the agreements: from a year on they bind nobody, what was earned is
/// paid in part or not at all, and areas may see it coming. Nothing is drawn.
/// Source: the last instalment of reward was paid at half, later ones not (CLG 2011);
/// docs/methods/politics.md.
class Abolition
{
  public:
    Abolition(AbolitionParams const& params, int years_per_round);

    /// Do agreements bind in this year?
    [[nodiscard]] bool in_force(int round, int year) const;
    /// [share] of reward paid at a settlement at the end of this year; `otherwise` while in force.
    [[nodiscard]] core::Share honoured(int round, int year, core::Share otherwise) const;
    /// [probability] as areas see it in this year that their agreement will not be paid as agreed.
    [[nodiscard]] core::Share expectation(int round, int year) const;
    /// [share] of reward that would be paid in that case.
    [[nodiscard]] core::Share honour_then() const { return params_.honour; }
    /// Each year before partners plan, after all others: without agreements no item counts.
    void apply(int round, int year, state::Conditions& conditions) const;

  private:
    [[nodiscard]] int years_left(int round, int year) const;

    AbolitionParams params_;
    int years_per_round_{};
};
}  // namespace concordat::politics
