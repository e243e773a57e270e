#include "models/levels/sealed_offers.hpp"

#include "sim/core/bargaining.hpp"

namespace concordat::levels
{
Settlement SealedOffers::strike(LevelCase const& item, Pace const& /*pace*/) const
{
    double const width = item.demand - item.offer;
    if (width <= 0.0) return {true, item.scale * item.demand, 0.0};
    auto const trade = item.evidence ? core::trade_with_evidence(item.council_type, item.centre_type)
                                     : core::trade_sealed(item.council_type, item.centre_type);
    if (!trade.agreed) return {};
    return {true, item.scale * (item.offer + width * trade.price), 0.0};
}
}  // namespace concordat::levels
