#include "models/inspection/publication.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/elementary.hpp"

namespace concordat::inspection
{
Publication::Publication(state::Pack const& pack, PublicationParams const& params) : params_{params}
{
    for (auto const& area : pack.areas) {
        std::vector<int> row;
        auto const count = std::min(area.neighbours.size(), static_cast<std::size_t>(params.comparators));
        for (std::size_t n = 0; n < count; ++n) row.push_back(static_cast<int>(area.neighbours[n].index()));
        comparators_.push_back(std::move(row));
    }
}

void Publication::publish(state::Outlook const& outlook, state::Agreement const& agreement,
                          state::Targets const& targets, state::Conditions& conditions) const
{
    if (params_.strength == 0.0) return;
    show_targets(outlook, agreement, targets, conditions);
    if (params_.comparator_weight > 0.0) show_comparators(outlook, conditions);
}

void Publication::show_targets(state::Outlook const& outlook, state::Agreement const& agreement,
                               state::Targets const& targets, state::Conditions& conditions) const
{
    double const root = std::sqrt(outlook.remaining);
    for (std::size_t row = 0; row < comparators_.size(); ++row) {
        auto const i = static_cast<Eigen::Index>(row);
        for (int k = 0; k < agreement.count[row]; ++k) {
            if (agreement.placeholder.size() > 0 && agreement.placeholder(i, k) != 0) continue;  // no target to publish
            int const j = agreement.item(i, k);
            double const expected = outlook.projected(i, j) - outlook.start(i, j);
            double const z = (targets.level(i, k) - expected) / (outlook.spread[j] * root);
            conditions.measured_slope(i, j) += params_.strength * core::normal_pdf(z);
        }
    }
}

void Publication::show_comparators(state::Outlook const& outlook, state::Conditions& conditions) const
{
    double const weight = params_.strength * params_.comparator_weight;
    double const root = std::sqrt(outlook.remaining);
    for (Eigen::Index j = 0; j < outlook.spread.size(); ++j) {
        double const inverse = 1.0 / (outlook.spread[j] * root);
        for (std::size_t row = 0; row < comparators_.size(); ++row) {
            if (comparators_[row].empty()) continue;
            double sum = 0.0;
            for (int const other : comparators_[row]) sum += outlook.projected(other, j);
            auto const i = static_cast<Eigen::Index>(row);
            double const gap = sum / static_cast<double>(comparators_[row].size()) - outlook.projected(i, j);
            conditions.measured_slope(i, j) += weight * core::normal_pdf(gap * inverse);
        }
    }
}
}  // namespace concordat::inspection
