#pragma once

#include "models/population/population_params.hpp"

namespace concordat::support
{
/// Plausible settings for tests of mechanisms that must not depend on the shipped parameters.
inline population::PopulationParams make_population_params()
{
    using core::Pounds;
    using core::Share;
    using core::Sigma;
    return {
        .capability = {.deprivation_correlation = -0.3,
                       .class_cuts = {-1.362, -0.728, -0.017, 1.051},
                       .productivity_slope = 0.1},
        .relations = {.buy_in_mean = 1.0,
                      .buy_in_spread = 0.25,
                      .buy_in_lowest = 0.3,
                      .buy_in_highest = 1.5,
                      .trust_mean = Share{0.5},
                      .trust_spread = Share{0.15},
                      .cooperation_mean = Share{0.5},
                      .cooperation_spread = Share{0.15}},
        .bargaining = {.centre_weight = Share{0.55},
                       .centre_weight_spread = Share{0.22},
                       .centre_weight_lowest = Share{0.05},
                       .centre_weight_highest = Share{0.95},
                       .mediation = Share{0.3},
                       .mediation_pull = Share{0.5},
                       .champion_share = Share{0.18},
                       .champion_shift = -0.05,
                       .slot_cost = 1.4,
                       .slot_cost_spread = 0.15},
        .indicators = {.controllability_mean = 0.75,
                       .controllability_spread = 0.2,
                       .controllability_lowest = 0.2,
                       .controllability_highest = 1.3,
                       .perception_controllability = 0.35,
                       .noise = Sigma{1.0},
                       .perception_noise = Sigma{1.3},
                       .common_spread = Sigma{0.35},
                       .distortion_mean = 20.0,
                       .distortion_highest = 60.0,
                       .missing_baseline = Share{0.17},
                       .top_down = Share{0.08},
                       .national_gain_lowest = Sigma{4.0},
                       .national_gain_highest = Sigma{7.0}},
        .need_and_trend = {.deprivation_loading = 0.5,
                           .trend_mean = Sigma{0.0},
                           .trend_mean_spread = Sigma{0.2},
                           .trend_spread = Sigma{0.4}},
        .social_value = {.median = Pounds{150000.0}, .log_spread = 0.8},
        .spillovers = {.density = Share{0.03}, .smallest = 0.1, .largest = 0.3, .named_scale = 1.0},
    };
}
}  // namespace concordat::support
