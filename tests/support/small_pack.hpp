#pragma once

#include <limits>
#include <string>

#include "models/state/pack.hpp"

namespace concordat::support
{
/// A pack with `area_count` areas (ids from 1), `indicator_count` indicators (numbers from 101), of
/// which the first `statutory_count` are statutory, two departments that share them, and no
/// measured trend, noise, deprivation or value.
inline state::Pack make_small_pack(int area_count, int indicator_count, int statutory_count = 0)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    state::Pack pack;
    pack.name = "small";
    for (int i = 0; i < area_count; ++i) {
        state::Area area;
        area.id = i + 1;
        area.name = "area " + std::to_string(area.id);
        area.deprivation = unknown;
        pack.areas.push_back(area);
    }
    for (int j = 0; j < indicator_count; ++j) {
        state::Indicator row;
        row.number = 101 + j;
        row.department = state::DepartmentId{j % 2};
        row.statutory = j < statutory_count;
        row.trend = row.trend_spread = row.noise = row.natural_spread = row.social_value = unknown;
        pack.indicators.push_back(row);
    }
    pack.departments = {{"A", "first"}, {"B", "second"}};
    return pack;
}

/// The same pack with its areas and indicators in the opposite order.
inline state::Pack reverse_rows(state::Pack pack)
{
    int const areas = static_cast<int>(pack.area_count());
    int const indicators = static_cast<int>(pack.indicator_count());
    pack.areas = {pack.areas.rbegin(), pack.areas.rend()};
    pack.indicators = {pack.indicators.rbegin(), pack.indicators.rend()};
    for (auto& spillover : pack.named_spillovers) {
        spillover.from = state::IndicatorId{indicators - 1 - spillover.from.index()};
        spillover.to = state::IndicatorId{indicators - 1 - spillover.to.index()};
    }
    for (auto& area : pack.areas) {
        for (auto& neighbour : area.neighbours) neighbour = state::AreaId{areas - 1 - neighbour.index()};
    }
    for (auto* fitted : {&pack.fitted_salience, &pack.fitted_known, &pack.fitted_residual, &pack.recession_effect}) {
        fitted->reverseInPlace();
    }
    return pack;
}
}  // namespace concordat::support
