#include "models/selection/package_protocol.hpp"

#include <gtest/gtest.h>

#include "sim/core/bargaining.hpp"
#include "tests/support/protocol_kit.hpp"

namespace concordat::selection
{
namespace
{
TEST(PackageProtocol, StrikesTheJointPackageWithTheSharesOfAlternatingOffersAsWeights)
{
    for (auto const first : {Side::council, Side::centre}) {
        auto params = support::make_selection_params(ProtocolKind::alternating_offers, 12);
        params.offers = {.council_patience = .8, .centre_patience = .9, .first = first, .offers = 0};
        auto offers = support::make_kit_talks(params);
        offers.run(support::kit_occasion(0));
        params.kind = ProtocolKind::joint_package;
        auto joint = support::make_kit_talks(params);
        joint.run(support::kit_occasion(0));
        double const centre = first == Side::centre ? core::rubinstein_share(.9, .8) : 1.0 - core::rubinstein_share(.8, .9);
        joint.population.centre_weight.setConstant(centre);
        joint.agree(support::kit_occasion(0));
        EXPECT_TRUE((offers.agreement.item == joint.agreement.item).all());
    }
}
}  // namespace
}  // namespace concordat::selection
