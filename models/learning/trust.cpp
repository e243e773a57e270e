#include "models/learning/trust.hpp"

#include <algorithm>

namespace concordat::learning
{
namespace
{
/// 1 - part/whole, 1 where there is no whole.
double spared(double part, double whole) { return whole > 0.0 ? 1.0 - std::min(part / whole, 1.0) : 1.0; }
}  // namespace

Trust::Trust(TrustParams const& params) : params_{params} {}

void Trust::begin(state::Standing& standing) const { standing.partner_trust.setConstant(params_.partner_start.value()); }

void Trust::follow_conduct(state::Agreement const& agreement, state::Bargain const& bargain,
                           state::Standing const& standing, state::Population& population) const
{
    auto const& w = params_;
    double const rate = w.rate.value(), gain = w.yearly_gain.value();
    if (rate == 0.0 && gain == 0.0) return;
    for (Eigen::Index i = 0; i < population.trust.size(); ++i) {
        auto const area = static_cast<std::size_t>(i);
        double const chosen = agreement.count[area] - agreement.statutory[area];
        double const conduct =
            w.choice_weight * spared(agreement.forced[area], chosen) +
            w.calm_weight * spared(bargain.late_accepted(i), bargain.late(i)) +
            w.evidence_weight * spared(bargain.told(i), bargain.evidence(i) + bargain.told(i)) +
            w.honour_weight * standing.payment_experience(i) + w.champion_weight * population.champion[area];
        double& trust = population.trust(i);
        trust = std::clamp(trust + rate * (conduct - trust) + gain, 0.0, 1.0);
    }
}

void Trust::follow_partners(state::YearResult const& year, state::Standing& standing) const
{
    double const rate = params_.partner_rate.value();
    if (rate == 0.0) return;
    for (Eigen::Index i = 0; i < standing.partner_trust.size(); ++i) {
        double& trust = standing.partner_trust(i);
        trust = std::clamp(trust + rate * (year.contribution(i) - trust), 0.0, 1.0);
    }
}

void Trust::apply(state::Standing const& standing, state::Conditions& conditions) const
{
    double const weight = params_.partner_weight.value();
    if (weight == 0.0) return;
    double const start = params_.partner_start.value();
    for (Eigen::Index i = 0; i < conditions.alignment.size(); ++i) {
        conditions.alignment(i) += weight * (standing.partner_trust(i) - start);
    }
}
}  // namespace concordat::learning
