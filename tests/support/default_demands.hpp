#pragma once

#include "models/demands/demands_params.hpp"

namespace concordat::support
{
/// Plausible settings for tests of mechanisms that must not depend on the shipped parameters.
inline demands::DemandsParams make_demands_params()
{
    using core::Share;
    return {
        .salience = {.mode = demands::SalienceMode::drawn,
                     .psa_bonus = 0.7,
                     .residual_spread = 0.9,
                     .local_echo = 0.8,
                     .centre_part = Share{0.55 / 0.91},
                     .reference_weight = Share{0.55}},
        .evidence = {.quality = Share{0.5},
                     .council_noise = 0.5,
                     .capability_slope = 0.2,
                     .centre_noise = 0.8,
                     .champion_centre_noise = 0.5},
        .values = {.need_weight = 0.6,
                   .taste_spread = 1.0,
                   .missing_baseline = 0.3,
                   .perception = 0.2,
                   .unachievable = 0.3,
                   .standard_controllability = 0.75},
        .announcements = {.rate = 1.0, .size = 1.0},
    };
}

/// Settings under which nothing has any value to anybody.
inline demands::DemandsParams make_silent_demands_params()
{
    auto params = make_demands_params();
    params.salience.psa_bonus = params.salience.residual_spread = 0.0;
    params.values.need_weight = params.values.taste_spread = 0.0;
    params.values.missing_baseline = params.values.perception = params.values.unachievable = 0.0;
    params.announcements.rate = 0.0;
    return params;
}
}  // namespace concordat::support
