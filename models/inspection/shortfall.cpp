#include "models/inspection/shortfall.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/elementary.hpp"

namespace concordat::inspection
{
void find_shortfalls(std::size_t area, state::Outlook const& outlook, state::Agreement const& agreement,
                     state::Targets const& targets, double tolerance, double luck_share, state::Complaints& complaints)
{
    for (auto* row : {&complaints.chance, &complaints.steepness}) std::fill(row->begin(), row->end(), 0.0);
    auto const i = static_cast<Eigen::Index>(area);
    double const root = std::sqrt(luck_share);
    for (int k = agreement.statutory[area]; k < agreement.count[area]; ++k) {
        if (agreement.placeholder.size() > 0 && agreement.placeholder(i, k) != 0) continue;
        int const j = agreement.item(i, k);
        double const inverse = 1.0 / (outlook.spread[j] * root);
        double const expected = outlook.projected(i, j) - outlook.start(i, j);
        double const z = (targets.level(i, k) - tolerance - expected) * inverse;
        auto const slot = static_cast<std::size_t>(k);
        complaints.chance[slot] = core::normal_cdf(z);
        complaints.steepness[slot] = core::normal_pdf(z) * inverse;
    }
}
}  // namespace concordat::inspection
