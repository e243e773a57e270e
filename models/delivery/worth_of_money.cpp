#include "models/delivery/worth_of_money.hpp"

#include "sim/core/elementary.hpp"

namespace concordat::delivery
{
namespace
{
constexpr double evaluated_reward = 400000.0;  // [GBP/target] at which all exponents agree, a matter of definition
}

double worth_of_thousand(MoneyParams const& money, core::Pounds offered)
{
    if (money.exponent == 1.0 || offered.value() == 0.0) return money.effort_per_thousand;
    return money.effort_per_thousand * core::pow(offered.value() / evaluated_reward, money.exponent - 1.0);
}

double symbolic_motive(MoneyParams const& money, double controllability, double effort_cost)
{
    return money.symbolic * effort_cost / (controllability * controllability);
}
}  // namespace concordat::delivery
