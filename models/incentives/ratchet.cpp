#include "models/incentives/ratchet.hpp"

namespace concordat::incentives
{
double ratchet_factor(RatchetParams const& params)
{
    double left = 1.0;
    double raised = params.weight * params.discount;
    for (int round = 0; round < params.future_rounds; ++round) {
        left -= raised;
        raised *= (1.0 - params.weight) * params.discount;
    }
    return left;
}
}  // namespace concordat::incentives
