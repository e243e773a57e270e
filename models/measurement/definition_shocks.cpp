#include "models/measurement/definition_shocks.hpp"

#include "models/measurement/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::measurement
{
DefinitionShocks::DefinitionShocks(state::Pack const& pack, RecordingParams const& params, int years)
    : params_{params}, years_{years}, numbers_{state::indicator_numbers(pack)}
{
}

void DefinitionShocks::draw(state::Occasion const& when, state::Recording& recording) const
{
    recording.shift.setZero();
    recording.redefined.setZero();
    double const hazard = params_.definition_hazard.value();
    for (int t = 0; t < years_; ++t) {
        auto& change = recording.definition[static_cast<std::size_t>(t)];
        change.setZero();
        if (hazard == 0.0) continue;
        auto const key = state::year_key(when, t, purpose::definition, years_);
        for (std::size_t j = 0; j < numbers_.size(); ++j) {
            if (random::uniform(key, numbers_[j]) < hazard) change[static_cast<Eigen::Index>(j)] = -params_.definition_size.value();
        }
    }
}

void DefinitionShocks::redefine(int year, state::Agreement const& agreement, state::Recording& recording) const
{
    if (params_.definition_hazard.value() == 0.0) return;
    auto const& change = recording.definition[static_cast<std::size_t>(year)];
    recording.redefined.setZero();
    for (std::size_t i = 0; i < agreement.count.size(); ++i) {
        auto const area = static_cast<Eigen::Index>(i);
        for (int k = 0; k < agreement.count[i]; ++k) {
            double const fall = change[agreement.item(area, k)];
            if (fall == 0.0) continue;
            recording.shift(area, k) += fall;
            recording.redefined(area, k) = 1;
        }
    }
}
}  // namespace concordat::measurement
