#pragma once

#include <memory>
#include <vector>

#include "models/delivery/planner.hpp"
#include "models/state/agreement.hpp"
#include "models/state/inspection.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::verification
{
/// Size and kind of a world in which everything is switched off that a check does not need.
struct CleanSettings
{
    int areas{1};
    int indicators{1};
    std::vector<double> shares{1.0};  ///< [share] w^2 of each partner, the council first; sum to 1
    delivery::DeliveryParams delivery{clean_delivery()};

    /// One reward pound is one effort point, nobody has other motives, budgets are unlimited.
    [[nodiscard]] static delivery::DeliveryParams clean_delivery();
};

/// A small country with sigma = a = c = 1, no trend, no distortion and every indicator in every
/// agreement (slot k is indicator k), solved by the model's own planner.
///
/// Change what a check is about through the open tables, call `start`, set the market, `plan`.
class CleanWorld
{
  public:
    explicit CleanWorld(CleanSettings const& settings);

    state::Pack pack{};
    state::Population population{};
    state::Agreement agreement{};
    state::InspectionSlopes inspection{};

    /// Builds technology and planner from the tables as they are; everybody takes part.
    void start();

    using Column = std::vector<core::Lanes> state::BlockSlots::*;
    /// Sets one cell of what schemes look at. \pre started
    void set(Column column, int area, int slot, double value);
    void set_everywhere(Column column, double value);
    void set_contestants(int count);
    /// [sigma] expected final performance without any gain
    void set_start(int area, int slot, double value);
    void set_budget(int partner, double effort_squared);
    /// Sets motives anew: which items are rewarded is read here. \pre started
    void begin_year();

    /// Which solver finds the plan.
    enum class Solver
    {
        planner,     ///< as in a round: Newton, bracketing where Newton is not safe
        bracketing,  ///< bracketing for every area
    };
    void plan(state::RewardScheme const& scheme, Solver solver = Solver::planner);

    [[nodiscard]] double gain(int area, int slot) const;           ///< [sigma] true
    [[nodiscard]] double measured_gain(int area, int slot) const;  ///< [sigma]
    [[nodiscard]] double spend(int area, int partner) const;       ///< [effort points^2]
    [[nodiscard]] double multiplier(int area, int partner) const;  ///< 1 + lambda
    [[nodiscard]] double expected(state::RewardScheme const& scheme, int area, int slot);
    [[nodiscard]] int rescued() const { return rescued_; }      ///< [areas] of the last plan
    [[nodiscard]] int unsettled() const { return unsettled_; }  ///< [areas] of the last plan

  private:
    [[nodiscard]] delivery::BlockWork& work(int area);
    [[nodiscard]] delivery::BlockWork const& work(int area) const;

    CleanSettings settings_;
    std::unique_ptr<delivery::Technology const> technology_{};
    std::unique_ptr<delivery::Planner> planner_{};
    std::vector<delivery::BlockWork> blocks_{};
    std::vector<core::Lanes> scratch_{};
    int rescued_{};
    int unsettled_{};
};

/// The complementarities on which checks run: the default's square roots, and general powers.
inline constexpr double complementarities[] = {1.0, 2.0 / 3.0, 0.7, 0.4};
}  // namespace concordat::verification
