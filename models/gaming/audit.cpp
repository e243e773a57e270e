#include "models/gaming/audit.hpp"

#include <algorithm>

#include "models/gaming/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::gaming
{
namespace
{
constexpr double pounds_per_thousand = 1000.0;
constexpr int jumped = 2;  // state::Gaming::misreported
}

Audit::Audit(state::Pack const& pack, GamingParams const& params)
    : params_{params}, ids_{state::area_ids(pack)}, numbers_{state::indicator_numbers(pack)}
{
}

void Audit::inspect(state::Occasion const& when, state::Agreement const& agreement, state::Population& population,
                    state::Gaming& gaming, state::Performance& performance) const
{
    gaming.caught.setZero();
    for (auto* column : {&gaming.catches, &gaming.fines, &gaming.withheld, &gaming.audit_cost}) column->setZero();
    if (params_.manipulable.value() == 0.0) return;
    auto const key = state::round_key(when, purpose::audit);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        int const area = static_cast<int>(i);
        double const pi = gaming.detection[area];
        gaming.audit_cost[area] = pi * gaming.targets[area] * params_.cost_per_target.value() / pounds_per_thousand;
        for (int k = 0; k < agreement.count[i]; ++k) {
            if (gaming.misreported(area, k) == 0) continue;
            auto const item = static_cast<std::size_t>(agreement.item(area, k));
            double const draw = random::uniform(key, numbers_[item], ids_[i]);
            if (draw >= pi) continue;
            gaming.caught(area, k) = 1;
            gaming.catches[area] += 1.0;
            gaming.fines[area] += gaming.penalty(area, k);
            if (gaming.misreported(area, k) != jumped) continue;
            gaming.withheld[area] += performance.payment(area, k);
            performance.payment(area, k) = 0.0;
        }
        if (gaming.catches[area] == 0.0) continue;
        double const left = population.trust[area] - params_.trust_lost.value() * gaming.catches[area];
        population.trust[area] = std::max(0.0, left);
    }
}
}  // namespace concordat::gaming
