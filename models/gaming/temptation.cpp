#include "models/gaming/temptation.hpp"

#include <limits>

#include "models/gaming/purposes.hpp"
#include "sim/core/elementary.hpp"
#include "sim/random/streams.hpp"

namespace concordat::gaming
{
Temptation::Temptation(state::Pack const& pack, GamingParams const& params) : params_{params}
{
    for (auto const& area : pack.areas) ids_.push_back(static_cast<std::uint32_t>(area.id));
    for (auto const& row : pack.indicators) numbers_.push_back(static_cast<std::uint32_t>(row.number));
}

void Temptation::weigh(state::Occasion const& when, state::Agreement const& agreement,
                       state::Standing const& standing, state::Gaming& gaming) const
{
    gaming.curvature.setConstant(std::numeric_limits<double>::infinity());
    gaming.slope.setZero();
    gaming.detection.setConstant(params_.detection.value());
    gaming.worth = params_.effort_per_thousand * params_.payment_belief * standing.payment_belief;
    if (params_.manipulable.value() == 0.0) return;
    find_manipulable(when, gaming.manipulable);
    for (int area = 0; area < static_cast<int>(ids_.size()); ++area) {
        if (gaming.worth[area] > 0.0) draw_curvature(when, agreement, area, gaming);
    }
}

void Temptation::find_manipulable(state::Occasion const& when, std::vector<std::uint8_t>& flags) const
{
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        double const draw = random::uniform({when.master_seed, when.replicate, purpose::manipulable, 0}, numbers_[j]);
        flags[j] = draw < params_.manipulable.value() ? 1 : 0;
    }
}

void Temptation::draw_curvature(state::Occasion const& when, state::Agreement const& agreement, int area,
                                state::Gaming& gaming) const
{
    double const median = core::log(params_.curvature_median);
    for (int k = 0; k < agreement.count[static_cast<std::size_t>(area)]; ++k) {
        auto const item = static_cast<std::size_t>(agreement.item(area, k));
        if (gaming.manipulable[item] == 0) continue;
        double const draw = random::normal({when.master_seed, when.replicate, purpose::curvature, when.round},
                                           numbers_[item], ids_[static_cast<std::size_t>(area)]);
        double const curvature = core::exp(median + params_.curvature_spread * draw);
        gaming.curvature(area, k) = curvature / gaming.worth[area];
    }
}
}  // namespace concordat::gaming
