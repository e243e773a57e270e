#include "models/welfare/account.hpp"

namespace concordat::welfare
{
namespace
{
constexpr double months_per_year = 12.0;
}

double Account::negotiation(AreaAccount const& area) const
{
    double const officials = params_.negotiators * params_.official_cost * area.months / months_per_year;
    return officials * (1.0 - params_.level_saving * area.contested_share) + params_.ask_cost * area.asks;
}

double Account::refresh(AreaAccount const& area) const
{
    return params_.official_cost * area.refresh_months / months_per_year;
}

double Account::reporting(AreaAccount const& area) const { return params_.reporting * area.reporting_years; }

double Account::running(AreaAccount const& area) const
{
    return negotiation(area) + refresh(area) + reporting(area) + area.audit + area.intervention;
}

double Account::welfare(AreaAccount const& area, double cost_of_funds) const
{
    double const transfer = area.reward - area.fines;
    return area.social_value - area.effort - area.manipulation - (cost_of_funds - params_.grant_value) * transfer -
           running(area);
}

double Account::exchequer(AreaAccount const& area) const { return area.reward - area.fines + running(area); }
}  // namespace concordat::welfare
