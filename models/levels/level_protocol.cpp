#include "models/levels/level_protocol.hpp"

#include "models/levels/concession.hpp"
#include "models/levels/sealed_offers.hpp"
#include "models/levels/same_percentage.hpp"
#include "models/levels/zone_split.hpp"
#include "sim/core/bargaining.hpp"
#include "sim/core/check.hpp"

namespace concordat::levels
{
namespace
{
/// The centre's share of the zone when offers alternate.
double alternating_share(LevelProtocolParams const& params)
{
    bool const centre_opens = params.first_offer == Side::centre;
    double const own = centre_opens ? params.centre_patience : params.council_patience;
    double const other = centre_opens ? params.council_patience : params.centre_patience;
    double const opener = core::opening_share(own, other, params.offers);
    return centre_opens ? opener : 1.0 - opener;
}
}  // namespace

std::unique_ptr<LevelProtocol const> make_level_protocol(LevelProtocolParams const& params, double centre_weight)
{
    switch (params.kind) {
    case ProtocolKind::nash: return std::make_unique<ZoneSplit const>(centre_weight);
    case ProtocolKind::alternating_offers: return std::make_unique<ZoneSplit const>(alternating_share(params));
    case ProtocolKind::dictator:
        return std::make_unique<ZoneSplit const>(params.dictator == Side::centre ? 1.0 : 0.0, Limits::ignored);
    case ProtocolKind::double_auction: return std::make_unique<SealedOffers const>();
    case ProtocolKind::concession: return std::make_unique<Concession const>(params.months, params.boulware);
    case ProtocolKind::same_percentage: return std::make_unique<SamePercentage const>(params);
    }
    core::require(false, "a protocol has a kind");
    return nullptr;
}
}  // namespace concordat::levels
