#pragma once

#include <array>
#include <cstdint>

#include "models/inspection/outlook_estimate.hpp"
#include "models/state/agreement.hpp"
#include "models/state/assessment.hpp"
#include "models/state/conditions.hpp"
#include "models/state/outlook.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "sim/core/lanes.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::inspection
{
/// Areas and indicators where nothing moves: no need, no trend, no gain, no agreement; noise 1.
struct InspectionScene
{
    state::Pack pack{};
    state::Population population{};
    state::Standing standing{};
    state::Performance performance{};
    state::Agreement agreement{};
    state::Targets targets{};
    state::Outlook outlook{};
    state::Assessment assessment{};
    state::Conditions conditions{};

    InspectionScene(int areas, int indicators, int slots = 1) : pack{support::make_small_pack(areas, indicators)}
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(static_cast<std::size_t>(areas)));
        for (auto& row : pack.indicators) row.link = state::NationalLink::public_service_agreement;
        for (int i = 0; i < areas; ++i) {
            for (int other = 0; other < areas; ++other) {
                if (other != i) pack.areas[static_cast<std::size_t>(i)].neighbours.emplace_back(other);
            }
        }
        population.need = population.trend = state::AreaTable::Zero(rows, indicators);
        population.noise = population.controllability = state::PerIndicator::Ones(indicators);
        for (auto& loading : population.loading) loading = state::PerIndicator::Zero(indicators);
        population.productivity = state::PerArea::Ones(rows);
        population.trust = state::PerArea::Constant(rows, 0.5);
        population.capability = population.deprivation = state::PerArea::Zero(rows);
        population.cpa_class.assign(static_cast<std::size_t>(rows), 2);
        standing.resize(rows, indicators, 2);
        performance.true_gain = state::AreaTable::Zero(rows, indicators);
        agreement.selected = state::AreaFlagTable::Zero(rows, indicators);
        agreement.item = state::AreaIntTable::Constant(rows, slots, -1);
        agreement.count.assign(static_cast<std::size_t>(rows), 0);
        agreement.statutory.assign(static_cast<std::size_t>(rows), 0);
        targets.level = state::AreaTable::Zero(rows, slots);
        outlook.resize(rows, indicators);
        assessment.resize(rows, indicators);
        conditions.resize(rows, indicators, slots);
    }

    void choose(int area, int indicator, double target)
    {
        int& count = agreement.count[static_cast<std::size_t>(area)];
        agreement.item(area, count) = indicator;
        agreement.selected(area, indicator) = 1;
        targets.level(area, count) = target;
        ++count;
    }
    void estimate(double remaining)
    {
        OutlookEstimate{pack, 2.0}.estimate(population, standing, performance, remaining, outlook);
    }
};
}  // namespace concordat::inspection
