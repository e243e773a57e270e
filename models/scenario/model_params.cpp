#include "models/scenario/model_params.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "models/scenario/bind_back_half.hpp"
#include "models/scenario/bind_behaviour.hpp"
#include "models/scenario/bind_demands.hpp"
#include "models/scenario/bind_gaming.hpp"
#include "models/scenario/bind_inspection.hpp"
#include "models/scenario/bind_levels.hpp"
#include "models/scenario/bind_multi_area.hpp"
#include "models/scenario/bind_population.hpp"
#include "models/scenario/bind_recording.hpp"
#include "models/scenario/bind_selection.hpp"
#include "models/scenario/bind_whitehall.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
namespace
{
/// Shares of one whole are at most all of it, up to the rounding of their sum.
bool fit(std::initializer_list<core::Share> parts)
{
    constexpr double rounding = 1e-12;
    double sum = 0.0;
    for (auto const part : parts) sum += part.value();
    return sum <= 1.0 + rounding;
}

void check_learning(LearningGroup const& in, core::Problems& problems)
{
    if (!fit({in.cooperation.conditional, in.cooperation.free_riding, in.cooperation.hump_shaped})) {
        problems.add({}, "learning.cooperation.conditional, free_riding and hump_shaped add up to more than 1");
    }
    if (!fit({in.diffusion.region_look, in.diffusion.library_look})) {
        problems.add({}, "learning.diffusion.region_look and library_look add up to more than 1");
    }
    if (!std::is_sorted(in.habits.level.begin(), in.habits.level.end())) {
        problems.add({}, "learning.habits.low_level, middle_level and high_level do not ascend");
    }
    if (in.buy_in.lowest > in.buy_in.highest) {
        problems.add({}, "population.relations.buy_in_lowest is larger than population.relations.buy_in_highest");
    }
}

void check_politics(PoliticsGroup const& in, core::Problems& problems)
{
    if (!fit({in.engagement.ignorant, in.engagement.engaged, in.engagement.rejecting})) {
        problems.add({}, "politics.engagement.ignorant, engaged and rejecting add up to more than 1");
    }
}

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
    check_learning(params.learning, problems);
    check_politics(params.politics, problems);
    auto const& cuts = params.population.capability.class_cuts;
    if (!std::is_sorted(cuts.begin(), cuts.end())) {
        problems.add({}, "population.capability.cut_poor_weak, cut_weak_fair, cut_fair_good and cut_good_excellent do not ascend");
    }
    auto const& talks = params.level_talks;
    if (talks.council_limit < talks.bargaining.local_offer) {
        problems.add({}, "levels.room.council_limit is smaller than levels.bargaining.local_offer");
    }
    problems.throw_if_any();
}
}  // namespace

ModelParams bind_model(config::ParameterReader& in, std::shared_ptr<incentives::ContestLibrary> contests)
{
    ModelParams params{
        .population = bind_population(in),
        .whitehall = bind_whitehall(in),
        .demands = bind_demands(in),
        .asks = bind_asks(in),
        .selection = bind_selection(in),
        .multi_area = bind_multi_area(in),
        .level_talks = bind_level_talks(in),
        .refresh = bind_refresh(in),
        .incentives = bind_incentives(in),
        .gaming = {},
        .inspection = bind_inspection(in),
        .scoring = {},
        .floors = bind_floors(in),
        .publication = bind_publication(in),
        .supervision = bind_supervision(in),
        .complaints = {},
        .behaviour = bind_behaviour(in),
        .delivery = {},
        .shocks = bind_measurement(in),
        .learning = bind_learning(in),
        .politics = bind_politics(in),
        .recording = bind_recording(in),
        .account = bind_welfare(in),
    };
    params.incentives.tournament.library = std::move(contests);
    params.scoring = bind_scoring(in, params.inspection);
    params.complaints = bind_complaints(in, params.inspection, params.floors);
    params.delivery = bind_delivery(in, params.incentives);
    params.gaming = bind_gaming(in, params.incentives);
    check_together(params);
    return params;
}
}  // namespace concordat::scenario
