#include "models/delivery/earned_release.hpp"

#include "models/state/merit.hpp"

namespace concordat::delivery
{
void release_earned(core::Share most, std::vector<int> const& cpa_class, state::Conditions& conditions)
{
    if (most.value() == 0.0) return;
    for (std::size_t row = 0; row < cpa_class.size(); ++row) {
        conditions.fences[static_cast<Eigen::Index>(row)] *= 1.0 - most.value() * state::earned_share(cpa_class[row]);
    }
}
}  // namespace concordat::delivery
