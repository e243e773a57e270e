#include "models/cycle/model.hpp"

#include "models/behaviour/purposes.hpp"
#include "models/cycle/delivery_run.hpp"
#include "models/cycle/round_params.hpp"
#include "models/demands/asks.hpp"
#include "models/demands/purposes.hpp"
#include "models/demands/salience.hpp"
#include "models/levels/level_bargaining.hpp"
#include "models/levels/purposes.hpp"
#include "models/population/population_sampler.hpp"
#include "models/population/purposes.hpp"
#include "sim/random/registry.hpp"

namespace concordat::cycle
{
/// The mechanisms of one scenario. The planner keeps budgets of the current replicate, so every
/// world has its own (see `World`); everything here is const.
struct Model::Parts
{
    std::shared_ptr<state::Pack const> pack;
    scenario::ModelParams params;
    population::PopulationSampler population;
    demands::Salience salience;
    demands::ValueFormation values;
    selection::JointPackage selection;
    levels::LevelBargaining levels;
    inspection::Inspection inspection;
    measurement::ShockSampler shocks;
    delivery::Technology technology;
    DeliveryRun delivery;

    Parts(std::shared_ptr<state::Pack const> given, scenario::ModelParams const& with)
        : pack{std::move(given)},
          params{with},
          population{*pack, params.population},
          salience{*pack, params.demands.salience},
          values{*pack, params.demands},
          selection{*pack, params.selection},
          levels{*pack, params.levels},
          inspection{params.inspection},
          shocks{*pack, params.shocks, years_per_round},
          technology{*pack, params.delivery.motives.council_share},
          delivery{*pack, params.incentives, technology, params.delivery, params.behaviour}
    {
    }
};

namespace
{
void check_purposes()
{
    std::vector<random::Purpose> all;
    auto const add = [&](auto const& list) { all.insert(all.end(), list.begin(), list.end()); };
    add(population::purpose::all);
    add(demands::purpose::all);
    add(levels::purpose::all);
    add(measurement::purpose::all);
    add(delivery::purpose::all);
    add(behaviour::purpose::all);
    random::require_distinct(all);
}
}  // namespace

Model::Model(std::shared_ptr<state::Pack const> pack, scenario::ModelParams params)
    : parts_{std::make_unique<Parts>(std::move(pack), std::move(params))}
{
    check_purposes();
}

Model::~Model() = default;
Model::Model(Model&&) noexcept = default;

void Model::furnish(World& world) const
{
    auto const& parts = *parts_;
    parts.population.resize(world.population);
    Eigen::Index const areas = world.population.trust.size();
    auto const departments = static_cast<Eigen::Index>(parts.pack->departments.size());
    world.standing.resize(areas, static_cast<Eigen::Index>(parts.pack->indicator_count()), departments);
    world.centre.resize(departments, static_cast<Eigen::Index>(parts.pack->indicator_count()));
    world.year.resize(areas);
    world.bargain.resize(areas);
    parts.salience.resize(world.population);
    parts.values.resize(world.values, world.value_workspace);
    parts.selection.resize(world.agreement, world.selection_workspace);
    world.conditions.resize(areas, static_cast<Eigen::Index>(parts.pack->indicator_count()), world.agreement.item.cols());
    parts.levels.resize(world.agreement, world.targets);
    parts.shocks.resize(world.shocks);
    parts.delivery.furnish(world);
}

void Model::agree(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    parts.population.draw(when, world.population);
    parts.salience.draw(when, world.population);
    parts.values.form(when, world.population, world.values, world.value_workspace);
    parts.selection.agree(world.population, world.values, world.agreement, world.selection_workspace);
}

void Model::run_round(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    if (when.round == 0) parts.delivery.start_replicate(world);
    agree(when, world);
    parts.levels.set(when, world.population, world.agreement, world.targets);
    parts.inspection.price(world.population, world.agreement, static_cast<int>(parts.pack->indicator_count()),
                           world.inspection);
    parts.shocks.draw(when, world.population, world.agreement, world.shocks);
    parts.delivery.run(when, world);
}

state::Pack const& Model::pack() const { return *parts_->pack; }
scenario::ModelParams const& Model::params() const { return parts_->params; }

double Model::asks_per_area() const
{
    return demands::asks_per_area(parts_->params.asks, parts_->params.selection.cap,
                                  static_cast<int>(parts_->pack->departments.size()));
}

std::vector<Step> const& step_list()
{
    static std::vector<Step> const steps{
        {"Draw the population", "capability, buy-in, trust, needs, trends, what each indicator is like", "models/population"},
        {"Form demands", "salience, evidence and ministerial announcements become values of both sides", "models/demands"},
        {"Agree the indicators", "the joint package: the best items worth a slot to both sides together", "models/selection"},
        {"Set the levels", "announced trend plus a bargained stretch", "models/levels"},
        {"Price inspection", "what the score of the inspectorate is worth on every indicator", "models/inspection"},
        {"Draw luck", "noise, common factors and moods of three years", "models/measurement"},
        {"Offer rewards", "reward grant per target, or prizes of reference groups", "models/incentives"},
        {"Decide who takes part", "each year: partners in, nominal or out", "models/delivery"},
        {"Plan and spend effort", "each year: best responses under budgets and ring-fences", "models/delivery"},
        {"Live the year", "gains, spillovers and luck add to performance, true and measured", "models/cycle"},
        {"Settle", "reported performance is paid", "models/incentives"},
        {"Account", "value to society, transfers, negotiation and reporting", "models/welfare"},
    };
    return steps;
}
}  // namespace concordat::cycle
