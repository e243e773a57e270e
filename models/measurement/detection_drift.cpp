#include "models/measurement/detection_drift.hpp"

#include <algorithm>

#include "models/measurement/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::measurement
{
DetectionDrift::DetectionDrift(state::Pack const& pack, RecordingParams const& params)
    : params_{params}, numbers_{state::indicator_numbers(pack)}
{
    for (std::size_t j = 0; j < pack.indicator_count(); ++j) {
        auto const& row = pack.indicators[j];
        double const council = pack.base_share.size() > 0 ? pack.base_share(static_cast<Eigen::Index>(j), 0) : 1.0;
        by_partners_.push_back(!row.perception && 1.0 - council > params_.recorded_share ? 1 : 0);
    }
}

void DetectionDrift::draw(state::Occasion const& when, state::Recording& recording) const
{
    recording.detection.setZero();
    double const share = params_.drifting.value();
    if (share == 0.0) return;
    auto const key = state::replicate_key(when, purpose::detection);
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        if (by_partners_[j] == 0 || random::uniform(key, numbers_[j], 0) >= share) continue;
        recording.detection[static_cast<Eigen::Index>(j)] =
            params_.largest_drift.value() * random::uniform(key, numbers_[j], 1);
    }
}

void DetectionDrift::uncover(state::Population const& population, state::Agreement const& agreement,
                             state::Performance const& performance, state::Recording& recording) const
{
    if (params_.drifting.value() == 0.0) return;
    for (std::size_t i = 0; i < agreement.count.size(); ++i) {
        auto const area = static_cast<Eigen::Index>(i);
        for (int k = 0; k < agreement.count[i]; ++k) {
            int const j = agreement.item(area, k);
            double const drift = recording.detection[j];
            if (drift == 0.0) continue;
            double const response = population.controllability[j] * population.productivity[area];
            double const effort = std::max(0.0, performance.true_gain(area, j)) / response;
            recording.shift(area, k) -= drift * (1.0 - core::exp(-effort));
        }
    }
}
}  // namespace concordat::measurement
