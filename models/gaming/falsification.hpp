#pragma once

#include <vector>

#include "models/gaming/gaming_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/gaming.hpp"
#include "models/state/performance.hpp"

namespace concordat::gaming
{
/// Lets areas report what pays them best, given what they measured.
///
/// A jump of the reward is reached falsely from inside the window mbar (A9.1); where every unit
/// counts the report is inflated by m = (h - pi P h)+/k, h the slope of the reward. Pro rata has both:
/// the jump at the floor, the slope from there to the cap. Nothing else is assumed: that lenient
/// audit raises or lowers effort is left to the motives.
///
/// Source: docs/methods/gaming.md; A9, after Lacker and Weinberg (1989).
class Falsification
{
  public:
    explicit Falsification(GamingParams const& params) : params_{params} {}

    /// Changes `performance.reported` and counts; adds the work to `performance.effort`.
    /// To be called between measurement and payment. \pre Temptation::weigh for this round;
    /// performance.reward is what was offered; gaming.slope is filled where every unit counts
    void falsify(state::Agreement const& agreement, state::Targets const& targets, state::Gaming& gaming,
                 state::Performance& performance) const;

    /// What one report gains by, and what it risks.
    struct Report
    {
        double inflation{};  ///< [sigma] m
        double penalty{};    ///< [GBP thousand] due if found
        bool jumped{};       ///< a jump of the reward was reached: who is found repays it
    };
    /// One slot's situation, as the area sees it when it reports.
    struct Situation
    {
        double measured{};   ///< [sigma] y, honestly
        double announced{};  ///< [sigma] x0
        double target{};     ///< [sigma] T
        double stretch{};    ///< [sigma] S
        double reward{};     ///< [GBP thousand] B
        double slope{};      ///< [GBP thousand per sigma] h
        double curvature{};  ///< [GBP thousand per sigma^2] k
        double detection{};  ///< [probability] pi
        bool contested{};    ///< a contest is held
    };
    [[nodiscard]] Report choose(Situation const& at) const;

  private:
    [[nodiscard]] Report jump_to(double level, double reward, Situation const& at) const;
    [[nodiscard]] Report climb(double slope, Situation const& at) const;
    [[nodiscard]] Report reach_floor_and_climb(Situation const& at) const;
    void count(double reported, double target, int area, state::Gaming& gaming) const;

    GamingParams params_;
};
}  // namespace concordat::gaming
