#pragma once

namespace concordat::state
{
/// [share] How much of the autonomy that is there to be earned an inspection class has earned: all of it
/// in the best class (4, excellent), half in the one below (3, good), nothing in the others.
[[nodiscard]] constexpr double earned_share(int cpa_class)
{
    constexpr int good = 3;
    return cpa_class > good ? 1.0 : cpa_class == good ? 0.5 : 0.0;
}
}  // namespace concordat::state
