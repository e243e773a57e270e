#include "models/inspection/inspection.hpp"

namespace concordat::inspection
{
bool inspects_routinely(InspectionParams const& params) { return params.routine && params.regime != Regime::none; }

double agreement_weight_of(InspectionParams const& params)
{
    return params.regime == Regime::caa ? params.agreement_weight : 0.0;
}

double steepness_of(InspectionParams const& params, int cpa_class)
{
    constexpr int weak_class = 1;  // classes run from 0 poor to 4 excellent
    return cpa_class <= weak_class ? 1.0 + params.low_performer_extra : 1.0;
}

void Inspection::price(state::Population const& population, state::Agreement const& agreement, int indicators,
                       state::InspectionSlopes& out) const
{
    constexpr int best_class = 4;
    Eigen::Index const areas = agreement.item.rows();
    out.any_indicator.resize(areas);
    out.agreement_item.resize(areas);
    double const strength = inspects_routinely(params_) ? params_.strength : 0.0;
    double const weight = agreement_weight_of(params_);
    for (Eigen::Index i = 0; i < areas; ++i) {
        auto const row = static_cast<std::size_t>(i);
        int const cpa_class = row < population.cpa_class.size() ? population.cpa_class[row] : best_class;
        double const steepness = strength * steepness_of(params_, cpa_class);
        int const items = agreement.count[row];
        out.any_indicator[i] = steepness * (1.0 - weight) / indicators;
        out.agreement_item[i] = items > 0 ? steepness * weight / items : 0.0;
    }
}
}  // namespace concordat::inspection
