#include "models/levels/sealed_offers.hpp"

#include "models/levels/exact_bargaining.hpp"

namespace concordat::levels
{
Settlement SealedOffers::strike(LevelCase const& item, Pace const& /*pace*/) const
{
    double const width = item.demand - item.offer;
    if (width <= 0.0) return {true, item.scale * item.demand, 0.0};
    Trade const trade = item.evidence ? trade_with_evidence(item.council_type, item.centre_type)
                                      : double_auction(item.council_type, item.centre_type);
    if (!trade.agreed) return {};
    return {true, item.scale * (item.offer + width * trade.price), 0.0};
}
}  // namespace concordat::levels
