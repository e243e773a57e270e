#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/bargain.hpp"
#include "models/state/conditions.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "models/state/year_result.hpp"
#include "sim/core/lanes.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::support
{
/// A small pack with a council, `partner_count` partners after it, one of them for two-tier areas
/// only where asked for, and one that only speaks.
inline state::Pack make_pack_with_partners(int area_count, int indicator_count, int partner_count,
                                           bool last_is_districts = false)
{
    auto pack = make_small_pack(area_count, indicator_count);
    pack.partners.push_back({.code = "council", .name = "Council"});
    for (int p = 1; p <= partner_count; ++p) {
        pack.partners.push_back({.code = "partner_" + std::to_string(p), .name = "Partner"});
    }
    pack.partners.back().two_tier_only = last_is_districts;
    pack.partners.push_back({.code = "business", .name = "Business", .voice_only = true});
    return pack;
}

/// What mechanisms between the years act on, at a plain start.
struct YearWorld
{
    explicit YearWorld(state::Pack given) : pack{std::move(given)}
    {
        auto const areas = static_cast<Eigen::Index>(core::padded(pack.area_count()));
        auto const indicators = static_cast<Eigen::Index>(pack.indicator_count());
        for (auto* column : {&population.trust, &population.cooperation}) column->setConstant(areas, 0.5);
        population.buy_in.setOnes(areas);
        population.champion.assign(static_cast<std::size_t>(areas), 0);
        population.top_down.assign(pack.indicator_count(), 0);
        standing.resize(areas, indicators, static_cast<Eigen::Index>(pack.departments.size()));
        conditions.resize(areas, indicators, indicators);
        year.resize(areas);
        bargain.resize(areas);
        agreement.item.setConstant(areas, indicators, -1);
        agreement.imposed.setZero(areas, indicators);
        for (auto* counts : {&agreement.count, &agreement.statutory, &agreement.forced}) {
            counts->assign(static_cast<std::size_t>(areas), 0);
        }
    }

    state::Pack pack;
    state::Population population{};
    state::Standing standing{};
    state::Conditions conditions{};
    state::YearResult year{};
    state::Bargain bargain{};
    state::Agreement agreement{};
};

/// Everything that is carried on, as one list of numbers.
inline std::vector<double> numbers_of(state::Standing& standing)
{
    std::vector<double> all;
    standing.visit([&](char const*, auto& table) { all.insert(all.end(), table.data(), table.data() + table.size()); });
    return all;
}

inline std::vector<double> numbers_of(state::Population const& population)
{
    std::vector<double> all;
    for (auto const* column : {&population.trust, &population.cooperation, &population.buy_in}) {
        all.insert(all.end(), column->data(), column->data() + column->size());
    }
    return all;
}

inline std::vector<double> numbers_of(state::Conditions const& conditions)
{
    std::vector<double> all;
    auto const add = [&](auto const& table) { all.insert(all.end(), table.data(), table.data() + table.size()); };
    for (auto const* table : {&conditions.measured_slope, &conditions.response, &conditions.slot_weight}) add(*table);
    for (auto const* column :
         {&conditions.attention, &conditions.budget, &conditions.alignment, &conditions.inspection_focus}) {
        add(*column);
    }
    return all;
}
}  // namespace concordat::support
