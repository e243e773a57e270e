#include "models/state/scheme.hpp"

#include <limits>

namespace concordat::state
{
void BlockSlots::resize(int max_slots)
{
    auto const n = static_cast<std::size_t>(max_slots);
    for (auto* table : {&expected, &target, &announced, &reward, &social_value, &trend, &rival_gain,
                        &passive, &leverage, &rivals_ahead, &rivals_level, &detection, &penalty}) {
        table->assign(n, core::Lanes{0.0});
    }
    for (auto* table : {&stretch, &spread, &own_spread, &rival_spread}) table->assign(n, core::Lanes{1.0});
    curvature.assign(n, core::Lanes{std::numeric_limits<double>::infinity()});
    contestants.assign(n, {});
    slots = 0;
}
}  // namespace concordat::state
