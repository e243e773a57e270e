#include "models/inspection/supervision.hpp"
#include "models/state/streams.hpp"

#include <algorithm>

namespace concordat::inspection
{
Supervision::Supervision(state::Pack const& pack, SupervisionParams const& params)
    : params_{params}, ids_{state::area_ids(pack)}
{
}

void Supervision::supervise(state::Assessment& assessment, state::Gaming& gaming) const
{
    if (params_.supervised.value() == 0.0) return;
    double const places = params_.supervised.value() * static_cast<double>(ids_.size());
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        auto const i = static_cast<Eigen::Index>(row);
        bool const last = count_behind(row, assessment.score) + 1 <= places;
        double const found = params_.detection.value() + (last ? params_.extra_detection.value() : 0.0);
        assessment.supervised[i] = last ? 1.0 : 0.0;
        gaming.detection[i] = std::min(found, 1.0);
        assessment.reporting[i] = last ? 1.0 + params_.extra_reporting : 1.0;
    }
}

int Supervision::count_behind(std::size_t area, state::PerArea const& score) const
{
    int behind = 0;
    double const own = score[static_cast<Eigen::Index>(area)];
    for (std::size_t other = 0; other < ids_.size(); ++other) {
        double const theirs = score[static_cast<Eigen::Index>(other)];
        behind += theirs < own || (theirs == own && ids_[other] < ids_[area]) ? 1 : 0;
    }
    return behind;
}
}  // namespace concordat::inspection
