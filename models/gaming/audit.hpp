#pragma once

#include <cstdint>
#include <vector>

#include "models/gaming/gaming_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/gaming.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"

namespace concordat::gaming
{
/// Finds some of the false reports after payment.
///
/// Who is found out repays what the jump brought, pays the penalty, and is trusted less. Where every
/// unit counts the penalty per unit already stands for what is taken back. An auditor looks at every
/// rewarded target with the same probability and never accuses who reported honestly.
///
/// Source: docs/methods/gaming.md; Performance Art (2008), recommendation 1, on validation.
class Audit
{
  public:
    Audit(state::Pack const& pack, GamingParams const& params);

    /// Changes `performance.payment` and trust. To be called after payment.
    void inspect(state::Occasion const& when, state::Agreement const& agreement, state::Population& population,
                 state::Gaming& gaming, state::Performance& performance) const;

  private:
    GamingParams params_;
    std::vector<std::uint32_t> ids_{};
    std::vector<std::uint32_t> numbers_{};
};
}  // namespace concordat::gaming
