#pragma once

#include "models/demands/salience.hpp"
#include "models/demands/value_formation.hpp"
#include "models/population/population_sampler.hpp"
#include "models/selection/joint_package.hpp"
#include "models/state/occasion.hpp"

namespace concordat::support
{
/// The settings of everything that happens before targets have levels.
struct FrontHalfParams
{
    population::PopulationParams population{};
    demands::DemandsParams demands{};
    selection::SelectionParams selection{};
};

/// Runs population, demands and selection of one replicate after another.
class FrontHalf
{
  public:
    FrontHalf(state::Pack const& pack, FrontHalfParams const& params)
        : sampler_{pack, params.population},
          salience_{pack, params.demands.salience},
          formation_{pack, params.demands},
          package_{pack, params.selection}
    {
        sampler_.resize(population);
        salience_.resize(population);
        formation_.resize(values, value_workspace_);
        package_.resize(agreement, selection_workspace_);
    }

    state::Agreement const& run(state::Occasion const& when)
    {
        sampler_.draw(when, population);
        salience_.draw(when, population);
        formation_.form(when, population, values, value_workspace_);
        package_.agree(population, values, agreement, selection_workspace_);
        return agreement;
    }

    state::Population population{};
    state::Values values{};
    state::Agreement agreement{};

  private:
    population::PopulationSampler sampler_;
    demands::Salience salience_;
    demands::ValueFormation formation_;
    selection::JointPackage package_;
    demands::ValueWorkspace value_workspace_{};
    selection::SelectionWorkspace selection_workspace_{};
};
}  // namespace concordat::support
