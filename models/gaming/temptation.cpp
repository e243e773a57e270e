#include "models/gaming/temptation.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "models/gaming/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::gaming
{
Temptation::Temptation(state::Pack const& pack, GamingParams const& params)
    : params_{params},
      log_median_{core::log(params.curvature_median)},
      ids_{state::area_ids(pack)},
      numbers_{state::indicator_numbers(pack)}
{
}

void Temptation::weigh(state::Occasion const& when, state::Agreement const& agreement,
                       state::Standing const& standing, state::Gaming& gaming) const
{
    gaming.curvature.setConstant(std::numeric_limits<double>::infinity());
    gaming.slope.setZero();
    gaming.detection.setConstant(params_.detection.value());
    gaming.penalty_share = params_.penalty;
    gaming.worth = params_.effort_per_thousand * standing.payment_belief;
    if (params_.manipulable.value() == 0.0) return;
    find_manipulable(when, gaming.manipulable);
    for (int area = 0; area < static_cast<int>(ids_.size()); ++area) {
        if (gaming.worth[area] > 0.0) draw_curvature(when, agreement, area, gaming);
    }
}

void Temptation::find_manipulable(state::Occasion const& when, std::vector<std::uint8_t>& flags) const
{
    auto const key = state::replicate_key(when, purpose::manipulable);
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        flags[j] = random::uniform(key, numbers_[j]) < params_.manipulable.value() ? 1 : 0;
    }
}

void Temptation::draw_curvature(state::Occasion const& when, state::Agreement const& agreement, int area,
                                state::Gaming& gaming) const
{
    constexpr int chunk = 64;  // slots per call, so that the scratch stays on the stack
    int const count = agreement.count[static_cast<std::size_t>(area)];
    std::array<std::uint32_t, chunk> numbers;
    std::array<int, chunk> slots;
    alignas(core::Lanes) std::array<double, chunk> curvature;
    for (int first = 0; first < count; first += chunk) {
        std::size_t found = 0;
        for (int k = first; k < std::min(first + chunk, count); ++k) {
            auto const item = static_cast<std::size_t>(agreement.item(area, k));
            if (gaming.manipulable[item] == 0) continue;
            numbers[found] = numbers_[item];
            slots[found++] = k;
        }
        std::size_t const room = (found + core::lane_count - 1) / core::lane_count * core::lane_count;
        // The indicator is the entity and the area the column: one call serves an area's items only.
        random::fill_normal(state::round_key(when, purpose::curvature),
                            std::span{numbers}.first(found), ids_[static_cast<std::size_t>(area)],
                            std::span{curvature}.first(room));
        for (std::size_t n = 0; n < room; n += core::lane_count) {
            core::Lanes const draw = core::load(&curvature[n]);
            core::store(core::exp(log_median_ + params_.curvature_spread * draw) / gaming.worth[area], &curvature[n]);
        }
        for (std::size_t n = 0; n < found; ++n) gaming.curvature(area, slots[n]) = curvature[n];
    }
}
}  // namespace concordat::gaming
