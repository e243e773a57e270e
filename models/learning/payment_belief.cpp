#include "models/learning/payment_belief.hpp"

namespace concordat::learning
{
PaymentBelief::PaymentBelief(PaymentParams const& params) : params_{params} {}

void PaymentBelief::begin(state::Standing& standing) const
{
    standing.payment_experience.setConstant(params_.start.value());
    standing.payment_belief.setConstant(params_.start.value());
}

void PaymentBelief::observe(core::Share honour, state::Standing& standing) const
{
    double const rate = params_.rate.value();
    if (rate == 0.0) return;
    for (double& experience : standing.payment_experience) experience += rate * (honour.value() - experience);
    standing.payment_belief = standing.payment_experience;
}

void PaymentBelief::expect(core::Share chance, core::Share honour_then, state::Standing& standing) const
{
    if (chance.value() == 0.0) {
        standing.payment_belief = standing.payment_experience;
        return;
    }
    for (Eigen::Index i = 0; i < standing.payment_belief.size(); ++i) {
        double const experience = standing.payment_experience(i);
        standing.payment_belief(i) = experience + chance.value() * (honour_then.value() - experience);
    }
}
}  // namespace concordat::learning
