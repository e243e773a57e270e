#include "models/scenario/bind_money.hpp"

namespace concordat::scenario
{
delivery::MoneyParams bind_money(config::ParameterReader& in)
{
    return {
        .effort_per_thousand = in.number("delivery.motives.effort_per_thousand"),
        .exponent = in.number("delivery.motives.money_exponent"),
        .symbolic = in.number("delivery.motives.symbolic"),
    };
}

double bind_worth(config::ParameterReader& in, incentives::IncentiveParams const& incentives)
{
    return delivery::worth_of_thousand(bind_money(in), incentives.per_target);
}

double bind_symbolic(config::ParameterReader& in, incentives::IncentiveParams const& incentives)
{
    double const motive = delivery::symbolic_motive(bind_money(in), in.number("population.indicators.controllability_mean"),
                                                    in.number("delivery.production.effort_cost"));
    return incentives.scheme == incentives::SchemeKind::none ? 0.0 : motive;
}
}  // namespace concordat::scenario
