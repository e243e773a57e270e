#include "models/selection/protocol.hpp"

#include "models/selection/brokered_rounds.hpp"
#include "models/selection/double_auction.hpp"
#include "models/selection/package_protocol.hpp"

namespace concordat::selection
{
std::unique_ptr<Protocol const> make_protocol(state::Pack const& pack, SelectionParams const& params)
{
    switch (params.kind) {
        case ProtocolKind::brokered_rounds: return std::make_unique<BrokeredRounds>(pack, params);
        case ProtocolKind::double_auction: return std::make_unique<DoubleAuction>(pack, params);
        case ProtocolKind::joint_package:
        case ProtocolKind::alternating_offers:
        case ProtocolKind::dictator: break;
    }
    return std::make_unique<PackageProtocol>(pack, params);
}
}  // namespace concordat::selection
