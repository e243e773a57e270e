#include "models/scenario/bind_levels.hpp"

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
levels::LevelParams bind_levels(config::ParameterReader& in)
{
    return {
        .local_offer = in.sigma("levels.bargaining.local_offer"),
        .evidence_demand = in.sigma("levels.bargaining.evidence_demand"),
        .centre_weight = in.share("levels.bargaining.centre_weight"),
        .rounding_up = in.share("levels.bargaining.rounding_up"),
        .rounding_factor = in.number("levels.bargaining.rounding_factor"),
        .understatement = in.sigma("levels.bargaining.understatement"),
        .evidence_quality = in.share("demands.evidence.quality"),
        .standard_controllability = in.number("population.indicators.standard_controllability"),
    };
}
}  // namespace concordat::scenario
