#include "models/politics/decoupling.hpp"

#include <algorithm>

#include "models/politics/engagement.hpp"
#include "models/politics/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::politics
{
Decoupling::Decoupling(state::Pack const& pack, DecouplingParams const& params) : params_{params}, ids_{state::area_ids(pack)}
{
}

bool Decoupling::off() const
{
    return params_.base.value() == 0.0 && params_.if_rejecting.value() == 0.0 && params_.per_forced.value() == 0.0;
}

double Decoupling::chance(state::Agreement const& agreement, state::Standing const& standing, std::size_t area) const
{
    int const chosen = agreement.count[area] - agreement.statutory[area];
    double const forced = chosen > 0 ? static_cast<double>(agreement.forced[area]) / chosen : 0.0;
    bool const rejecting = standing.engagement(static_cast<Eigen::Index>(area)) == attitude::rejecting;
    return std::min(params_.base.value() + (rejecting ? params_.if_rejecting.value() : 0.0) +
                        params_.per_forced.value() * forced,
                    1.0);
}

void Decoupling::strike(state::Occasion const& when, state::Agreement const& agreement, state::Standing& standing) const
{
    if (off()) return;
    auto const key = state::round_key(when, purpose::ceremony);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        bool const for_show = random::uniform(key, ids_[i]) < chance(agreement, standing, i);
        standing.ceremonial(static_cast<Eigen::Index>(i)) = for_show ? 1.0 : 0.0;
    }
}

void Decoupling::apply(state::Agreement const& agreement, state::Standing const& standing,
                       state::Conditions& conditions) const
{
    if (off()) return;
    double const weight = params_.imposed_weight.value();
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        auto const area = static_cast<Eigen::Index>(i);
        if (standing.ceremonial(area) == 0.0) continue;
        conditions.attention(area) = 0.0;
        for (int k = 0; k < agreement.count[i]; ++k) {
            if (agreement.imposed(area, k) != 0) conditions.slot_weight(area, k) *= weight;
        }
    }
}
}  // namespace concordat::politics
