#pragma once

#include "models/selection/auction_params.hpp"
#include "models/selection/brokered_params.hpp"
#include "models/selection/freedom_params.hpp"

namespace concordat::selection
{
/// What the law says about the statutory indicators.
enum class StatutorySet
{
    enforced,  ///< they are in every agreement, outside the cap
    open,      ///< they compete for slots like all others
};

/// How the indicators of an agreement are negotiated.
enum class ProtocolKind
{
    joint_package,       ///< weighted Nash bargaining over the package
    brokered_rounds,     ///< month by month, with a broker
    alternating_offers,  ///< shares of Rubinstein's offers decide the package
    double_auction,      ///< item by item with private values
    dictator,            ///< one side decides
};

enum class Side { council, centre };

/// How patient both sides are when they take turns (offers.yaml).
struct OfferParams
{
    double council_patience{};  ///< [factor] d_L: worth of a pie one offer later, in (0, 1)
    double centre_patience{};   ///< [factor] d_C, in (0, 1)
    Side first{Side::council};  ///< who makes the first offer
    int offers{};               ///< [offers] before talks end, the last proposer takes all; 0: no end
};

/// Rules of the agreement (scenarios/parameters/selection/*.yaml).
struct SelectionParams
{
    int cap{};  ///< [items] most items that an area may choose
    StatutorySet statutory{StatutorySet::enforced};
    bool perception_measures{true};  ///< indicators of perception may be chosen
    ProtocolKind kind{ProtocolKind::joint_package};
    Side dictator{Side::centre};
    OfferParams offers{};
    AuctionParams auction{};
    BrokeredParams brokered{};
    FreedomParams freedoms{};
    bool waits_for_baseline{true};  ///< an item whose baseline is missing is signed without a level
    EntryParams entry{};
};
}  // namespace concordat::selection
