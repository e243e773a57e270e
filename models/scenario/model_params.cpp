#include "models/scenario/model_params.hpp"

#include "models/scenario/bind_back_half.hpp"
#include "models/scenario/bind_behaviour.hpp"
#include "models/scenario/bind_demands.hpp"
#include "models/scenario/bind_levels.hpp"
#include "models/scenario/bind_population.hpp"
#include "models/scenario/bind_selection.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
namespace
{
void check_together(ModelParams const& params)
{
    core::Problems problems;
    auto const& contest = params.incentives.tournament;
    if (contest.min_contestants > contest.max_contestants) {
        problems.add({}, "incentives.tournament.min_contestants is larger than incentives.tournament.max_contestants");
    }
    if (params.incentives.pro_rata.floor > params.incentives.pro_rata.cap) {
        problems.add({}, "incentives.pro_rata.floor is larger than incentives.pro_rata.cap");
    }
    if (params.incentives.pooled.floor > params.incentives.pooled.cap) {
        problems.add({}, "incentives.pooled.floor is larger than incentives.pooled.cap");
    }
    problems.throw_if_any();
}
}  // namespace

ModelParams bind_model(config::ParameterReader& in)
{
    ModelParams params{
        .population = bind_population(in),
        .demands = bind_demands(in),
        .asks = bind_asks(in),
        .selection = bind_selection(in),
        .levels = bind_levels(in),
        .incentives = bind_incentives(in),
        .inspection = bind_inspection(in),
        .behaviour = bind_behaviour(in),
        .delivery = bind_delivery(in),
        .shocks = bind_measurement(in),
        .account = bind_welfare(in),
    };
    check_together(params);
    return params;
}
}  // namespace concordat::scenario
