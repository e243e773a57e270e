#include "models/population/population_sampler.hpp"

namespace concordat::population
{
PopulationSampler::PopulationSampler(state::Pack const& pack, PopulationParams const& params)
    : areas_{pack, params.capability, params.relations, params.bargaining},
      indicators_{pack, params.indicators, params.need_and_trend, params.social_value},
      need_and_trend_{pack, params.need_and_trend},
      spillovers_{pack, params.spillovers}
{
}

void PopulationSampler::resize(state::Population& population) const
{
    areas_.resize(population);
    indicators_.resize(population);
    need_and_trend_.resize(population);
    spillovers_.resize(population);
}

void PopulationSampler::draw(state::Occasion const& when, state::Population& population) const
{
    areas_.draw(when, population);
    indicators_.draw(when, population);
    need_and_trend_.draw(when, population);
    spillovers_.draw(when, population);
}
}  // namespace concordat::population
