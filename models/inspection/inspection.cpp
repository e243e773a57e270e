#include "models/inspection/inspection.hpp"

namespace concordat::inspection
{
void Inspection::price(state::Population const& population, state::Agreement const& agreement, int indicators,
                       state::InspectionSlopes& out) const
{
    constexpr int weak_class = 1;  // classes run from 0 poor to 4 excellent
    Eigen::Index const areas = agreement.item.rows();
    out.any_indicator.resize(areas);
    out.agreement_item.resize(areas);
    for (Eigen::Index i = 0; i < areas; ++i) {
        auto const row = static_cast<std::size_t>(i);
        bool const low = row < population.cpa_class.size() && population.cpa_class[row] <= weak_class;
        double const steepness = params_.strength * (low ? 1.0 + params_.low_performer_extra : 1.0);
        int const items = agreement.count[row];
        out.any_indicator[i] = steepness * (1.0 - params_.agreement_weight) / indicators;
        out.agreement_item[i] = items > 0 ? steepness * params_.agreement_weight / items : 0.0;
    }
}
}  // namespace concordat::inspection
