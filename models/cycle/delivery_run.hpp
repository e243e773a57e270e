#pragma once

#include <memory>
#include <vector>

#include "models/cycle/contests.hpp"
#include "models/cycle/world.hpp"
#include "models/delivery/participation.hpp"
#include "models/delivery/planner.hpp"
#include "models/incentives/incentive_params.hpp"
#include "models/state/occasion.hpp"

namespace concordat::cycle
{
/// The three years of delivery and the settlement: offers rewards, lets partners plan each year from
/// where they stand, adds luck, and pays.
///
/// Areas are run block by block through all years; where a scheme ranks areas, year by year through
/// all blocks, repeated until every area's expectation of its rivals is what they plan.
class DeliveryRun
{
  public:
    DeliveryRun(state::Pack const& pack, incentives::IncentiveParams const& incentives,
                delivery::Technology const& technology, delivery::DeliveryParams const& delivery);

    void resize(World& world) const;
    void run(state::Occasion const& when, delivery::Planner& planner, World& world) const;

    [[nodiscard]] state::RewardScheme const& scheme() const { return *scheme_; }

  private:
    /// What the steps of one run share.
    struct Scene
    {
        state::Occasion when{};
        delivery::Planner const& planner;
        std::vector<double> const& remaining;
    };
    void offer_rewards(World& world) const;
    void set_prize_fund(Scene const& scene, World& world) const;
    void open_block(Scene const& scene, World& world, int block) const;
    void set_market(World const& world, BlockMemory& memory) const;
    void expect(Scene const& scene, World const& world, BlockMemory& memory, int year) const;
    void look_ahead(Scene const& scene, World const& world, BlockMemory& memory, int year) const;
    void gather_partners(Scene const& scene, World const& world, BlockMemory& memory, int year) const;
    void plan_year(Scene const& scene, World& world, BlockMemory& memory, int year,
                   state::RewardScheme const& scheme) const;
    void plan_rivals(Scene const& scene, World& world, int year) const;
    void show_rivals(World const& world, BlockMemory& memory) const;
    [[nodiscard]] core::Lanes publish_plans(World& world, BlockMemory const& memory, double part) const;
    void live_year(Scene const& scene, World& world, BlockMemory& memory, int year) const;
    void count_effort(delivery::Planner const& planner, World& world, BlockMemory const& memory) const;
    void spill(World const& world, BlockMemory& memory) const;
    void close_block(World& world, BlockMemory const& memory) const;
    void settle(World& world, BlockMemory& memory) const;
    void rank_areas(World& world) const;
    [[nodiscard]] BlockMemory& memory_of(World& world, int block) const;

    state::Pack const& pack_;
    incentives::IncentiveParams incentives_;
    delivery::DeliveryParams delivery_;
    std::unique_ptr<state::RewardScheme const> scheme_;
    delivery::Participation participation_;
    Contests contests_;
    int blocks_{};
};
}  // namespace concordat::cycle
