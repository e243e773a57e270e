#include "models/welfare/account.hpp"

namespace concordat::welfare
{
double Account::negotiation(AreaAccount const& area) const
{
    constexpr double months_per_year = 12.0;
    double const officials = params_.negotiators * params_.official_cost * params_.negotiation_months / months_per_year;
    return officials * (1.0 - params_.level_saving * area.contested_share) + params_.ask_cost * area.asks;
}

double Account::reporting(int years) const { return params_.reporting * years; }

double Account::welfare(AreaAccount const& area, int years, double cost_of_funds) const
{
    return area.social_value - area.effort - (cost_of_funds - params_.grant_value) * area.reward - negotiation(area) -
           reporting(years);
}

double Account::exchequer(AreaAccount const& area, int years) const
{
    return area.reward + negotiation(area) + reporting(years);
}
}  // namespace concordat::welfare
