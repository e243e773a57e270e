#pragma once

#include <memory>
#include <span>

#include "models/delivery/block.hpp"
#include "models/delivery/council_part.hpp"
#include "models/delivery/params.hpp"
#include "models/delivery/technology.hpp"
#include "models/state/agreement.hpp"
#include "models/state/centre.hpp"
#include "models/state/conditions.hpp"
#include "models/state/inspection.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"

namespace concordat::delivery
{
/// What a round hands to delivery; the tables outlive the planner's use of them. Those that are not
/// given are neutral, and the belief in payment is the parameter's.
struct RoundView
{
    state::Pack const* pack{};
    state::Population const* population{};
    state::Agreement const* agreement{};
    state::InspectionSlopes const* inspection{};
    state::Conditions const* conditions{};
    state::Standing const* standing{};
    state::Centre const* centre{};
    int year{};       ///< [index] 0-based
    int years{1};     ///< [years] of the round
    double shared_care{};  ///< [share] more of a partner's own motive where others deliver all of an indicator
    bool singles{};   ///< departments reward single indicators
    bool ordinary{};  ///< known to hold: responses, slopes and shared motives are neutral everywhere
};

/// How a block came out of a year's plan, for diagnostics.
struct PlanReport
{
    int passes{};   ///< [count] Newton passes of the block
    int rescued{};  ///< [areas] solved by the bracketing solver
    int fenced{};   ///< [areas] in which a ring-fence binds
    int unsettled{};  ///< [areas] in which no solver settled
};

/// Whose spending is counted.
enum class Spender
{
    everybody,
    council,
};

/// The partners' best responses, area by area: the exact simultaneous Nash equilibrium in efforts
/// given the reward scheme (behaviour `equilibrium`).
///
/// Order of use for a block: prepare once a round, then each year meet_conditions, fill `market`, begin_year, fill
/// `start`, plan. Areas of a block do not influence each other: a lane's result depends on its
/// own area only.
///
/// Partners plan with the productivity that they believe in: gains of the plan are believed ones; what
/// happens is these over `BlockInputs::belief`.
///
/// Source: docs/methods/delivery.md
class Planner
{
  public:
    Planner(Technology const& technology, DeliveryParams params) : technology_{technology}, params_{params} {}
    virtual ~Planner() = default;

    /// Budgets of the intrinsic-only plan at productivity 1, per tier and partner. Once a replicate.
    virtual void set_budgets(state::Population const& population) = 0;
    /// Gathers a block's items and partners, the constant part and the plan without an agreement.
    virtual void prepare(BlockWork& w, RoundView const& round, int first_area) const = 0;
    /// Reads this year's conditions and beliefs; rebuilds constants where something in them changed.
    virtual void meet_conditions(BlockWork& w, RoundView const& round) const = 0;
    /// Forms ring-fences while the constants of the plan without an agreement are there. Before the first year's
    /// `BlockWork::year` is lent to another block.
    virtual void keep_fences(BlockWork& w) const = 0;
    /// Sets this year's motives from `w.involvement`, and from which items `market` rewards.
    virtual void begin_year(BlockWork& w) const = 0;
    /// Adds to motives, on the agreement's items and outside it, what partners who are in know to spill over
    /// (knowledge.cpp). \pre `begin_year`, start and market are filled; expected performance is the first guess
    virtual void count_spillovers(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                  state::Population const& population) const = 0;
    /// Solves for `w.plan` over the part `remaining` of the round. \pre start and market are filled
    virtual PlanReport plan(BlockWork& w, state::RewardScheme const& scheme, double remaining) const = 0;
    /// True gain of indicator j per round if it is outside the agreement, at true productivity.
    virtual void gains_outside(BlockWork const& w, std::span<core::Lanes> out) const = 0;
    /// The same on the measure.
    virtual void measured_outside(BlockWork const& w, std::span<core::Lanes const> true_gains,
                                  std::span<core::Lanes> out) const = 0;
    /// True gain of indicator j per round in the plan without an agreement. \pre this year's constants are
    /// those of `prepare`
    virtual void gains_before(BlockWork const& w, std::span<core::Lanes> out) const = 0;
    virtual void measured_before(BlockWork const& w, std::span<core::Lanes const> true_gains,
                                 std::span<core::Lanes> out) const = 0;
    /// [effort points^2 per round] that the plan without an agreement spends on the agreement's items.
    /// \pre as for `gains_before`
    [[nodiscard]] virtual core::Lanes spend_before(BlockWork const& w, Spender who) const = 0;
    /// [effort points^2 per round] spent on the agreement's items at the current plan.
    [[nodiscard]] virtual core::Lanes spend_inside(BlockWork const& w, Spender who) const = 0;

    /// The council's part in efforts at the current plan. \pre `out` has its size
    virtual void part_of_council(BlockWork const& w, CouncilPart& out) const = 0;
    /// The same in the plan without an agreement. \pre as for `gains_before`
    virtual void part_before(BlockWork const& w, CouncilPart& out) const = 0;

    [[nodiscard]] Technology const& technology() const { return technology_; }
    [[nodiscard]] DeliveryParams const& params() const { return params_; }

  protected:
    Technology const& technology_;
    DeliveryParams params_;
};

/// The planner for the given complementarity: square roots only at rho = 2/3, powers elsewhere.
[[nodiscard]] std::unique_ptr<Planner> make_planner(Technology const& technology, DeliveryParams params);
}  // namespace concordat::delivery
