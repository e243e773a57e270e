#include "models/politics/abolition.hpp"

#include "sim/core/check.hpp"

namespace concordat::politics
{
Abolition::Abolition(AbolitionParams const& params, int years_per_round)
    : params_{params}, years_per_round_{years_per_round}
{
    core::require(years_per_round > 0, "a round lasts at least a year");
}

int Abolition::years_left(int round, int year) const
{
    return (params_.round - round) * years_per_round_ + params_.year - year;
}

bool Abolition::in_force(int round, int year) const { return params_.round < 0 || years_left(round, year) > 0; }

core::Share Abolition::honoured(int round, int year, core::Share otherwise) const
{
    return in_force(round, year) ? otherwise : params_.honour;
}

core::Share Abolition::expectation(int round, int year) const
{
    if (params_.round < 0) return core::Share{0.0};
    if (!in_force(round, year)) return core::Share{1.0};
    return years_left(round, year) <= params_.foresight ? params_.expected : core::Share{0.0};
}

void Abolition::apply(int round, int year, state::Conditions& conditions) const
{
    if (in_force(round, year)) return;
    conditions.slot_weight.setZero();
    conditions.attention.setZero();
    if (params_.inspection_ends) conditions.inspection_focus.setZero();
}
}  // namespace concordat::politics
