#pragma once

#include <limits>
#include <utility>

#include "models/levels/level_talks.hpp"
#include "sim/core/lanes.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::levels
{
/// Settings under which talks are the weighted split between offer and demand alone.
inline LevelTalksParams make_neutral_talks()
{
    return {.bargaining = {.local_offer = core::Sigma{1.0},
                           .evidence_demand = core::Sigma{1.6},
                           .centre_weight = core::Share{.5},
                           .rounding_up = core::Share{0.0},
                           .rounding_factor = 1.13,
                           .understatement = core::Sigma{0.0},
                           .evidence_quality = core::Share{.5},
                           .standard_controllability = .75},
            .protocol = {.kind = ProtocolKind::nash,
                         .dictator = Side::centre,
                         .first_offer = Side::council,
                         .council_patience = .9,
                         .centre_patience = .95,
                         .offers = 0,
                         .months = 9,
                         .boulware = .3,
                         .percentage = core::Share{.2},
                         .baseline = core::Sigma{7.0},
                         .baseline_per_need = core::Sigma{2.0},
                         .least_stretch = core::Sigma{.1}},
            .council_limit = core::Sigma{std::numeric_limits<double>::infinity()},
            .centre_least = core::Share{0.0},
            .wait_for_baseline = false,
            .placeholder_weight = 1.0,
            .kept_shortfall = 0.0,
            .ratchet_weight = .5,
            .foreseen_ratchet = 0.0,
            .foresight_understatement = core::Sigma{0.0},
            .bottom_up = false,
            .challenge = core::Sigma{.1}};
}

/// Agreements in which every area holds all indicators, in the order of their rows.
struct LevelTable
{
    LevelTable(state::Pack pack_in, LevelTalksParams const& params) : pack{std::move(pack_in)}, talks{pack, params}
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(pack.area_count()));
        auto const columns = static_cast<Eigen::Index>(pack.indicator_count());
        population.controllability.setConstant(columns, .75);
        population.trust.setConstant(rows, .5);
        population.centre_weight.setConstant(rows, .55);
        population.trend.setZero(rows, columns);
        population.need.setZero(rows, columns);
        population.top_down.assign(pack.indicator_count(), 0);
        population.missing_baseline.assign(pack.indicator_count(), 0);
        population.national_gain.setConstant(columns, 5.0);
        standing.resize(rows, columns, 2);
        agreement.item.setConstant(rows, columns, -1);
        agreement.placeholder.setZero(rows, columns);
        agreement.count.assign(static_cast<std::size_t>(rows), 0);
        for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
            agreement.count[i] = static_cast<int>(columns);
            for (int slot = 0; slot < static_cast<int>(columns); ++slot) agreement.item(i, slot) = slot;
        }
        talks.resize(agreement, targets, record);
    }

    state::Targets const& strike(std::uint32_t replicate = 0)
    {
        agreement.placeholder.setZero();
        talks.strike({5, replicate, 0}, population, standing, agreement, targets, record, transcript);
        return targets;
    }

    state::Pack pack;
    LevelTalks talks;
    state::Population population{};
    state::Standing standing{};
    state::Agreement agreement{};
    state::Targets targets{};
    state::LevelRecord record{};
    state::Transcript transcript{};
};

/// Trends, needs, trust and power that differ between areas and indicators by stable number.
inline void vary(LevelTable& table)
{
    auto const areas = static_cast<int>(table.pack.area_count());
    auto const indicators = static_cast<int>(table.pack.indicator_count());
    for (int i = 0; i < areas; ++i) {
        int const id = table.pack.areas[i].id;
        table.population.trust(i) = .1 + .05 * (id % 17);
        table.population.centre_weight(i) = .05 + .06 * (id % 15);
        for (int j = 0; j < indicators; ++j) {
            int const number = table.pack.indicators[j].number;
            table.population.trend(i, j) = .1 * ((3 * id + 7 * number) % 13) - .5;
            table.population.need(i, j) = .2 * ((5 * id + 3 * number) % 19) - 1.8;
        }
    }
    for (int j = 0; j < indicators; ++j) {
        int const number = table.pack.indicators[j].number;
        table.population.controllability(j) = .3 + .1 * (number % 8);
        table.population.top_down[j] = number % 9 == 0 ? 1 : 0;
        table.population.missing_baseline[j] = number % 4 == 0 ? 1 : 0;
    }
}
}  // namespace concordat::levels
