#include "models/cycle/model.hpp"

#include <cmath>

#include "models/behaviour/purposes.hpp"
#include "models/cycle/mechanisms.hpp"
#include "models/demands/purposes.hpp"
#include "models/gaming/purposes.hpp"
#include "models/inspection/purposes.hpp"
#include "models/learning/purposes.hpp"
#include "models/levels/purposes.hpp"
#include "models/measurement/purposes.hpp"
#include "models/politics/purposes.hpp"
#include "models/population/purposes.hpp"
#include "models/selection/purposes.hpp"
#include "models/whitehall/purposes.hpp"
#include "sim/core/problem.hpp"
#include "sim/random/registry.hpp"

namespace concordat::cycle
{
namespace
{
void check_purposes()
{
    std::vector<random::Purpose> all;
    auto const add = [&](auto const& list) { all.insert(all.end(), list.begin(), list.end()); };
    add(population::purpose::all);
    add(demands::purpose::all);
    add(selection::purpose::all);
    add(levels::purpose::all);
    add(measurement::purpose::all);
    add(delivery::purpose::all);
    add(whitehall::purpose::all);
    add(inspection::purpose::all);
    add(gaming::purpose::all);
    add(learning::purpose::all);
    add(politics::purpose::all);
    add(behaviour::purpose::all);
    random::require_distinct(all);
}
/// What partners know must not multiply without end.
void check_knowledge(state::Pack const& pack, scenario::ModelParams const& params)
{
    auto const& drawn = params.population.spillovers;
    double const size = 0.5 * (std::abs(drawn.smallest) + std::abs(drawn.largest));
    double const row_sum = drawn.density.value() * static_cast<double>(pack.indicator_count() - 1) * size;
    if (params.delivery.motives.known_spillovers * row_sum < 1.0) return;
    core::Problems problems;
    problems.add({}, "delivery.motives.known_spillovers is too large for so many spillovers (population.spillovers): "
                     "their product with the spillovers of an indicator must be below 1");
    problems.throw_if_any();
}
}  // namespace

Model::Model(std::shared_ptr<state::Pack const> pack, scenario::ModelParams params)
    : parts_{std::make_unique<Parts>(std::move(pack), std::move(params))}
{
    check_purposes();
    check_knowledge(*parts_->pack, parts_->params);
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
    parts.whitehall.resize(world.centre);
    world.year.resize(areas);
    world.whole_set.selected.setOnes(areas, static_cast<Eigen::Index>(parts.pack->indicator_count()));
    world.change = world.deadlocks = state::PerArea::Zero(areas);
    parts.salience.resize(world.population);
    parts.values.resize(world.values, world.value_workspace, parts.selection->reads_need());
    parts.selection->resize(world.agreement, world.bargain);
    world.selection_work = parts.selection->make_work();
    auto const indicators = static_cast<Eigen::Index>(parts.pack->indicator_count());
    Eigen::Index const slots = world.agreement.item.cols();
    world.conditions.resize(areas, indicators, slots);
    parts.levels.resize(world.agreement, world.targets, world.level_record);
    world.refresh.resize(areas, indicators, slots);
    world.recording.resize(areas, indicators, slots, years_per_round);
    world.gaming.resize(areas, indicators, slots);
    world.outlook.resize(areas, indicators);
    world.assessment.resize(areas, indicators);
    parts.complaints.resize(world.agreement, world.complaints);
    parts.innovation.resize(world.innovations);
    parts.diffusion.resize(world.diffusion);
    world.habit_payoffs.resize(areas, departments);
    parts.shocks.resize(world.shocks);
    parts.delivery.furnish(world);
}

population::Evolution const& Model::evolution() const { return parts_->evolution; }

state::Pack const& Model::pack() const { return *parts_->pack; }
scenario::ModelParams const& Model::params() const { return parts_->params; }
}  // namespace concordat::cycle
