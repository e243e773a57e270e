#pragma once

#include <memory>
#include <vector>

#include "models/behaviour/calendar.hpp"
#include "models/behaviour/effort_habit.hpp"
#include "models/behaviour/joint_effort.hpp"
#include "models/cycle/border_spillovers.hpp"
#include "models/cycle/contests.hpp"
#include "models/cycle/joint_targets.hpp"
#include "models/cycle/world.hpp"
#include "models/delivery/participation.hpp"
#include "models/delivery/planner.hpp"
#include "models/incentives/incentive_params.hpp"
#include "models/state/occasion.hpp"

namespace concordat::cycle
{
/// How areas that lie together bear on each other; off by default.
struct Neighbourhood
{
    selection::MultiAreaParams multi_area{};
    population::BorderParams border{};
};

/// The three years of delivery and the settlement: offers rewards, lets partners plan each year from
/// where they stand, adds luck, and pays.
///
/// A round goes year by year through all blocks of areas: open, run_year for every year, settle. What
/// the rest of the model says about a year (`world.conditions`, `standing`, `centre`, `population`) is
/// read when that year is run; the first year's tables also say what things are like without an agreement.
/// Where a scheme ranks areas, or councils hold targets together, a year is planned until every area's expectation
/// of the others is what they plan.
class DeliveryRun
{
  public:
    DeliveryRun(state::Pack const& pack, incentives::IncentiveParams const& incentives,
                delivery::Technology const& technology, delivery::DeliveryParams const& delivery,
                behaviour::BehaviourParams const& behaviour = {}, Neighbourhood const& around = {});

    /// Makes the planner, the memory of all blocks and the tables of results. \pre the agreement,
    /// conditions, standing and centre have their sizes
    void furnish(World& world) const;
    /// What delivery carries from round to round goes to its start: efforts are not known.
    void start_replicate(World& world) const;
    /// Offers rewards, and starts the round's accounts.
    void open(World& world) const;
    /// Offers the reward on items that have a level by now. After a refresh.
    void offer_levels(World& world) const;
    /// Plans and lives one year; first of all in the first one, makes the plan without an agreement.
    /// \pre `open`, and the years before it in order
    void run_year(state::Occasion const& when, World& world, int year) const;
    /// Adds up the round: true gains, and what the measure shows.
    void close(World& world) const;
    /// The targets as areas see them by what the others they agreed with report. \pre closed
    [[nodiscard]] state::Targets const& see_targets(World& world) const;
    /// What one more sigma on the reports would bring, into `gaming.slope`, where the rule has no jump
    /// at the target: as uncertain about the rest of the score or about rivals as the last year began.
    /// \pre closed, and all that is not chosen has been added to `performance.reported`
    void price_reports(World& world) const;
    /// Pays for `performance.reported`. \pre closed \param honoured [share] of what was earned
    void settle(World& world, core::Share honoured) const;
    /// A whole round of years that are all alike.
    void run(state::Occasion const& when, World& world) const;

    [[nodiscard]] state::RewardScheme const& scheme() const { return *scheme_; }

  private:
    /// What the steps of one run share.
    struct Scene
    {
        state::Occasion when{};
        delivery::Planner const& planner;
    };
    [[nodiscard]] static Scene scene_of(state::Occasion const& when, World const& world)
    {
        return {when, *world.planner};
    }
    [[nodiscard]] double shared_care(state::Occasion const& when, int year) const;
    [[nodiscard]] delivery::RoundView view_of(state::Occasion const& when, World const& world, int year) const;
    [[nodiscard]] double remaining(int year) const { return remaining_[static_cast<std::size_t>(year)]; }
    void offer_rewards(World& world) const;
    void set_prize_fund(Scene const& scene, World& world) const;
    void open_block(Scene const& scene, delivery::RoundView const& view, World& world, BlockMemory& memory) const;
    /// Whether blocks live a year one after another, so that they can share the memory of what it writes.
    [[nodiscard]] bool lends_years(World const& world) const
    {
        return !plans_together() && !aspires() && border_.neutral() && !world.keeps_years;
    }
    /// Calls `visit` for every block in order; where years are lent, their memory goes along from block to block.
    template <class Visit>
    void visit_blocks(World& world, Visit&& visit) const;
    void spread_gains(World& world) const;
    void set_market(World const& world, BlockMemory& memory) const;
    [[nodiscard]] double social_value(World const& world, int area, int indicator) const;
    void offer_market(World const& world, BlockMemory& memory) const;
    [[nodiscard]] bool targets_moved(World const& world, BlockMemory const& memory) const;
    void expect(World const& world, BlockMemory& memory, int year) const;
    void look_ahead(World const& world, BlockMemory& memory, int year) const;
    void gather_partners(Scene const& scene, World const& world, BlockMemory& memory, int year) const;
    void plan_year(Scene const& scene, World& world, BlockMemory& memory, int year,
                   state::RewardScheme const& scheme) const;
    void plan_rivals(Scene const& scene, World& world, int year) const;
    void show_rivals(World const& world, BlockMemory& memory) const;
    /// Whether areas plan by what others are expected to achieve.
    [[nodiscard]] bool plans_together() const { return scheme_->ranks_areas() || !joint_.neutral(); }
    [[nodiscard]] core::Lanes publish_plans(World& world, BlockMemory const& memory, double part) const;
    void live_years(Scene const& scene, World& world, int year) const;
    void bring_gains(Scene const& scene, World& world, BlockMemory& memory, int year) const;
    void live_year(Scene const& scene, World& world, BlockMemory& memory, int year) const;
    void count_effort(World& world, BlockMemory const& memory, core::Lanes inside) const;
    void count_singles(Scene const& scene, World& world, BlockMemory& memory, int year) const;
    // delivery_joint.cpp
    void list_joint(World& world) const;
    [[nodiscard]] core::Lanes widen(World const& world, int first_area, int slot, core::Lanes own_variance,
                                    core::Lanes common_variance) const;
    void show_joint(World const& world, BlockMemory& memory) const;
    [[nodiscard]] core::Lanes publish_joint(World& world, BlockMemory const& memory, double part) const;
    void count_neighbours(World const& world, BlockMemory& memory) const;
    // delivery_effort.cpp
    void measure_all(Scene const& scene, BlockMemory& memory) const;
    void start_efforts(Scene const& scene, World& world, BlockMemory& memory) const;
    void expect_arrivals(World const& world, BlockMemory& memory, int year) const;
    void follow_habit(BlockMemory& memory, World const& world, int year) const;
    void look_for_refreshed(World const& world, BlockMemory& memory, int year) const;
    void form_prospects(World& world, BlockMemory const& memory, int year) const;
    void compare_aspirations(World& world, int year) const;
    void move_efforts(Scene const& scene, World& world, BlockMemory& memory, int year) const;
    void move_together(World const& world, BlockMemory& memory) const;
    [[nodiscard]] core::Lanes show(World const& world, BlockMemory& memory, std::size_t kind, std::size_t j,
                                   core::Lanes lived) const;
    void follow_spending(behaviour::EffortHabit const& habit, Spending const& best, double first_share,
                         Spending& level) const;
    [[nodiscard]] Spending planned_spending(BlockMemory const& memory, std::size_t first, std::size_t last) const;
    core::Lanes arrive(BlockMemory& memory, std::size_t kind, std::size_t j, core::Lanes lived, int lag) const;
    void keep_efforts(World& world, BlockMemory const& memory) const;
    // delivery_groups.cpp
    void start_groups(Scene const& scene, World& world, BlockMemory& memory) const;
    void move_apart(Scene const& scene, World& world, BlockMemory& memory) const;
    [[nodiscard]] core::Lanes live_apart(BlockMemory const& memory, std::size_t kind, std::size_t j, core::Lanes a,
                                         std::array<core::Lanes, group_count> const& moved, core::Lanes part) const;
    void spend_apart(Scene const& scene, BlockMemory& memory, int year) const;
    [[nodiscard]] bool at_once(World const& world) const
    {
        return !apart_ && habit_.neutral() && calendar_.neutral() && world.population.lag.empty();
    }
    // delivery_report.cpp
    void note_position(World& world, BlockMemory& memory, int year) const;
    void note_gains(World& world, BlockMemory const& memory, int year) const;
    void report_year(World& world, BlockMemory const& memory, int year) const;
    void write_diary(World& world, BlockMemory const& memory, int year) const;
    void spill(World const& world, BlockMemory& memory) const;
    void close_block(World& world, BlockMemory const& memory) const;
    void pay(World& world, BlockMemory& memory, double honoured) const;
    [[nodiscard]] double hear(World& world, int area, int slot) const;
    void rank_areas(World& world) const;

    [[nodiscard]] bool compares_areas() const;
    /// Whether anybody follows aspirations.
    [[nodiscard]] bool aspires() const
    {
        using enum behaviour::EffortRule;
        return habit_.rule() == aspiration || (apart_ && partners_habit_.rule() == aspiration);
    }

    state::Pack const& pack_;
    delivery::Technology const& technology_;
    incentives::IncentiveParams incentives_;
    delivery::DeliveryParams delivery_;
    std::unique_ptr<state::RewardScheme const> scheme_;
    delivery::Participation participation_;
    Contests contests_;
    JointTargets joint_;
    BorderSpillovers border_;
    incentives::Hearing hearing_;
    behaviour::EffortHabit habit_;  ///< the council's, and everybody's where none is apart
    behaviour::EffortHabit partners_habit_;
    behaviour::JointEffort joint_effort_;
    behaviour::Calendar calendar_;
    bool apart_{};                  ///< council and partners move their efforts differently
    std::vector<double> remaining_;  ///< [share] of the round that is left at the start of each year
    int blocks_{};
};

template <class Visit>
void DeliveryRun::visit_blocks(World& world, Visit&& visit) const
{
    bool const lends = lends_years(world);
    auto& blocks = world.blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        if (lends && b > 0) blocks[b].swap_year(blocks[b - 1]);
        visit(blocks[b]);
    }
    if (lends) blocks.front().swap_year(blocks.back());
}
}  // namespace concordat::cycle
