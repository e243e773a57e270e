#include "models/politics/recession.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::politics
{
Recession::Recession(state::Pack const& pack, RecessionParams const& params, int years_per_round)
    : params_{params}, years_per_round_{years_per_round}, effect_{pack.recession_effect}
{
    core::require(years_per_round > 0 && params.shock_years > 0, "a recession and a round last at least a year");
    core::require(effect_.size() == 0 || effect_.size() == static_cast<Eigen::Index>(pack.indicator_count()),
                  "a pack gives a recession's effect on all indicators or on none");
}

void Recession::strike(int round, state::Shocks& shocks) const
{
    if (params_.severity == 0.0 || round != params_.round || effect_.size() == 0) return;
    int const end = std::min(params_.first_year + params_.shock_years, static_cast<int>(shocks.common.size()));
    for (int year = params_.first_year; year < end; ++year) {
        shocks.common[static_cast<std::size_t>(year)] += (params_.severity / params_.shock_years) * effect_;
    }
}

void Recession::apply(int round, int year, state::Conditions& conditions) const
{
    if (params_.severity == 0.0) return;
    int const begin = params_.round * years_per_round_ + params_.first_year;
    int const end = (params_.round + 1) * years_per_round_;
    int const now = round * years_per_round_ + year;
    if (now < begin) return;
    double left = 1.0;
    for (int t = begin; t <= std::min(now, end - 1); ++t) left *= 1.0 - params_.severity * params_.budget_fall.value();
    conditions.budget *= left;
    if (now < end) conditions.alignment -= params_.severity * params_.retreat.value();
}

CentreMood Recession::mood(int round) const
{
    if (params_.severity == 0.0 || round != params_.round) return {};
    return {.centre_weight = params_.severity * params_.centre_weight.value(),
            .telling = params_.severity * params_.telling.value(),
            .late_factor = 1.0 + params_.severity * (params_.late_factor - 1.0)};
}
}  // namespace concordat::politics
