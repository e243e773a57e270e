#include "models/inspection/floors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "models/inspection/intervention.hpp"
#include "models/inspection/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::inspection
{
using core::lane_count;
using core::Lanes;

Floors::Floors(state::Pack const& pack, FloorParams const& params, int years)
    : params_{params}, years_{years}, ids_{state::area_ids(pack)}, numbers_{state::indicator_numbers(pack)}
{
    for (auto const& row : pack.indicators) {
        national_.push_back(row.link == state::NationalLink::public_service_agreement ? 1 : 0);
    }
}

void Floors::open(state::Occasion const& when, state::Assessment& assessment) const
{
    assessment.floor.setConstant(-std::numeric_limits<double>::infinity());
    assessment.intervened.setZero();
    for (auto* column : {&assessment.below_selected, &assessment.below_unselected, &assessment.interventions,
                         &assessment.intervention_cost}) {
        column->setZero();
    }
    assessment.autonomy.setOnes();
    if (params_.covered.value() == 0.0) return;
    // Needs are standard normal, so starting levels are normal with the spread of levels.
    double const floor = params_.level_spread * core::normal_quantile(params_.percentile.value());
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        if (national_[j] == 0) continue;
        double const draw =
            random::uniform(state::replicate_key(when, purpose::minimum_standard), numbers_[j]);
        if (draw < params_.covered.value()) assessment.floor[static_cast<Eigen::Index>(j)] = floor;
    }
}

void Floors::press(state::Outlook const& outlook, state::Assessment const& assessment,
                   state::Conditions& conditions) const
{
    if (params_.pressure == 0.0) return;
    for (Eigen::Index j = 0; j < assessment.floor.size(); ++j) {
        if (!std::isfinite(assessment.floor[j])) continue;
        double const inverse = 1.0 / (outlook.spread[j] * std::sqrt(outlook.remaining));
        for (std::size_t first = 0; first < ids_.size(); first += lane_count) {
            auto const at = static_cast<Eigen::Index>(first);
            Lanes const z = (assessment.floor[j] - core::load(&outlook.projected(at, j))) * inverse;
            Lanes const pressure = params_.pressure * core::normal_pdf(z) * inverse;
            for (std::size_t lane = 0; lane < std::min(lane_count, ids_.size() - first); ++lane) {
                conditions.measured_slope(at + static_cast<Eigen::Index>(lane), j) += pressure[lane];
            }
        }
    }
}

void Floors::intervene(state::Occasion const& when, int year, state::Outlook const& outlook,
                       state::Agreement const& agreement, state::Population& population, state::Standing& standing,
                       state::Assessment& assessment) const
{
    assessment.below_selected.setZero();
    assessment.below_unselected.setZero();
    assessment.intervened.setZero();
    bool const acts = params_.probability.value() > 0.0;
    if (acts) standing.support.setOnes();
    auto const key = state::year_key(when, year, purpose::intervention, years_);
    double const elapsed = (year + 1.0) / years_;
    std::array<double, lane_count> draws;
    for (Eigen::Index j = 0; j < assessment.floor.size(); ++j) {
        if (!std::isfinite(assessment.floor[j])) continue;
        double const inverse = 1.0 / (outlook.spread[j] * std::sqrt(elapsed));
        for (std::size_t first = 0; first < ids_.size(); first += lane_count) {
            auto const at = static_cast<Eigen::Index>(first);
            std::span const here = std::span{ids_}.subspan(first, std::min(lane_count, ids_.size() - first));
            Lanes const below = core::normal_cdf((assessment.floor[j] - core::load(&outlook.present(at, j))) * inverse);
            if (acts) random::fill_uniform(key, here, numbers_[static_cast<std::size_t>(j)], draws);
            for (std::size_t lane = 0; lane < here.size(); ++lane) {
                auto const i = at + static_cast<Eigen::Index>(lane);
                (agreement.selected(i, j) != 0 ? assessment.below_selected : assessment.below_unselected)[i] += below[lane];
                if (!acts) continue;
                if (draws[lane] >= params_.probability.value() * below[lane]) continue;
                send_help(params_, i, j, population, standing, assessment);
                take_charge(params_, i, population, assessment);
            }
        }
    }
}
}  // namespace concordat::inspection
