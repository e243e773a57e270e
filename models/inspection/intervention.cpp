#include "models/inspection/intervention.hpp"

#include <algorithm>

namespace concordat::inspection
{
namespace
{
constexpr double pounds_per_thousand = 1000.0;
}

void send_help(FloorParams const& params, Eigen::Index area, Eigen::Index indicator,
               state::Population const& population, state::Standing& standing, state::Assessment& assessment)
{
    double const response = population.controllability[indicator] * population.productivity[area];
    standing.support(area, indicator) = 1.0 + params.support / response;
    assessment.intervened(area, indicator) = 1;
    assessment.interventions[area] += 1.0;
    assessment.intervention_cost[area] += params.cost.value() / pounds_per_thousand;
}

void take_charge(FloorParams const& params, Eigen::Index area, state::Population& population,
                 state::Assessment& assessment)
{
    population.trust[area] = std::max(0.0, population.trust[area] - params.trust_lost.value());
    assessment.autonomy[area] = 0.0;
}
}  // namespace concordat::inspection
